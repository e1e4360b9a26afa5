package chorus.config;

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
    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(6);

    public StreamSettings {
        Range.atLeast("threads", threads, 1);
        Range.oneOf("guarantee", guarantee, "exactly_once_v2", "at_least_once");
        Range.positive("commitInterval", (double) commitInterval.toMillis());
        if (transactionTimeout.compareTo(commitInterval) <= 0) {
            throw new IllegalArgumentException("transactionTimeout = " + transactionTimeout
                    + ": must be longer than commitInterval = " + commitInterval);
        }
        if (sessionTimeout.compareTo(SHORTEST_SESSION) < 0) {
            throw new IllegalArgumentException("sessionTimeout = " + sessionTimeout.toMillis() + "ms: must be "
                    + SHORTEST_SESSION.toSeconds() + "s or more, which is what brokers ask for");
        }
        Range.atLeast("standbyReplicas", standbyReplicas, 0);
        Range.atLeast("rocksdbMemory", (double) rocksdbMemory, 16 << 20);
        Range.atLeast("cacheMemory", (double) cacheMemory, 1 << 20);
        Range.atLeast("bufferedPairs", bufferedPairs, 1);
        Range.atLeast("chunkNeighbours", chunkNeighbours, 2);
        Range.positive("closeSlice", (double) closeSlice.toMillis());
    }
}
