package chorus.playlist;

import java.util.List;

/**
 * A campaign as the topic {@code campaigns} tells it, once its collective is drawn.
 *
 * @param targets the promoted tracks, at least one
 * @param strategy the placement strategy's name, as in settings, with its parameter behind it
 * @param members how many playlists the collective plants in when it is whole
 * @param start the first epoch with a plant
 * @param end the first epoch with none left; {@link Long#MAX_VALUE} for a campaign that never ends
 * @param anchors the tracks that the target is placed next to, ascending by id; empty for strategies without anchors
 */
public record Campaign(
        String name, List<TrackId> targets, String strategy, int members, long start, long end, List<TrackId> anchors) {
    /** Characters of a name, at most. */
    public static final int LONGEST_NAME = 200;

    /** Ids kept free for targets, so that a campaign shifts no organic track's id: right after the fill's tracks. */
    public static final int RESERVED_TARGETS = 64;

    public Campaign {
        targets = List.copyOf(targets);
        anchors = List.copyOf(anchors);
        if (targets.isEmpty() || name.length() > LONGEST_NAME || members < 0 || start < 0) {
            throw new IllegalArgumentException("campaign of " + targets.size() + " targets, " + members
                    + " members, from epoch " + start + ", with a name of " + name.length()
                    + " characters: at least one target, 0 members, epoch 0, and at most " + LONGEST_NAME
                    + " characters are allowed");
        }
    }

    /** The first of the promoted tracks, the one whose hits are counted. */
    public TrackId target() {
        return targets.getFirst();
    }
}
