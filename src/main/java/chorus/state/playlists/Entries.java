package chorus.state.playlists;

import chorus.playlist.World;
import java.util.Arrays;

/**
 * A playlist's one sequence of entries, of which each world sees its own. An entry is packed as track·4 + world, so that a
 * playlist is one {@code int[]}; arrays are never changed after they were made.
 */
public final class Entries {
    static final int[] NONE = {};

    private Entries() {}

    public static int pack(int track, World world) {
        return track << 2 | world.code();
    }

    public static int track(int entry) {
        return entry >>> 2;
    }

    public static World world(int entry) {
        return World.of(entry & 3);
    }

    /** Whether both worlds see the same list: no entry of one world only. */
    static boolean worldsAgree(int[] entries) {
        for (var entry : entries) {
            if ((entry & 3) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The tracks that {@code view} sees, in order. */
    public static int[] view(int[] entries, World view) {
        var tracks = new int[entries.length];
        var size = 0;
        for (var entry : entries) {
            if (world(entry).seenIn(view)) {
                tracks[size++] = track(entry);
            }
        }
        return size == tracks.length ? tracks : Arrays.copyOf(tracks, size);
    }

    /** Position in the sequence of the entry at {@code index} of {@code view}; −1 where the view is shorter. */
    static int position(int[] entries, World view, int index) {
        var seen = -1;
        for (var i = 0; i < entries.length; i++) {
            if (world(entries[i]).seenIn(view) && ++seen == index) {
                return i;
            }
        }
        return -1;
    }

    /** Index that the entry at {@code position} has, or would have, in {@code view}. */
    static int index(int[] entries, World view, int position) {
        var index = 0;
        for (var i = 0; i < position; i++) {
            if (world(entries[i]).seenIn(view)) {
                index++;
            }
        }
        return index;
    }

    static boolean holds(int[] entries, int track, World world) {
        for (var entry : entries) {
            if (track(entry) == track && overlap(world(entry), world)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlap(World a, World b) {
        return a == b || a == World.BOTH || b == World.BOTH;
    }

    static int[] with(int[] entries, int position, int entry) {
        var after = new int[entries.length + 1];
        System.arraycopy(entries, 0, after, 0, position);
        after[position] = entry;
        System.arraycopy(entries, position, after, position + 1, entries.length - position);
        return after;
    }

    static int[] without(int[] entries, int position) {
        var after = new int[entries.length - 1];
        System.arraycopy(entries, 0, after, 0, position);
        System.arraycopy(entries, position + 1, after, position, after.length - position);
        return after;
    }
}
