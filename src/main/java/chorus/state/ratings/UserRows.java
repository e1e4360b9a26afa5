package chorus.state.ratings;

import chorus.ratings.RatedRow;
import chorus.state.bytes.Varints;
import chorus.state.bytes.Version;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a user in every world, and in its store:
 *
 * <pre>
 * version:1 lastSequence:varint lastRound:varint items:varint { item:varint kinds:varint { worlds:varint what:1 [told:8] [uprated:8] }* }*
 * what = 1, where something was told | 2, where something is said for others' sake
 * </pre>
 */
final class UserRows {
    private static final byte VERSION = 1;
    private static final byte TOLD = 1;
    private static final byte UPRATED = 2;

    private final RatedRow[] rows;
    private long lastSequence;
    private int lastRound = -1;

    private UserRows(int worlds) {
        rows = IntStream.range(0, worlds).mapToObj(_ -> new RatedRow()).toArray(RatedRow[]::new);
    }

    /** One for each world, by its place. */
    RatedRow[] rows() {
        return rows;
    }

    /** The number of the user's newest rating; 0 before the first. */
    long lastSequence() {
        return lastSequence;
    }

    /** The round in which something became known last; −1 before the first. */
    int lastRound() {
        return lastRound;
    }

    void took(long sequence, int round) {
        lastSequence = sequence;
        lastRound = round;
    }

    byte[] toBytes() {
        var out = new Varints();
        out.put(VERSION);
        out.put(lastSequence);
        out.put((long) lastRound + 1);
        var items = Arrays.stream(rows)
                .flatMapToInt(RatedRow::items)
                .sorted()
                .distinct()
                .toArray();
        out.put((long) items.length);
        for (var item : items) {
            out.put((long) item);
            put(item, out);
        }
        return out.toBytes();
    }

    /** What worlds know alike of an item stands once. */
    private void put(int item, Varints out) {
        var kinds = new int[rows.length];
        var count = 0;
        var left = IntStream.range(0, rows.length)
                .filter(world -> rows[world].find(item) >= 0)
                .map(world -> 1 << world)
                .sum();
        while (left != 0) {
            var first = Integer.numberOfTrailingZeros(left);
            for (var world = first; world < rows.length; world++) {
                kinds[count] |= (left >> world & 1) != 0 && isAlike(item, first, world) ? 1 << world : 0;
            }
            left &= ~kinds[count++];
        }
        out.put((long) count);
        for (var kind = 0; kind < count; kind++) {
            out.put((long) kinds[kind]);
            put(rows[Integer.numberOfTrailingZeros(kinds[kind])], item, out);
        }
    }

    private boolean isAlike(int item, int a, int b) {
        var one = rows[a];
        var other = rows[b];
        return same(one.told(one.find(item)), other.told(other.find(item)))
                && same(one.uprated(one.find(item)), other.uprated(other.find(item)));
    }

    private static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    private static void put(RatedRow row, int item, Varints out) {
        var told = row.told(row.find(item));
        var uprated = row.uprated(row.find(item));
        out.put((byte) ((Double.isNaN(told) ? 0 : TOLD) | (Double.isNaN(uprated) ? 0 : UPRATED)));
        put(told, out);
        put(uprated, out);
    }

    private static void put(double value, Varints out) {
        if (!Double.isNaN(value)) {
            var bits = Double.doubleToLongBits(value);
            for (var shift = 56; shift >= 0; shift -= 8) {
                out.put((byte) (bits >>> shift));
            }
        }
    }

    static UserRows of(byte @Nullable [] bytes, int worlds) {
        var user = new UserRows(worlds);
        if (bytes == null) {
            return user;
        }
        var in = new Varints.Reader(bytes);
        Version.require("user", in.next(), VERSION);
        user.lastSequence = in.nextLong();
        user.lastRound = (int) in.nextLong() - 1;
        for (var items = in.nextInt(); items > 0; items--) {
            var item = in.nextInt();
            for (var kinds = in.nextInt(); kinds > 0; kinds--) {
                user.read(item, in);
            }
        }
        return user;
    }

    private void read(int item, Varints.Reader in) {
        var worlds = in.nextInt();
        var what = in.next();
        var told = (what & TOLD) != 0 ? value(in) : Double.NaN;
        var uprated = (what & UPRATED) != 0 ? value(in) : Double.NaN;
        for (var world = 0; world < rows.length; world++) {
            if ((worlds >> world & 1) != 0) {
                if (!Double.isNaN(told)) {
                    rows[world].tell(item, told);
                }
                if (!Double.isNaN(uprated)) {
                    rows[world].uprate(item, uprated);
                }
            }
        }
    }

    private static double value(Varints.Reader in) {
        var bits = 0L;
        for (var n = 0; n < Long.BYTES; n++) {
            bits = bits << 8 | in.next() & 0xFF;
        }
        return Double.longBitsToDouble(bits);
    }
}
