package chorus.simulate.collective;

import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import java.util.List;
import java.util.OptionalInt;

/**
 * One playlist of a collective.
 *
 * @param targets what they plant, the first of the list first
 * @param anchor the track chosen when the campaign starts; empty for strategies without anchors
 */
public record Member(PlaylistId playlist, List<TrackId> targets, OptionalInt anchor, Conduct conduct) {
    public Member {
        targets = List.copyOf(targets);
    }
}
