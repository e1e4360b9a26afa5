package chorus.topology.counts;

import chorus.state.Counts;
import chorus.state.cooccurrence.Deltas;
import chorus.state.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What arrives in one counting partition from several upstream ones, and what it comes to. Each upstream partition has two
 * sources; one of them, or a whole partition, may be epochs ahead of another.
 */
final class RandomChanges {
    private static final int UPSTREAM = 3;
    private static final int SOURCES = 2;

    private final Random random;
    private final int epochs;
    private final int tracks;
    private final int neighbours;
    private final int most;
    private final List<List<Deltas>> byEpoch = new ArrayList<>();

    /** @param most changes that a batch holds at most */
    RandomChanges(Random random, int epochs, int tracks, int neighbours, int most) {
        this.random = random;
        this.epochs = epochs;
        this.tracks = tracks;
        this.neighbours = neighbours;
        this.most = most;
        for (var epoch = 0; epoch < epochs; epoch++) {
            byEpoch.add(new ArrayList<>());
        }
    }

    static int upstreamPartitions() {
        return UPSTREAM;
    }

    /** The partition's records in order. */
    List<byte[]> records() {
        var upstream = new ArrayList<List<byte[]>>();
        for (var partition = 0; partition < UPSTREAM; partition++) {
            upstream.add(said(partition));
        }
        return interleaved(upstream);
    }

    private List<byte[]> interleaved(List<List<byte[]>> upstream) {
        var records = new ArrayList<byte[]>();
        while (!upstream.stream().allMatch(List::isEmpty)) {
            var one = upstream.get(random.nextInt(upstream.size()));
            for (var turn = 1 + random.nextInt(12); turn > 0 && !one.isEmpty(); turn--) {
                records.add(one.removeFirst());
            }
        }
        return records;
    }

    /** What one upstream partition says: it ends an epoch when both of its sources have. */
    private List<byte[]> said(int partition) {
        var records = new ArrayList<byte[]>();
        var sources = new ArrayList<RandomSource>();
        var epochOf = new int[SOURCES];
        for (var source = 0; source < SOURCES; source++) {
            sources.add(new RandomSource(random, tracks, neighbours));
        }
        for (var ended = 0; ended < epochs; ) {
            var source = random.nextInt(SOURCES);
            var epoch = epochOf[source];
            if (epoch < epochs && random.nextInt(6) > 0) {
                var deltas = sources.get(source).next(most, epoch % 3 == 2);
                byEpoch.get(epoch).add(deltas);
                if (!deltas.isEmpty()) {
                    records.add(Wire.batch(epoch, partition, deltas));
                }
            } else if (epoch < epochs) {
                epochOf[source]++;
            }
            for (; ended < Math.min(epochOf[0], epochOf[1]); ended++) {
                records.add(Wire.mark(ended, partition, UPSTREAM));
            }
        }
        return records;
    }

    /** A world's counts at the end of {@code epoch}, from plain sums. */
    Counts counts(int epoch, int world) {
        var counts = new Counts();
        byEpoch.subList(0, epoch + 1).forEach(batches -> batches.forEach(deltas -> counts.add(deltas, world)));
        return counts;
    }
}
