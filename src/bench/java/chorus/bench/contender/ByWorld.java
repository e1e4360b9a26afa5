package chorus.bench.contender;

import chorus.state.bytes.Varints;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Differences;
import chorus.state.cooccurrence.Lanes;
import java.util.Arrays;

/**
 * A count in every world, as peers store it: the twin's {@link Lanes}, and by how much other worlds differ; of a track, its count in
 * the window's lane. On the wire varints, signed ones as zigzag, mostly two bytes:
 *
 * <pre>
 * window&lt;&lt;1|differs adjacent [sets:1 { set Δwindow Δadjacent }*]
 * </pre>
 */
public record ByWorld(long twin, Differences others) {
    public static final ByWorld ZERO = new ByWorld(0, Differences.NONE);
    private static final int MOST_OF_TWIN = 1 + 2 * Varints.LONGEST;
    private static final int MOST_OF_SET = 3 * Varints.LONGEST;

    public boolean isZero() {
        return twin == 0 && others.isEmpty();
    }

    public ByWorld plus(DeltaCode delta) {
        var change = Deltas.lanes(delta.code());
        return delta.isOfAll()
                ? new ByWorld(Lanes.plus(twin, change), others)
                : new ByWorld(twin, others.plus(delta.worlds(), change));
    }

    /** The {@link Lanes} in a world. */
    public long in(int world) {
        return world == 0 ? twin : Lanes.plus(twin, others.in(world));
    }

    public byte[] toBytes() {
        var sets = others.worlds().length;
        var out = new byte[MOST_OF_TWIN + sets * MOST_OF_SET];
        var size = Varints.write(zigzag(Lanes.window(twin)) << 1 | (sets == 0 ? 0 : 1), out, 0);
        size = Varints.write(zigzag(Lanes.adjacent(twin)), out, size);
        if (sets > 0) {
            out[size++] = (byte) sets;
        }
        for (var i = 0; i < sets; i++) {
            size = Varints.write(others.worlds()[i], out, size);
            size = Varints.write(zigzag(Lanes.window(others.lanes()[i])), out, size);
            size = Varints.write(zigzag(Lanes.adjacent(others.lanes()[i])), out, size);
        }
        return Arrays.copyOf(out, size);
    }

    public static ByWorld of(byte[] bytes) {
        var in = new Varints.Reader(bytes);
        var head = in.nextLong();
        var twin = Lanes.of(unzigzag(head >>> 1), unzigzag(in.nextLong()));
        return new ByWorld(twin, (head & 1) == 0 ? Differences.NONE : differences(in));
    }

    private static Differences differences(Varints.Reader in) {
        var worlds = new int[in.next()];
        var lanes = new long[worlds.length];
        for (var i = 0; i < worlds.length; i++) {
            worlds[i] = in.nextInt();
            lanes[i] = Lanes.of(unzigzag(in.nextLong()), unzigzag(in.nextLong()));
        }
        return new Differences(worlds, lanes);
    }

    private static long zigzag(int value) {
        return (value << 1 ^ value >> 31) & 0xFFFF_FFFFL;
    }

    private static int unzigzag(long value) {
        var bits = (int) value;
        return bits >>> 1 ^ -(bits & 1);
    }
}
