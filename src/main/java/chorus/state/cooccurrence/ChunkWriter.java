package chorus.state.cooccurrence;

import chorus.state.bytes.Varints;
import chorus.state.cooccurrence.ChunkReader.Run;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes one chunk of a row, neighbours ascending:
 *
 * <pre>
 * version:1 log2(chunks):1 { gap:varint head:varint [adjacent:zigzag] [length:varint { worlds:varint Δwindow:zigzag Δadjacent:zigzag }*] }*
 * gap  = neighbour − previous one (the first counts from −1)
 * head = zigzag(window) &lt;&lt; 2 | (other worlds differ) &lt;&lt; 1 | (adjacent ≠ 0);  Δ: from the twin's; length: of what is in braces
 * </pre>
 *
 * A typical pair takes three bytes. Signed counts, so that runs of changes share the layout. Example: neighbours 4, counted 3 times
 * in the window, and 9, twice, once of these directly, and only that once in worlds 1 and 3:
 * {@code 03 00 05 18 05 13 02 03 0a 01 00}.
 */
public final class ChunkWriter {
    static final int VERSION = 3;
    static final int HEADER = 2;
    /** A gap, a head, a count and a length. */
    private static final int MOST_NUMBERS = 4;
    /** A set and two counts. */
    private static final int NUMBERS_OF_DIFFERENCE = 3;

    private final Varints differences = new Varints();
    private byte[] buffer = new byte[4096];
    private int size = HEADER;
    private int previous = -1;
    private int neighbours;

    public void reset() {
        size = HEADER;
        previous = -1;
        neighbours = 0;
    }

    /** Appends a neighbour with its counts in the twin and what differs from them. */
    public void append(int to, long twin, Differences others) {
        room((MOST_NUMBERS + NUMBERS_OF_DIFFERENCE * others.worlds().length) * Varints.LONGEST);
        var adjacent = Lanes.adjacent(twin);
        varint(to - previous);
        varint((long) zigzag(Lanes.window(twin)) << 2 | (others.isEmpty() ? 0 : 2) | (adjacent == 0 ? 0 : 1));
        if (adjacent != 0) {
            varint(zigzag(adjacent));
        }
        if (!others.isEmpty()) {
            append(others);
        }
        previous = to;
        neighbours++;
    }

    private void append(Differences others) {
        differences.clear();
        for (var i = 0; i < others.worlds().length; i++) {
            differences.put((long) others.worlds()[i]);
            differences.put(zigzag(Lanes.window(others.lanes()[i])) & 0xFFFF_FFFFL);
            differences.put(zigzag(Lanes.adjacent(others.lanes()[i])) & 0xFFFF_FFFFL);
        }
        varint(differences.size());
        size = differences.copy(buffer, size);
    }

    /** Appends neighbours as they stand in another chunk: none but the first has another gap here. */
    void append(Run run) {
        var length = run.end() - run.begin();
        room(Varints.LONGEST + length);
        varint(run.first() - previous);
        System.arraycopy(run.bytes(), run.begin(), buffer, size, length);
        size += length;
        previous = run.last();
        neighbours += run.neighbours();
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    public int neighbours() {
        return neighbours;
    }

    /** The chunk's bytes; the writer may then be reset. */
    public byte[] bytes(int bits) {
        buffer[0] = VERSION;
        buffer[1] = (byte) bits;
        return Arrays.copyOf(buffer, size);
    }

    /** Bytes of the neighbours alone. */
    public int bodySize() {
        return size - HEADER;
    }

    /** Puts the neighbours alone into {@code out}. */
    public void body(ByteBuffer out) {
        out.put(buffer, HEADER, size - HEADER);
    }

    private static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }

    private void varint(int value) {
        varint(value & 0xFFFF_FFFFL);
    }

    private void varint(long value) {
        size = Varints.write(value, buffer, size);
    }
}
