package chorus.simulate.listeners;

import chorus.hash.Hash64;
import chorus.playlist.PlaylistId;
import java.util.Arrays;

/**
 * When a playlist's owner edits it: once a day, in one session of one minute to half an hour that begins by the {@link DailyCurve},
 * each edit at a moment of the session drawn on its own. All by identity alone, whether anything is edited on that day or not. So an
 * edit more is to the others what each of them is: no time tells which one was added.
 */
public record SessionTimes(long randomSeed) {
    private static final long START = 0x71E5_0001L;
    private static final long LENGTH = 0x71E5_0002L;
    private static final long EDIT = 0x71E5_0003L;
    /** Far from the numbers of organic edits. */
    private static final long CAMPAIGN = 1L << 40;

    private static final double SHORTEST = 60_000;
    private static final double LONGEST = 1_800_000;
    /** A founding takes half a day at most. */
    private static final long LONGEST_FOUNDING = Calendar.DAY / 2;

    /** The time of day, in milliseconds, of what the owner does for a campaign. */
    public long act(PlaylistId playlist, long epoch, String campaign) {
        return at(playlist, epoch, CAMPAIGN + campaign.hashCode(), length(playlist, epoch));
    }

    /** The times of day of the {@code edits} organic edits of a session, ascending. */
    long[] edits(PlaylistId playlist, long epoch, int edits) {
        return several(playlist, epoch, edits, length(playlist, epoch));
    }

    /** The same for a playlist that comes into being with so many tracks: creation and insertions. */
    public long[] founding(PlaylistId playlist, long epoch, int tracks) {
        return several(playlist, epoch, tracks + 1, Math.min(tracks * Calendar.PAUSE, LONGEST_FOUNDING));
    }

    private long[] several(PlaylistId playlist, long epoch, int edits, long length) {
        var times = new long[edits];
        Arrays.setAll(times, step -> at(playlist, epoch, step, length));
        Arrays.sort(times);
        return times;
    }

    private long at(PlaylistId playlist, long epoch, long what, long length) {
        var begin = DailyCurve.at(Hash64.unit(Hash64.of(randomSeed, START, playlist.value(), epoch)));
        var within = Hash64.unit(Hash64.of(Hash64.of(randomSeed, EDIT, playlist.value(), epoch), what));
        return Math.min(begin, Calendar.DAY - 1 - length) + (long) (within * length);
    }

    /** Evenly in the logarithm. */
    private long length(PlaylistId playlist, long epoch) {
        var chance = Hash64.unit(Hash64.of(randomSeed, LENGTH, playlist.value(), epoch));
        return (long) (SHORTEST * StrictMath.pow(LONGEST / SHORTEST, chance));
    }
}
