package chorus.state.popularity;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The one division of a catalogue into head and long tail: the head is the shortest prefix of the tracks, most frequent first
 * and equal counts by ascending id, that holds at least {@code headShare} of all entries; every other track is long tail.
 */
public final class LongTail {
    private final BitSet head;

    private LongTail(BitSet head) {
        this.head = head;
    }

    /**
     * @param trackCounts entries by track id
     * @param headShare share of all entries that the head holds, 0…1
     */
    public static LongTail of(int[] trackCounts, double headShare) {
        var total = Arrays.stream(trackCounts).asLongStream().sum();
        var head = new BitSet(trackCounts.length);
        var held = 0L;
        for (var key : mostFrequentFirst(trackCounts)) {
            if (held >= headShare * total) {
                break;
            }
            head.set((int) key);
            held += trackCounts[(int) key];
        }
        return new LongTail(head);
    }

    /** Keys whose low half is the track and whose natural order is that of the head. */
    private static long[] mostFrequentFirst(int[] trackCounts) {
        var keys = new long[trackCounts.length];
        for (var track = 0; track < keys.length; track++) {
            keys[track] = ((long) (Integer.MAX_VALUE - trackCounts[track]) << 32) | track;
        }
        Arrays.sort(keys);
        return keys;
    }

    public boolean holds(int track) {
        return !head.get(track);
    }
}
