package chorus.simulate.collective;

import chorus.playlist.PlaylistId;

/** A playlist as planned when a campaign starts: its contents in the twin, without any plant; tracks by id, in order. */
public record KnownPlaylist(PlaylistId playlist, int[] tracks) {}
