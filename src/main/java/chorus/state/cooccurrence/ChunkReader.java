package chorus.state.cooccurrence;

/** Reads a chunk that {@link ChunkWriter} wrote, one neighbour at a time. */
public final class ChunkReader {
    private static final byte[] EMPTY = {ChunkWriter.VERSION, 0};

    private byte[] bytes = EMPTY;
    private int position = ChunkWriter.HEADER;
    private int to = -1;
    private long factual;
    private long counterfactual;

    public ChunkReader open(byte @org.jspecify.annotations.Nullable [] chunk) {
        bytes = chunk == null ? EMPTY : chunk;
        if (bytes[0] != ChunkWriter.VERSION) {
            throw new IllegalStateException(
                    "chunk of version " + bytes[0] + ": this build reads " + ChunkWriter.VERSION);
        }
        position = ChunkWriter.HEADER;
        to = -1;
        return this;
    }

    /** log2 of the number of chunks of the row that {@code chunk} belongs to. */
    public static int bits(byte[] chunk) {
        return chunk[1];
    }

    /** Moves to the next neighbour; false at the end. */
    public boolean next() {
        if (position == bytes.length) {
            return false;
        }
        to += (int) varint();
        var head = varint();
        var adjacent = (head & 1) == 0 ? 0 : unzigzag((int) varint());
        factual = Lanes.of(unzigzag((int) (head >>> 2)), adjacent);
        counterfactual = (head & 2) == 0 ? factual : Lanes.of(unzigzag((int) varint()), unzigzag((int) varint()));
        return true;
    }

    public int to() {
        return to;
    }

    public long factual() {
        return factual;
    }

    public long counterfactual() {
        return counterfactual;
    }

    private static int unzigzag(int value) {
        return value >>> 1 ^ -(value & 1);
    }

    private long varint() {
        var value = 0L;
        var shift = 0;
        while (true) {
            var b = bytes[position++];
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
            shift += 7;
        }
    }
}
