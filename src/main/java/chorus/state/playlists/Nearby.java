package chorus.state.playlists;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The entries around one of them, as far as they can matter to its pairs in any world.
 *
 * @param position of the one that matters; −1 where all do
 * @param uniform whether all worlds see all others of them
 */
record Nearby(long[] entries, int begin, int end, int position, boolean uniform) {
    /** Up to {@code reach} entries of all worlds to either side, and what lies in between. */
    static Nearby around(long[] entries, int position, int reach) {
        var begin = position;
        var plain = 0;
        for (; begin > 0 && plain < reach; begin--) {
            plain += Entries.isPlain(entries[begin - 1]) ? 1 : 0;
        }
        var end = position + 1;
        for (var after = 0; end < entries.length && after < reach; end++) {
            var one = Entries.isPlain(entries[end]) ? 1 : 0;
            after += one;
            plain += one;
        }
        return new Nearby(entries, begin, end, position, plain == end - begin - 1);
    }

    static Nearby all(long[] entries) {
        return new Nearby(entries, 0, entries.length, -1, false);
    }

    /**
     * What a world sees of it.
     *
     * @param index of the entry that matters
     */
    record View(int[] tracks, int index) {}

    View in(int world) {
        var tracks = new int[end - begin];
        var size = 0;
        var index = -1;
        for (var i = begin; i < end; i++) {
            if (Entries.isSeen(entries[i], world)) {
                index = i == position ? size : index;
                tracks[size++] = Entries.track(entries[i]);
            }
        }
        return new View(size == tracks.length ? tracks : Arrays.copyOf(tracks, size), index);
    }

    /** The worlds of a set parted by what they see here: sets of those that see the same entries, the one of the lowest world first. */
    int[] alike(int worlds) {
        var parts = new IntArrayList(new int[] {worlds});
        for (var i = begin; i < end; i++) {
            if (i != position && !Entries.isPlain(entries[i])) {
                part(parts, Entries.worlds(entries[i]).bits());
            }
        }
        var sets = parts.toIntArray();
        var lowest = worlds & -worlds;
        for (var i = 1; i < sets.length; i++) {
            if ((sets[i] & lowest) != 0) {
                var first = sets[0];
                sets[0] = sets[i];
                sets[i] = first;
            }
        }
        return sets;
    }

    private static void part(IntArrayList parts, int seeing) {
        for (var i = parts.size() - 1; i >= 0; i--) {
            var part = parts.getInt(i);
            if ((part & seeing) != 0 && (part & ~seeing) != 0) {
                parts.set(i, part & seeing);
                parts.add(part & ~seeing);
            }
        }
    }
}
