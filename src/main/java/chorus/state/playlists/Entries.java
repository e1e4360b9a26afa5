package chorus.state.playlists;

import chorus.worlds.WorldSet;
import java.util.Arrays;

/**
 * A playlist's one sequence of entries, of which each world sees its own. An entry is packed, so that a playlist is one
 * {@code long[]}; arrays are never changed after they were made.
 *
 * <pre>
 * | track:32 | campaign:8 | worlds:24 |     campaign: a number that the partition gives, 0 for none; worlds: the low bits of a {@link WorldSet}
 * </pre>
 */
public final class Entries {
    /** Campaigns that entries of one partition can tell apart. */
    public static final int MOST_CAMPAIGNS = 255;

    static final long[] NONE = {};

    private static final int SET_BITS = 24;
    private static final int SET = (1 << SET_BITS) - 1;

    private Entries() {}

    public static long pack(int track, int campaign, WorldSet worlds) {
        return (long) track << 32 | (long) campaign << SET_BITS | worlds.bits() & SET;
    }

    public static int track(long entry) {
        return (int) (entry >>> 32);
    }

    public static int campaign(long entry) {
        return (int) entry >>> SET_BITS;
    }

    public static WorldSet worlds(long entry) {
        return new WorldSet((int) entry << 32 - SET_BITS >> 32 - SET_BITS);
    }

    /** Whether it is of all worlds and of no campaign, as nearly all are. */
    public static boolean isPlain(long entry) {
        return (int) entry == SET;
    }

    static boolean isSeen(long entry, int world) {
        return ((int) entry >> world & 1) != 0;
    }

    /** The tracks that a world sees, in order. */
    public static int[] view(long[] entries, int world) {
        var tracks = new int[entries.length];
        var size = 0;
        for (var entry : entries) {
            if (isSeen(entry, world)) {
                tracks[size++] = track(entry);
            }
        }
        return size == tracks.length ? tracks : Arrays.copyOf(tracks, size);
    }

    /** Position in the sequence of the entry at {@code index} of a world's view; −1 where the view is shorter. */
    static int position(long[] entries, int world, int index) {
        var seen = -1;
        for (var i = 0; i < entries.length; i++) {
            if (isSeen(entries[i], world) && ++seen == index) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a world of the set holds the track. */
    static boolean holds(long[] entries, int track, WorldSet worlds) {
        for (var entry : entries) {
            if (track(entry) == track && worlds(entry).meets(worlds)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a plant of the campaign is among them. */
    public static boolean holdsPlant(long[] entries, int campaign) {
        for (var entry : entries) {
            if (campaign(entry) == campaign) {
                return true;
            }
        }
        return false;
    }

    static long[] with(long[] entries, int position, long entry) {
        var after = new long[entries.length + 1];
        System.arraycopy(entries, 0, after, 0, position);
        after[position] = entry;
        System.arraycopy(entries, position, after, position + 1, entries.length - position);
        return after;
    }

    static long[] without(long[] entries, int position) {
        var after = new long[entries.length - 1];
        System.arraycopy(entries, 0, after, 0, position);
        System.arraycopy(entries, position + 1, after, position, after.length - position);
        return after;
    }
}
