package chorus.rows;

/**
 * Keys of the published topics. A compacted topic refuses null keys, so marks have the reserved keys −1 − partition: one mark
 * a partition survives compaction, the newest.
 */
public final class RowKeys {
    private RowKeys() {}

    /** Key of a chunk in {@code neighbours}: track in the high half, chunk in the low half. */
    public static long chunk(int track, int chunk) {
        return ((long) track << 32) | chunk;
    }

    public static int track(long chunkKey) {
        return (int) (chunkKey >> 32);
    }

    public static int chunk(long chunkKey) {
        return (int) chunkKey;
    }

    /** Key of the mark of {@code partition}. */
    public static int mark(int partition) {
        return -1 - partition;
    }
}
