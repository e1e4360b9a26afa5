package chorus.state.counts;

import chorus.epochs.EpochGate;
import chorus.rows.CountsMark.WorldDigest;
import chorus.state.bytes.Version;
import chorus.state.cooccurrence.Tally;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a counting partition knows beside its rows and its journal: the open epoch, its phase, marks, and the tally. */
final class CountLedger {
    private static final byte VERSION = 4;
    private static final int DIGEST = 24;

    /**
     * open → merging (the journal goes into rows) → open, in the middle of an epoch; open → closing (the same, and changed rows go
     * out) → open, at its end. Both go through the tracks in ascending order.
     */
    enum Phase {
        OPEN(0),
        MERGING(1),
        CLOSING(2);

        private static final Phase[] BY_CODE = {OPEN, MERGING, CLOSING};

        private final int code;

        Phase(int code) {
            this.code = code;
        }
    }

    private final EpochGate gate;
    private final Tally tally;
    private long current;
    private Phase phase = Phase.OPEN;
    private int runs;
    private int done;

    private CountLedger(EpochGate gate, Tally tally) {
        this.gate = gate;
        this.tally = tally;
    }

    EpochGate gate() {
        return gate;
    }

    Tally tally() {
        return tally;
    }

    /** The epoch whose changes go into rows; those of later ones wait in the journal. */
    long current() {
        return current;
    }

    Phase phase() {
        return phase;
    }

    /** Whether every upstream partition has said all it has to say of the current epoch. */
    boolean ended() {
        return gate.open() > current;
    }

    /** Leaves the open phase: the journal's runs before {@code end} go into rows now. */
    void begin(Phase next, int end) {
        phase = next;
        runs = end;
        done = -1;
    }

    /** The number behind the last run that goes into rows. */
    int runs() {
        return runs;
    }

    /** The track up to which the phase is done, its row included; −1: none yet. */
    int done() {
        return done;
    }

    void done(int track) {
        done = track;
    }

    void merged() {
        phase = Phase.OPEN;
    }

    /** The next epoch is open. */
    void closed() {
        phase = Phase.OPEN;
        current++;
    }

    byte[] toBytes() {
        var out = ByteBuffer.allocate(128 + tally.worlds() * DIGEST + gate.size());
        out.put(VERSION).putLong(current).put((byte) phase.code);
        out.putInt(runs).putInt(done);
        out.put((byte) tally.worlds());
        tally.parts().forEach(part -> put(out, part));
        gate.write(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** @param worlds how many are counted */
    static CountLedger of(byte @Nullable [] bytes, int worlds) {
        if (bytes == null) {
            return new CountLedger(new EpochGate(), Tally.empty(worlds));
        }
        var in = ByteBuffer.wrap(bytes);
        Version.require("ledger", in.get(), VERSION);
        var current = in.getLong();
        var phase = Phase.BY_CODE[in.get()];
        var runs = in.getInt();
        var done = in.getInt();
        var tally =
                Tally.of(IntStream.range(0, in.get()).mapToObj(_ -> digest(in)).toList());
        if (tally.worlds() != worlds) {
            throw new IllegalStateException(
                    "the stores count " + tally.worlds() + " worlds, the settings name " + worlds);
        }
        var ledger = new CountLedger(EpochGate.read(in), tally);
        ledger.current = current;
        ledger.phase = phase;
        ledger.runs = runs;
        ledger.done = done;
        return ledger;
    }

    /** The same, of more worlds: the new ones differ in nothing from the twin. */
    CountLedger widened(int worlds) {
        var widened = new CountLedger(gate, tally.widened(worlds));
        widened.current = current;
        widened.phase = phase;
        widened.runs = runs;
        widened.done = done;
        return widened;
    }

    private static void put(ByteBuffer out, WorldDigest digest) {
        out.putLong(digest.digest()).putLong(digest.pairs()).putLong(digest.tracks());
    }

    private static WorldDigest digest(ByteBuffer in) {
        return new WorldDigest(in.getLong(), in.getLong(), in.getLong());
    }
}
