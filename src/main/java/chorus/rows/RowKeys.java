package chorus.rows;

import chorus.hash.Hash64;

/**
 * Keys of the published topics. A compacted topic refuses null keys, so marks have negative keys. In {@code playlists} and
 * {@code neighbours} every epoch's mark has its own and survives compaction; in {@code track-counts} the newest does.
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

    /** Key of the mark of {@code partition} in {@code track-counts}. */
    public static int mark(int partition) {
        return -1 - partition;
    }

    /** Key of the mark that ends {@code epoch} in {@code partition} of {@code playlists} and {@code neighbours}. */
    public static long mark(long epoch, int partition) {
        return -1 - (epoch << 20 | partition);
    }

    /** The partition that a negative key of {@code playlists} or {@code neighbours} marks. */
    public static int markedPartition(long markKey) {
        return (int) (-1 - markKey & 0xF_FFFF);
    }

    /** The partition that counts the rows of {@code track}: hashed, so that neighbouring ids spread. */
    public static int owner(int track, int partitions) {
        return Math.floorMod(Hash64.of(track), partitions);
    }
}
