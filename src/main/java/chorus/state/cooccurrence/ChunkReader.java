package chorus.state.cooccurrence;

import chorus.state.bytes.Version;
import chorus.worlds.WorldSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a chunk that {@link ChunkWriter} wrote, one neighbour at a time: with its counts, or passing over them. */
public final class ChunkReader {
    private static final byte[] EMPTY = {ChunkWriter.VERSION, 0};

    private byte[] bytes = EMPTY;
    private int body = ChunkWriter.HEADER;
    private int end = ChunkWriter.HEADER;
    private int limit = ChunkWriter.HEADER;
    private int to = -1;
    private long twin;
    private Differences others = Differences.NONE;
    private boolean standing;

    public ChunkReader open(byte @Nullable [] chunk) {
        var held = chunk == null ? EMPTY : chunk;
        Version.require("chunk", held[0], ChunkWriter.VERSION);
        return open(held, ChunkWriter.HEADER, held.length);
    }

    /** Reads neighbours that stand in {@code held} from {@code begin} to before {@code behind}, without a header. */
    public ChunkReader open(byte[] held, int begin, int behind) {
        bytes = held;
        end = begin;
        limit = behind;
        to = -1;
        standing = false;
        return this;
    }

    /** log2 of the number of chunks of the row that {@code chunk} belongs to. */
    public static int bits(byte[] chunk) {
        return chunk[1];
    }

    /** Moves to the next neighbour and reads its counts; false at the end. */
    public boolean next() {
        if (end == limit) {
            return false;
        }
        to += (int) varint();
        body = end;
        counts();
        return true;
    }

    /**
     * Neighbours that lie side by side, as bytes.
     *
     * @param first the first of them
     * @param last the last of them
     * @param begin where the counts of the first begin
     * @param end where the last ends
     */
    record Run(byte[] bytes, int first, int last, int begin, int end, int neighbours) {}

    /** Passes from where it stands over the neighbours before {@code limit}; null where there is none. */
    @Nullable
    Run before(long limit) {
        if (!standing || to >= limit) {
            return null;
        }
        var first = to;
        var begin = body;
        var passed = 0;
        int last;
        int behind;
        do {
            last = to;
            behind = end;
            passed++;
        } while (pass() && to < limit);
        return new Run(bytes, first, last, begin, behind, passed);
    }

    /** Whether it stands at {@code neighbour}. */
    boolean at(int neighbour) {
        return standing && to == neighbour;
    }

    /** Moves to the next neighbour and over its counts, which {@link #counts} may then read; false at the end. */
    boolean pass() {
        standing = end < limit;
        if (!standing) {
            return false;
        }
        to += (int) varint();
        body = end;
        var head = bytes[body];
        for (var numbers = 1 + (head & 1); numbers > 0; end++) {
            numbers -= bytes[end] >= 0 ? 1 : 0;
        }
        if ((head & 2) != 0) {
            var length = (int) varint();
            end += length;
        }
        return true;
    }

    /** Reads the counts of the neighbour where it stands. */
    void counts() {
        end = body;
        var head = varint();
        var adjacent = (head & 1) == 0 ? 0 : unzigzag((int) varint());
        twin = Lanes.of(unzigzag((int) (head >>> 2)), adjacent);
        others = (head & 2) == 0 ? Differences.NONE : differences();
    }

    private Differences differences() {
        var behind = (int) varint();
        behind += end;
        var worlds = new int[WorldSet.MOST];
        var lanes = new long[WorldSet.MOST];
        var size = 0;
        while (end < behind) {
            worlds[size] = (int) varint();
            lanes[size++] = Lanes.of(unzigzag((int) varint()), unzigzag((int) varint()));
        }
        return new Differences(Arrays.copyOf(worlds, size), Arrays.copyOf(lanes, size));
    }

    public int to() {
        return to;
    }

    /** The counts in the twin, as {@link Lanes}. */
    public long twin() {
        return twin;
    }

    /** By how much other worlds' counts differ. */
    public Differences others() {
        return others;
    }

    private static int unzigzag(int value) {
        return value >>> 1 ^ -(value & 1);
    }

    private long varint() {
        var value = 0L;
        var shift = 0;
        while (true) {
            var b = bytes[end++];
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
            shift += 7;
        }
    }
}
