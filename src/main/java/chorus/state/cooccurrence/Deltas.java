package chorus.state.cooccurrence;

import chorus.worlds.WorldSet;
import java.util.Arrays;

/**
 * Changes of counts that one edit causes: a list of (from, to, Δwindow, Δadjacent, worlds) and a list of (track, Δcount, worlds),
 * each Δ in −1…1. Worlds are those of {@link WorldSet#ALL}, or a set without the twin. The order is of no meaning and a pair may
 * stand in it repeatedly: counts are sums.
 */
public final class Deltas {
    /** Codes of a change; one more byte value each, from here on, says that it is of some worlds only. */
    public static final int CODES = 9;

    /** The code of a change that changes nothing. */
    public static final byte NOTHING = code(0, 0);

    private static final long[] LANES = new long[CODES];

    static {
        for (var code = 0; code < CODES; code++) {
            LANES[code] = Lanes.of(window((byte) code), adjacent((byte) code));
        }
    }

    private int[] froms = new int[32];
    private int[] tos = new int[32];
    private byte[] codes = new byte[32];
    private int[] worlds = new int[32];
    private int size;
    private int[] tracks = new int[2];
    private byte[] trackCodes = new byte[2];
    private int[] trackWorlds = new int[2];
    private int trackSize;

    /** Adds a change of a pair in a set of worlds: where it lacks some but not the twin, it is said of all, and taken back for these. */
    public void pair(int from, int to, int window, int adjacent, int set) {
        add(from, to, code(window, adjacent), ofAll(set));
        if (lacksSome(set)) {
            add(from, to, code(-window, -adjacent), ~set);
        }
    }

    private static int ofAll(int set) {
        return (set & 1) != 0 ? WorldSet.ALL.bits() : set;
    }

    private static boolean lacksSome(int set) {
        return (set & 1) != 0 && set != WorldSet.ALL.bits();
    }

    /** Adds by how much {@code code} changes a pair otherwise than {@code before} does. */
    public void differ(int from, int to, byte code, byte before, int set) {
        if (code != before) {
            add(from, to, code(window(code) - window(before), adjacent(code) - adjacent(before)), set);
        }
    }

    private void add(int from, int to, byte code, int set) {
        if (size == froms.length) {
            froms = Arrays.copyOf(froms, size * 2);
            tos = Arrays.copyOf(tos, size * 2);
            codes = Arrays.copyOf(codes, size * 2);
            worlds = Arrays.copyOf(worlds, size * 2);
        }
        froms[size] = from;
        tos[size] = to;
        codes[size] = code;
        worlds[size++] = set;
    }

    private static byte code(int window, int adjacent) {
        if (Math.abs(window) > 1 || Math.abs(adjacent) > 1) {
            throw new IllegalArgumentException("a pair changes by " + window + " and " + adjacent);
        }
        return (byte) (window + 1 + 3 * (adjacent + 1));
    }

    private static int window(byte code) {
        return code % 3 - 1;
    }

    private static int adjacent(byte code) {
        return code / 3 - 1;
    }

    /** Adds a change of the number of playlists that hold a track, as {@link #pair} does. */
    public void track(int track, int count, int set) {
        addTrack(track, code(count, 0), ofAll(set));
        if (lacksSome(set)) {
            addTrack(track, code(-count, 0), ~set);
        }
    }

    private void addTrack(int track, byte code, int set) {
        if (trackSize == tracks.length) {
            tracks = Arrays.copyOf(tracks, trackSize * 2);
            trackCodes = Arrays.copyOf(trackCodes, trackSize * 2);
            trackWorlds = Arrays.copyOf(trackWorlds, trackSize * 2);
        }
        tracks[trackSize] = track;
        trackCodes[trackSize] = code;
        trackWorlds[trackSize++] = set;
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

    /** (Δwindow+1) + 3·(Δadjacent+1) of pair change {@code i}. */
    public byte code(int i) {
        return codes[i];
    }

    /** The bits of the worlds of pair change {@code i}. */
    public int worlds(int i) {
        return worlds[i];
    }

    public int track(int i) {
        return tracks[i];
    }

    /** The code of track change {@code i}, as of a pair whose window count changes by Δcount. */
    public byte trackCode(int i) {
        return trackCodes[i];
    }

    /** The bits of the worlds of track change {@code i}. */
    public int trackWorlds(int i) {
        return trackWorlds[i];
    }

    /** What a change of this code does, as {@link Lanes}. */
    public static long lanes(byte code) {
        return LANES[code];
    }
}
