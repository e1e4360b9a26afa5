package chorus.broker.follow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * The batches between the hops that are not counted yet: what bounds, in each upstream partition, the edits all of whose deltas
 * are counted. Only of batches that were told; whoever asks must have read what the edits in question have sent.
 */
public final class Underway {
    private final Deque<Batch>[] destinations;

    private record Batch(int upstream, long first, long offset) {}

    /** Knows of none yet. */
    @SuppressWarnings("unchecked")
    public Underway(int partitions) {
        destinations = Stream.generate(ArrayDeque<Batch>::new).limit(partitions).toArray(Deque[]::new);
    }

    /**
     * A batch stands in the repartition topic.
     *
     * @param first the offset of its first edit, in the upstream partition
     * @param destination the partition it stands in, behind what was told before of the same one
     */
    public void sent(int upstream, long first, int destination, long offset) {
        destinations[destination].addLast(new Batch(upstream, first, offset));
    }

    /** Batches before these offsets, by destination, are counted. */
    public void counted(long[] next) {
        for (var destination = 0; destination < destinations.length; destination++) {
            var batches = destinations[destination];
            while (!batches.isEmpty() && batches.getFirst().offset < next[destination]) {
                batches.removeFirst();
            }
        }
    }

    /** The edits of each upstream partition before these offsets have no delta in a batch that is not counted. */
    public long[] bounds() {
        var bounds = new long[destinations.length];
        Arrays.fill(bounds, Long.MAX_VALUE);
        for (var batches : destinations) {
            for (var batch : batches) {
                bounds[batch.upstream] = Math.min(bounds[batch.upstream], batch.first);
            }
        }
        return bounds;
    }
}
