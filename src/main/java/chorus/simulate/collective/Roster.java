package chorus.simulate.collective;

import chorus.config.CampaignSettings;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import java.util.List;
import java.util.Map;

/**
 * Who is in a collective and what it knows, before it is decided where anybody plants: all that a strategy may use.
 *
 * @param targets the promoted tracks, at least one
 * @param members by rank
 * @param contents of the members' playlists when the campaign starts; none of one that is gone by then
 * @param known the playlists that it knows, its own first
 */
public record Roster(
        CampaignSettings settings,
        List<TrackId> targets,
        List<PlaylistId> members,
        Map<PlaylistId, KnownPlaylist> contents,
        Knowledge knowledge,
        List<KnownPlaylist> known) {
    public Roster {
        targets = List.copyOf(targets);
        members = List.copyOf(members);
        contents = Map.copyOf(contents);
        known = List.copyOf(known);
    }
}
