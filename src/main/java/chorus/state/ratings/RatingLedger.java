package chorus.state.ratings;

import chorus.epochs.EpochGate;
import chorus.ratings.RatedMark;
import chorus.ratings.RatedMark.OfWorld;
import chorus.ratings.RatedRow;
import chorus.state.Place;
import chorus.state.bytes.Version;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a partition knows beside its users: which rounds have ended, its digests, and how many records it took and refused. */
final class RatingLedger {
    private static final byte VERSION = 1;

    private final EpochGate gate;
    private final long[] digests;
    private final long[] pairs;
    private long applied;
    private long refused;

    private RatingLedger(EpochGate gate, int worlds) {
        this.gate = gate;
        digests = new long[worlds];
        pairs = new long[worlds];
    }

    EpochGate gate() {
        return gate;
    }

    void applied() {
        applied++;
    }

    void refused() {
        refused++;
    }

    /** Takes a user's item out of the digest of a world, before it changes. */
    void without(int world, int user, int item, RatedRow row) {
        exchange(world, user, item, row, -1);
    }

    /** Takes it in again, as it is now. */
    void with(int world, int user, int item, RatedRow row) {
        exchange(world, user, item, row, 1);
    }

    private void exchange(int world, int user, int item, RatedRow row, int sign) {
        var at = row.find(item);
        if (at >= 0) {
            digests[world] += sign * RatedMark.term(user, item, row.value(at));
            pairs[world] += sign;
        }
    }

    RatedMark mark(long round, Place place) {
        var worlds = IntStream.range(0, digests.length)
                .mapToObj(world -> new OfWorld(place.worlds().get(world), digests[world], pairs[world]))
                .toList();
        return new RatedMark(round, place.partition(), place.partitions(), worlds, applied, refused);
    }

    byte[] toBytes() {
        var out = ByteBuffer.allocate(1 + 16 + 16 * digests.length + gate.size());
        out.put(VERSION).putLong(applied).putLong(refused);
        for (var world = 0; world < digests.length; world++) {
            out.putLong(digests[world]).putLong(pairs[world]);
        }
        gate.write(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    static RatingLedger of(byte @Nullable [] bytes, int worlds) {
        if (bytes == null) {
            return new RatingLedger(new EpochGate(), worlds);
        }
        var in = ByteBuffer.wrap(bytes);
        Version.require("ledger of ratings", in.get(), VERSION);
        var applied = in.getLong();
        var refused = in.getLong();
        var digests = new long[worlds];
        var pairs = new long[worlds];
        for (var world = 0; world < worlds; world++) {
            digests[world] = in.getLong();
            pairs[world] = in.getLong();
        }
        var ledger = new RatingLedger(EpochGate.read(in), worlds);
        ledger.applied = applied;
        ledger.refused = refused;
        System.arraycopy(digests, 0, ledger.digests, 0, worlds);
        System.arraycopy(pairs, 0, ledger.pairs, 0, worlds);
        return ledger;
    }
}
