package chorus.state.cooccurrence;

import chorus.state.bytes.Varints;
import chorus.state.cooccurrence.ChunkReader.Run;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes one chunk of a row, neighbours ascending:
 *
 * <pre>
 * version:1 log2(chunks):1 { gap:varint head:varint [adjacent:zigzag] [window':zigzag adjacent':zigzag] }*
 * gap  = neighbour − previous one (the first counts from −1)
 * head = zigzag(window) &lt;&lt; 2 | (counterfactual differs) &lt;&lt; 1 | (adjacent ≠ 0);  ' = counterfactual
 * </pre>
 *
 * A typical pair takes three bytes. Signed counts, so that runs of changes share the layout. Version 1 had no track among its own
 * neighbours.
 */
public final class ChunkWriter {
    static final int VERSION = 2;
    static final int HEADER = 2;
    /** A gap, a head and three counts. */
    private static final int MOST_NUMBERS = 5;

    private byte[] buffer = new byte[4096];
    private int size = HEADER;
    private int previous = -1;
    private int neighbours;

    public void reset() {
        size = HEADER;
        previous = -1;
        neighbours = 0;
    }

    public void append(int to, long factual, long counterfactual) {
        room(MOST_NUMBERS * Varints.LONGEST);
        var adjacent = Lanes.adjacent(factual);
        varint(to - previous);
        varint((long) zigzag(Lanes.window(factual)) << 2
                | (factual == counterfactual ? 0 : 2)
                | (adjacent == 0 ? 0 : 1));
        if (adjacent != 0) {
            varint(zigzag(adjacent));
        }
        if (factual != counterfactual) {
            varint(zigzag(Lanes.window(counterfactual)));
            varint(zigzag(Lanes.adjacent(counterfactual)));
        }
        previous = to;
        neighbours++;
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
