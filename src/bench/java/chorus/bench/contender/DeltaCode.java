package chorus.bench.contender;

import chorus.state.cooccurrence.Deltas;
import chorus.worlds.WorldSet;
import java.nio.ByteBuffer;

/**
 * One change of a count as peers send it: its {@link Deltas#code} in a byte, and where it is not of all worlds, behind a code that is
 * {@link Deltas#CODES} higher, the bits of their set in two.
 *
 * @param worlds the bits of all, or of a set without the twin
 */
public record DeltaCode(byte code, int worlds) {
    private static final int ALL = WorldSet.ALL.bits();
    /** Nearly all changes are one of these: none of them is an object of its own. */
    private static final DeltaCode[] OF_ALL = new DeltaCode[Deltas.CODES];

    static {
        for (var code = 0; code < Deltas.CODES; code++) {
            OF_ALL[code] = new DeltaCode((byte) code, ALL);
        }
    }

    public static DeltaCode of(byte code, int worlds) {
        return worlds == ALL ? ofAll(code) : new DeltaCode(code, worlds);
    }

    public static DeltaCode ofAll(byte code) {
        return OF_ALL[code];
    }

    public boolean isOfAll() {
        return worlds == ALL;
    }

    /** The same change without what changes at distance 1. */
    public DeltaCode ofWindow() {
        return of((byte) (code % 3 + 3), worlds);
    }

    /** Whether a change at distance ≤ window is in it. */
    public boolean changesWindow() {
        return code % 3 != 1;
    }

    public byte[] toBytes() {
        return isOfAll()
                ? new byte[] {code}
                : ByteBuffer.allocate(3)
                        .put((byte) (code + Deltas.CODES))
                        .putChar((char) worlds)
                        .array();
    }

    public static DeltaCode of(byte[] bytes) {
        return bytes[0] < Deltas.CODES
                ? ofAll(bytes[0])
                : new DeltaCode(
                        (byte) (bytes[0] - Deltas.CODES), ByteBuffer.wrap(bytes).getChar(1));
    }
}
