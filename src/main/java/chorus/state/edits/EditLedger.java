package chorus.state.edits;

import chorus.epochs.EpochGate;
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
    private static final byte VERSION = 2;

    private final EpochGate gate;
    private final CampaignNumbers campaigns;
    private final TreeMap<Long, Tallies> byEpoch = new TreeMap<>();
    private Tallies closed = Tallies.NONE;
    private long latest;
    private Tallies ofLatest = Tallies.NONE;
    private long published;

    private EditLedger(EpochGate gate, CampaignNumbers campaigns) {
        this.gate = gate;
        this.campaigns = campaigns;
    }

    EpochGate gate() {
        return gate;
    }

    CampaignNumbers campaigns() {
        return campaigns;
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
        if (!ofLatest.isNone()) {
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
                place.worlds(),
                closed.training(),
                closed.heldOut(),
                campaigns.named(closed.planted()),
                closed.applied(),
                closed.refused());
    }

    byte[] toBytes() {
        gather();
        var out = ByteBuffer.allocate(size());
        out.put(VERSION).putLong(published);
        closed.write(out);
        out.putInt(byEpoch.size());
        byEpoch.forEach((epoch, tallies) -> tallies.write(out.putLong(epoch)));
        campaigns.write(out);
        gate.write(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    private int size() {
        var tallies =
                byEpoch.values().stream().mapToInt(each -> 8 + each.size()).sum();
        return 16 + closed.size() + tallies + campaigns.bytes() + gate.size();
    }

    static EditLedger of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new EditLedger(new EpochGate(), new CampaignNumbers());
        }
        var in = ByteBuffer.wrap(bytes);
        Version.require("ledger", in.get(), VERSION);
        var published = in.getLong();
        var closed = Tallies.read(in);
        var byEpoch = new TreeMap<Long, Tallies>();
        for (var left = in.getInt(); left > 0; left--) {
            byEpoch.put(in.getLong(), Tallies.read(in));
        }
        var campaigns = CampaignNumbers.read(in);
        var ledger = new EditLedger(EpochGate.read(in), campaigns);
        ledger.published = published;
        ledger.closed = closed;
        ledger.byEpoch.putAll(byEpoch);
        return ledger;
    }
}
