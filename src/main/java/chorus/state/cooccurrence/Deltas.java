package chorus.state.cooccurrence;

import chorus.playlist.World;
import java.util.Arrays;

/**
 * Changes of counts that one edit causes: a list of (from, to, Δwindow, Δadjacent, world) and a list of (track, Δcount,
 * world), each Δ in −1…1. The order is of no meaning and a pair may stand in it repeatedly: counts are sums.
 */
public final class Deltas {
    private static final int CODES = 27;
    private static final long[] FACTUAL = new long[CODES];
    private static final long[] COUNTERFACTUAL = new long[CODES];

    static {
        for (var code = 0; code < CODES; code++) {
            var change = Lanes.of(code % 3 - 1, code / 3 % 3 - 1);
            var world = World.of(code / 9);
            FACTUAL[code] = world == World.COUNTERFACTUAL ? 0 : change;
            COUNTERFACTUAL[code] = world == World.FACTUAL ? 0 : change;
        }
    }

    private int[] froms = new int[32];
    private int[] tos = new int[32];
    private byte[] codes = new byte[32];
    private int size;
    private int[] tracks = new int[2];
    private byte[] trackCodes = new byte[2];
    private int trackSize;

    public void pair(int from, int to, int window, int adjacent, World world) {
        if (size == froms.length) {
            froms = Arrays.copyOf(froms, size * 2);
            tos = Arrays.copyOf(tos, size * 2);
            codes = Arrays.copyOf(codes, size * 2);
        }
        froms[size] = from;
        tos[size] = to;
        codes[size++] = code(window, adjacent, world);
    }

    private static byte code(int window, int adjacent, World world) {
        return (byte) ((window + 1) + 3 * (adjacent + 1) + 9 * world.code());
    }

    public void track(int track, int count, World world) {
        if (trackSize == tracks.length) {
            tracks = Arrays.copyOf(tracks, trackSize * 2);
            trackCodes = Arrays.copyOf(trackCodes, trackSize * 2);
        }
        tracks[trackSize] = track;
        trackCodes[trackSize++] = code(count, 0, world);
    }

    public boolean isEmpty() {
        return size == 0 && trackSize == 0;
    }

    /** Number of pair changes. */
    public int pairs() {
        return size;
    }

    /** Number of track changes. */
    public int tracks() {
        return trackSize;
    }

    public int from(int i) {
        return froms[i];
    }

    public int to(int i) {
        return tos[i];
    }

    /** (Δwindow+1) + 3·(Δadjacent+1) + 9·world of pair change {@code i}: one byte on the wire. */
    public byte code(int i) {
        return codes[i];
    }

    public int track(int i) {
        return tracks[i];
    }

    /** The code of track change {@code i}, as of a pair whose window count changes by Δcount. */
    public byte trackCode(int i) {
        return trackCodes[i];
    }

    /** What a pair change of this code does in the factual world, as {@link Lanes}. */
    public static long factual(byte code) {
        return FACTUAL[code];
    }

    public static long counterfactual(byte code) {
        return COUNTERFACTUAL[code];
    }
}
