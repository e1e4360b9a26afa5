package chorus.playlist;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A campaign as the topic {@code campaigns} tells it, once its collective is drawn.
 *
 * @param targets the promoted tracks, at least one
 * @param strategy the placement strategy's name, as in settings, with its parameter behind it
 * @param members how many playlists the collective plants in when it is whole
 * @param start the first epoch with a plant
 * @param end the first epoch with none left; {@link Long#MAX_VALUE} for a campaign that never ends
 * @param anchors the tracks that the target is placed next to, ascending by id; empty for strategies without anchors
 * @param anchorsFrom of each anchor, the place of the first member who has it, in the order in which members join, from 1; empty
 *     where it is not told
 * @param estimates of each anchor, how likely the collective takes a training playlist to hold it, 0 and up; empty where it is not
 *     told, as by versions before 0.10.0
 */
public record Campaign(
        String name,
        List<TrackId> targets,
        String strategy,
        int members,
        long start,
        long end,
        List<TrackId> anchors,
        List<Integer> anchorsFrom,
        List<Double> estimates) {
    /** Characters of a name, at most. */
    public static final int LONGEST_NAME = 200;

    /** Ids kept free for targets, so that a campaign shifts no organic track's id: right after the fill's tracks. */
    public static final int RESERVED_TARGETS = 64;

    public Campaign {
        targets = List.copyOf(targets);
        anchors = List.copyOf(anchors);
        anchorsFrom = List.copyOf(anchorsFrom);
        estimates = List.copyOf(estimates);
        if (!anchorsFrom.isEmpty() && anchorsFrom.size() != anchors.size()) {
            throw new IllegalArgumentException("campaign with " + anchors.size() + " anchors, " + anchorsFrom.size()
                    + " of which have a first member");
        }
        if (!estimates.isEmpty() && estimates.size() != anchors.size()) {
            throw new IllegalArgumentException(
                    "campaign with " + anchors.size() + " anchors, " + estimates.size() + " of which are estimated");
        }
        if (targets.isEmpty() || name.length() > LONGEST_NAME || members < 0 || start < 0) {
            throw new IllegalArgumentException("campaign of " + targets.size() + " targets, " + members
                    + " members, from epoch " + start + ", with a name of " + name.length()
                    + " characters: at least one target, 0 members, epoch 0, and at most " + LONGEST_NAME
                    + " characters are allowed");
        }
    }

    /** Whether another telling is of the same campaign: one of the two may leave out what earlier versions did not tell. */
    public boolean isToldBy(Campaign other) {
        return equals(other) || withoutEstimates().equals(other) || equals(other.withoutEstimates());
    }

    private Campaign withoutEstimates() {
        return new Campaign(name, targets, strategy, members, start, end, anchors, anchorsFrom, List.of());
    }

    /** The estimate of an anchor; empty where it is not told. */
    public OptionalDouble estimate(TrackId anchor) {
        var place = Collections.binarySearch(anchors, anchor, Comparator.comparingInt(TrackId::value));
        return estimates.isEmpty() || place < 0 ? OptionalDouble.empty() : OptionalDouble.of(estimates.get(place));
    }

    /**
     * The anchors of the first {@code holding} members: next to these the target stands while so many hold a plant, as far as members
     * plant in the order in which they are to join.
     */
    public List<TrackId> anchors(long holding) {
        return IntStream.range(0, anchors.size())
                .filter(i -> anchorsFrom.isEmpty() || anchorsFrom.get(i) <= holding)
                .mapToObj(anchors::get)
                .toList();
    }
}
