package chorus.config.stream;

import chorus.config.kinds.Range;
import chorus.config.tree.ScalarText;
import java.time.Duration;

/** The topology's engine: guarantees, memory bounds and layout of its state. */
public record StreamSettings(
        int threads,
        String guarantee,
        Duration commitInterval,
        Duration transactionTimeout,
        Duration sessionTimeout,
        int standbyReplicas,
        long rocksdbMemory,
        long cacheMemory,
        int bufferedPairs,
        int chunkNeighbours,
        Duration closeSlice) {
    /** What brokers allow unless told otherwise. */
    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(6);

    private static final Duration LONGEST_SESSION = Duration.ofMinutes(30);

    /** A tebibyte. */
    private static final double MOST_MEMORY = 0x1p40;

    public StreamSettings {
        Range.within("threads", threads, 1, 256);
        Range.oneOf("guarantee", guarantee, "exactly_once_v2", "at_least_once");
        Range.lasts("commitInterval", commitInterval, Duration.ofHours(1));
        Range.lasts("transactionTimeout", transactionTimeout, Duration.ofHours(2));
        if (transactionTimeout.compareTo(commitInterval) <= 0) {
            throw new IllegalArgumentException("transactionTimeout = " + ScalarText.duration(transactionTimeout)
                    + ": must be longer than commitInterval = " + ScalarText.duration(commitInterval));
        }
        Range.within("sessionTimeout", sessionTimeout, SHORTEST_SESSION, LONGEST_SESSION);
        Range.within("standbyReplicas", standbyReplicas, 0, 100);
        Range.within("rocksdbMemory", (double) rocksdbMemory, 16 << 20, MOST_MEMORY);
        Range.within("cacheMemory", (double) cacheMemory, 1 << 20, MOST_MEMORY);
        Range.within("bufferedPairs", bufferedPairs, 1, 50_000_000);
        Range.within("chunkNeighbours", chunkNeighbours, 2, 100_000);
        Range.lasts("closeSlice", closeSlice, Duration.ofMinutes(1));
    }
}
