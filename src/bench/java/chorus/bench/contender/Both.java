package chorus.bench.contender;

import chorus.playlist.World;
import chorus.state.cooccurrence.Lanes;
import java.util.Arrays;

/**
 * A count in both worlds, as peers store it: {@link Lanes} of a pair; of a track, its count in the window's lane. On the wire
 * {@code window:varint<<1|differs adjacent [window' adjacent']}, zigzag varints, mostly two bytes.
 */
public record Both(long factual, long counterfactual) {
    public static final Both ZERO = new Both(0, 0);
    private static final int LONGEST = 24;

    public boolean isZero() {
        return factual == 0 && counterfactual == 0;
    }

    public Both plus(int window, int adjacent, World world) {
        var change = Lanes.of(window, adjacent);
        return new Both(
                world == World.COUNTERFACTUAL ? factual : Lanes.plus(factual, change),
                world == World.FACTUAL ? counterfactual : Lanes.plus(counterfactual, change));
    }

    public byte[] toBytes() {
        var out = new byte[LONGEST];
        var differs = factual != counterfactual;
        var size = put(out, 0, (long) zigzag(Lanes.window(factual)) << 1 | (differs ? 1 : 0));
        size = put(out, size, zigzag(Lanes.adjacent(factual)));
        if (differs) {
            size = put(out, size, zigzag(Lanes.window(counterfactual)));
            size = put(out, size, zigzag(Lanes.adjacent(counterfactual)));
        }
        return Arrays.copyOf(out, size);
    }

    public static Both of(byte[] bytes) {
        var in = new chorus.state.bytes.Varints.Reader(bytes);
        var head = in.nextLong();
        var factual = Lanes.of(unzigzag((int) (head >>> 1)), unzigzag(in.nextInt()));
        var differs = (head & 1) == 1;
        return new Both(factual, differs ? Lanes.of(unzigzag(in.nextInt()), unzigzag(in.nextInt())) : factual);
    }

    private static int put(byte[] out, int from, long value) {
        var size = from;
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            out[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        out[size++] = (byte) rest;
        return size;
    }

    private static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }

    private static int unzigzag(int value) {
        return value >>> 1 ^ -(value & 1);
    }
}
