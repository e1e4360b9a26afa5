package chorus.simulate.collective;

import chorus.playlist.PlaylistId;
import java.util.OptionalInt;

/**
 * One playlist of a collective.
 *
 * @param anchor the track chosen when the campaign starts; empty for strategies without anchors
 */
public record Member(PlaylistId playlist, OptionalInt anchor, Conduct conduct) {}
