package chorus.topology.counts;

import chorus.rows.CountsMark.WorldDigest;
import chorus.state.cooccurrence.Tally;
import chorus.topology.engine.EpochGate;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a counting partition knows beside its rows: the epoch whose changes they hold, its phase, marks, and the tally. */
final class CountLedger {
    private static final byte VERSION = 2;

    /** open → closing (changed rows go out) → opening (pending changes come in) → open. */
    enum Phase {
        OPEN,
        CLOSING,
        OPENING
    }

    private final EpochGate gate;
    private final Tally tally;
    private long current;
    private Phase phase = Phase.OPEN;
    private int rowsOut;

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

    /** The epoch whose changes are merged into rows; later ones are pending. */
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

    void closing() {
        phase = Phase.CLOSING;
    }

    /** How many of the closing epoch's changed rows are published. */
    int rowsOut() {
        return rowsOut;
    }

    void rowOut() {
        rowsOut++;
    }

    void opening() {
        rowsOut = 0;
        current++;
        phase = Phase.OPENING;
    }

    void opened() {
        phase = Phase.OPEN;
    }

    byte[] toBytes() {
        var out = ByteBuffer.allocate(128 + gate.size());
        out.put(VERSION).putLong(current).put((byte)
                switch (phase) {
                    case OPEN -> 0;
                    case CLOSING -> 1;
                    case OPENING -> 2;
                });
        out.putInt(rowsOut);
        put(out, tally.factual());
        put(out, tally.counterfactual());
        gate.write(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    static CountLedger of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new CountLedger(new EpochGate(), Tally.empty());
        }
        var in = ByteBuffer.wrap(bytes);
        var version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException("ledger of version " + version + ": this build reads " + VERSION);
        }
        var current = in.getLong();
        var phase = Phase.values()[in.get()];
        var rowsOut = in.getInt();
        var tally = new Tally(digest(in), digest(in));
        var ledger = new CountLedger(EpochGate.read(in), tally);
        ledger.current = current;
        ledger.phase = phase;
        ledger.rowsOut = rowsOut;
        return ledger;
    }

    private static void put(ByteBuffer out, WorldDigest digest) {
        out.putLong(digest.digest()).putLong(digest.pairs()).putLong(digest.tracks());
    }

    private static WorldDigest digest(ByteBuffer in) {
        return new WorldDigest(in.getLong(), in.getLong(), in.getLong());
    }
}
