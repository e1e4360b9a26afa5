package chorus.verify;

import chorus.playlist.HeldOut;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The naive recount: replays all playlists, and at each cut counts the whole lists of those that changed since the cut before,
 * after taking off what their old lists had counted. Held-out playlists are replayed and never counted.
 */
final class Recount {
    private final WorldTally counts;
    private final PartitionReplay[] partitions;

    /**
     * What is counted.
     *
     * @param window pairs at distance 1…window are counted
     * @param worlds how many the run has
     * @param known which track ids the topic {@code tracks} names
     */
    record Rules(int window, HeldOut heldOut, int worlds, IntPredicate known) {}

    Recount(Rules rules, int partitions) {
        counts = new WorldTally(rules.window(), rules.worlds());
        this.partitions = Stream.generate(() -> new PartitionReplay(rules))
                .limit(partitions)
                .toArray(PartitionReplay[]::new);
    }

    int partitions() {
        return partitions.length;
    }

    PartitionReplay partition(int partition) {
        return partitions[partition];
    }

    /** Brings the counts up to the end of {@code epoch}; epochs ascend from call to call. */
    WorldTally cut(long epoch) {
        for (var partition : partitions) {
            partition.cut(epoch, counts);
        }
        return counts;
    }

    /** The views, by world, of the held-out playlists that exist at the last cut, by id. */
    Map<Long, int[][]> heldOutPlaylists() {
        var views = new TreeMap<Long, int[][]>();
        for (var partition : partitions) {
            partition.heldOut(views);
        }
        return views;
    }
}
