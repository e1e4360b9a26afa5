package chorus.epochs;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.TreeMap;

/**
 * Which epochs have ended: an epoch is complete when everyone upstream (writers, or partitions of the stage before) has marked
 * it, and epochs become complete in order. Marks may run ahead by many epochs and may be repeated.
 */
public final class EpochGate {
    /**
     * By how many epochs a record may be ahead of its partition: far more than any writer comes to be. One that is further ahead would
     * keep what it is about from every record of the epochs between.
     */
    public static final long MOST_AHEAD = 1_000;

    /** The epoch of a record that was written while epochs go by the clock: the one that is open where it comes. */
    public static final long BY_POSITION = -1;

    private long open;
    private final TreeMap<Long, Marks> marks = new TreeMap<>();

    private record Marks(int of, BitSet who) {}

    /** The first epoch that is not complete. */
    public long open() {
        return open;
    }

    /** The epoch of a record that comes now and says that it is of {@code epoch}: that, or the open one where its position says it. */
    public long epochOf(long epoch) {
        return epoch == BY_POSITION ? open : epoch;
    }

    /**
     * Notes a writer's mark as {@link #ended(long, int, int)} does, but refuses one that {@link #holds} has already: a writer ends an
     * epoch once, so one of the two may be forged.
     */
    public boolean ended(Mark mark) {
        return !holds(mark) && ended(mark.epoch(), mark.writer(), mark.writers());
    }

    /**
     * Notes a mark and moves {@link #open} past every epoch that is now complete.
     *
     * @return false where the mark does not fit an earlier one of its epoch, whose number of markers is fixed, or where there can be no
     *     such epoch: a negative one, or one that is too far ahead
     */
    public boolean ended(long epoch, int who, int of) {
        if (epoch < open) {
            return epoch >= 0;
        }
        if (epoch - open > MOST_AHEAD) {
            return false;
        }
        var seen = marks.computeIfAbsent(epoch, e -> new Marks(of, new BitSet()));
        if (seen.of != of) {
            return false;
        }
        seen.who.set(who);
        while (!marks.isEmpty()
                && marks.firstKey() == open
                && complete(marks.firstEntry().getValue())) {
            marks.pollFirstEntry();
            open++;
        }
        return true;
    }

    /** Whether the mark has come already, or its epoch is complete. */
    public boolean holds(Mark mark) {
        var seen = marks.get(mark.epoch());
        return mark.epoch() >= 0 && mark.epoch() < open
                || seen != null && seen.of == mark.writers() && seen.who.get(mark.writer());
    }

    private static boolean complete(Marks marks) {
        return marks.who.cardinality() == marks.of;
    }

    /** Appends the gate to {@code out}: open, number of epochs, then epoch, of, words of each. */
    public void write(ByteBuffer out) {
        out.putLong(open).putInt(marks.size());
        marks.forEach((epoch, seen) -> {
            var words = seen.who.toLongArray();
            out.putLong(epoch).putInt(seen.of).putInt(words.length);
            for (var word : words) {
                out.putLong(word);
            }
        });
    }

    public static EpochGate read(ByteBuffer in) {
        var gate = new EpochGate();
        gate.open = in.getLong();
        for (var left = in.getInt(); left > 0; left--) {
            var epoch = in.getLong();
            var of = in.getInt();
            var words = new long[in.getInt()];
            for (var i = 0; i < words.length; i++) {
                words[i] = in.getLong();
            }
            gate.marks.put(epoch, new Marks(of, BitSet.valueOf(words)));
        }
        return gate;
    }

    /** Upper bound of the bytes that {@link #write} takes. */
    public int size() {
        return 12 + marks.values().stream().mapToInt(m -> 24 + m.who.size() / 8).sum();
    }
}
