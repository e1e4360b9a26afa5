package chorus.simulate.collective;

import chorus.playlist.PlaylistId;

/** A playlist as planned when a campaign starts: its counterfactual contents, without any plant; tracks by id, in order. */
public record KnownPlaylist(PlaylistId playlist, int[] tracks) {}
