package chorus.state.edits;

import chorus.playlist.EpochGate;
import chorus.rows.PlaylistsMark;
import chorus.state.Place;
import chorus.state.bytes.Version;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a partition of the first stage knows beside its playlists: which epochs have ended, which of them it has published, and
 * its tallies by epoch, so that edits of later epochs cannot slip into an earlier cut.
 */
final class EditLedger {
    private static final byte VERSION = 1;

    private final EpochGate gate;
    private final TreeMap<Long, Tallies> byEpoch = new TreeMap<>();
    private Tallies closed = Tallies.NONE;
    private long latest;
    private Tallies ofLatest = Tallies.NONE;
    private long published;

    private EditLedger(EpochGate gate) {
        this.gate = gate;
    }

    /** Changes of the partition's tallies. */
    record Tallies(long training, long heldOut, long applied, long refused) {
        static final Tallies NONE = new Tallies(0, 0, 0, 0);
        static final Tallies APPLIED = new Tallies(0, 0, 1, 0);
        static final Tallies REFUSED = new Tallies(0, 0, 0, 1);

        /** An edit that applied, after which so many more playlists are alive. */
        static Tallies applied(int alive, boolean isHeldOut) {
            return alive == 0 ? APPLIED : new Tallies(isHeldOut ? 0 : alive, isHeldOut ? alive : 0, 1, 0);
        }

        Tallies plus(Tallies other) {
            return new Tallies(
                    training + other.training,
                    heldOut + other.heldOut,
                    applied + other.applied,
                    refused + other.refused);
        }
    }

    EpochGate gate() {
        return gate;
    }

    /** The next epoch to publish; it has ended where it is below {@code gate().open()}. */
    long published() {
        return published;
    }

    void count(long epoch, Tallies change) {
        if (epoch != latest) {
            gather();
            latest = epoch;
        }
        ofLatest = ofLatest.plus(change);
    }

    /** Brings what was counted of one epoch in turn to the others. */
    private void gather() {
        if (!ofLatest.equals(Tallies.NONE)) {
            byEpoch.merge(latest, ofLatest, Tallies::plus);
            ofLatest = Tallies.NONE;
        }
    }

    /** The mark of the next epoch to publish, which thereby is published. */
    PlaylistsMark publish(Place place) {
        gather();
        var change = byEpoch.remove(published);
        closed = change == null ? closed : closed.plus(change);
        return new PlaylistsMark(
                published++,
                place.partition(),
                place.partitions(),
                closed.training,
                closed.heldOut,
                closed.applied,
                closed.refused);
    }

    byte[] toBytes() {
        gather();
        var out = ByteBuffer.allocate(64 + gate.size() + byEpoch.size() * 40);
        out.put(VERSION).putLong(published);
        put(out, closed);
        out.putInt(byEpoch.size());
        byEpoch.forEach((epoch, tallies) -> put(out.putLong(epoch), tallies));
        gate.write(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    static EditLedger of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new EditLedger(new EpochGate());
        }
        var in = ByteBuffer.wrap(bytes);
        Version.require("ledger", in.get(), VERSION);
        var published = in.getLong();
        var closed = tallies(in);
        var byEpoch = new TreeMap<Long, Tallies>();
        for (var left = in.getInt(); left > 0; left--) {
            byEpoch.put(in.getLong(), tallies(in));
        }
        var ledger = new EditLedger(EpochGate.read(in));
        ledger.published = published;
        ledger.closed = closed;
        ledger.byEpoch.putAll(byEpoch);
        return ledger;
    }

    private static void put(ByteBuffer out, Tallies t) {
        out.putLong(t.training).putLong(t.heldOut).putLong(t.applied).putLong(t.refused);
    }

    private static Tallies tallies(ByteBuffer in) {
        return new Tallies(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }
}
