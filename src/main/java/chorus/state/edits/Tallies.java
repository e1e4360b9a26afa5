package chorus.state.edits;

import chorus.state.playlists.Entries;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Changes of a partition's tallies.
 *
 * @param planted of the training playlists with a plant, by the campaign's number less one; those behind the last do not change
 */
record Tallies(long training, long heldOut, long[] planted, long applied, long refused) {
    private static final long[] NO_PLANTS = {};

    static final Tallies NONE = new Tallies(0, 0, NO_PLANTS, 0, 0);
    static final Tallies REFUSED = new Tallies(0, 0, NO_PLANTS, 0, 1);
    private static final Tallies APPLIED = new Tallies(0, 0, NO_PLANTS, 1, 0);

    /**
     * An edit that applied.
     *
     * @param campaigns how many have a number
     */
    static Tallies applied(PlaylistState before, PlaylistState after, boolean isHeldOut, int campaigns) {
        var born = alive(after) - alive(before);
        var planted = isHeldOut ? NO_PLANTS : planted(before.entries(), after.entries(), campaigns);
        return born == 0 && planted.length == 0
                ? APPLIED
                : new Tallies(isHeldOut ? 0 : born, isHeldOut ? born : 0, planted, 1, 0);
    }

    /** A playlist that was founded by so many edits. */
    static Tallies founded(boolean isHeldOut, long edits) {
        return new Tallies(isHeldOut ? 0 : 1, isHeldOut ? 1 : 0, NO_PLANTS, edits, 0);
    }

    private static int alive(PlaylistState state) {
        return state.life() == Life.ALIVE ? 1 : 0;
    }

    private static long[] planted(long[] before, long[] after, int campaigns) {
        if (campaigns == 0 || before.length == after.length || isOrganic(before, after)) {
            return NO_PLANTS;
        }
        var planted = new long[campaigns];
        for (var campaign = 1; campaign <= campaigns; campaign++) {
            planted[campaign - 1] = held(after, campaign) - held(before, campaign);
        }
        return Arrays.stream(planted).allMatch(change -> change == 0) ? NO_PLANTS : planted;
    }

    /** Whether it is one entry of no campaign that came or went, as it nearly always is. */
    private static boolean isOrganic(long[] before, long[] after) {
        var longer = before.length > after.length ? before : after;
        var shorter = before.length > after.length ? after : before;
        return longer.length - shorter.length == 1 && Entries.campaign(longer[Arrays.mismatch(longer, shorter)]) == 0;
    }

    private static long held(long[] entries, int campaign) {
        return Entries.holdsPlant(entries, campaign) ? 1 : 0;
    }

    boolean isNone() {
        return training == 0 && heldOut == 0 && planted.length == 0 && applied == 0 && refused == 0;
    }

    Tallies plus(Tallies other) {
        return new Tallies(
                training + other.training,
                heldOut + other.heldOut,
                plus(planted, other.planted),
                applied + other.applied,
                refused + other.refused);
    }

    private static long[] plus(long[] one, long[] other) {
        if (other.length == 0) {
            return one;
        }
        var sum = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (var i = 0; i < other.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    /** Bytes that {@link #write} takes. */
    int size() {
        return 36 + 8 * planted.length;
    }

    void write(ByteBuffer out) {
        out.putLong(training).putLong(heldOut).putLong(applied).putLong(refused).putInt(planted.length);
        for (var each : planted) {
            out.putLong(each);
        }
    }

    static Tallies read(ByteBuffer in) {
        var training = in.getLong();
        var heldOut = in.getLong();
        var applied = in.getLong();
        var refused = in.getLong();
        var planted = new long[in.getInt()];
        Arrays.setAll(planted, i -> in.getLong());
        return new Tallies(training, heldOut, planted, applied, refused);
    }
}
