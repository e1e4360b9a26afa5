package chorus.state.counts;

import chorus.epochs.EpochGate;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.RowKeys;
import chorus.state.Place;
import chorus.state.counts.CountLedger.Phase;
import chorus.state.runs.RunMerge;
import chorus.state.wire.DeltaWire;
import chorus.state.wire.DeltaWire.Malformed;
import chorus.state.wire.DeltaWire.Message;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The second stage of one partition, whatever runs it: counts pairs and tracks. What comes goes to the journal, whatever its epoch.
 * When every upstream partition has ended the open epoch, its journal is merged into rows and the changed rows are published, both
 * step by step, the mark last.
 */
public final class CountStage {
    private static final String KEY = "ledger";
    /** A step takes the fewest whole rows that have so many changes, and hardly more rows than these. */
    private static final int A_STEP = 512;

    private final CountStores stores;
    private final Place place;
    private final CountsOutput output;
    private final CountLedger ledger;
    private final ChangedRows changed;
    private final CountRows rows;
    private final Journal journal;
    /** What is left of the runs that go into rows; null before the first step, also after a restart. */
    private @Nullable RunMerge merge;

    /** Takes up what {@code stores} hold. */
    public CountStage(CountStores stores, CountSizes sizes, Place place, CountsOutput output) {
        this.stores = stores;
        this.place = place;
        this.output = output;
        ledger = CountLedger.of(stores.ledger().get(KEY), place.worlds().size());
        changed = new ChangedRows(stores.changed());
        rows = new CountRows(stores.pairs(), changed, ledger.tally(), sizes.chunkNeighbours());
        journal = new Journal(stores.journal(), sizes.bufferedPairs());
    }

    /**
     * Lets stores that counted {@code worlds} worlds count {@code more}: those that are new begin as the twin stands.
     */
    public static void widen(CountStores stores, int worlds, int more) {
        var ledger = CountLedger.of(stores.ledger().get(KEY), worlds);
        stores.ledger().put(KEY, ledger.widened(more).toBytes());
    }

    /**
     * Takes a batch or a mark as {@link DeltaWire} has it; it is kept.
     *
     * @throws Malformed where it is neither, or of no partition or epoch that there can be: it changes nothing
     * @throws IllegalStateException where it comes after its epoch has ended: an earlier mark was forged, or this is
     */
    public void take(byte[] message) {
        switch (DeltaWire.decode(message)) {
            case Message.Changes batch -> add(batch, message);
            case Message.Ended(long epoch, int upstream, int of) -> end(epoch, upstream, of);
        }
    }

    private void end(long epoch, int upstream, int of) {
        requirePlace(upstream);
        if (of != place.partitions() || !ledger.gate().ended(epoch, upstream, of)) {
            throw new Malformed("a mark of epoch " + epoch + ", partition " + upstream + " of " + of);
        }
    }

    private void add(Message.Changes batch, byte[] bytes) {
        var epoch = batch.epoch();
        requirePlace(batch.upstream());
        if (epoch < 0 || epoch - ledger.gate().open() > EpochGate.MOST_AHEAD || batch.first() < 0) {
            throw new Malformed("deltas of epoch " + epoch + ", from offset " + batch.first());
        }
        if (epoch < ledger.gate().open()) {
            throw new IllegalStateException("partition " + batch.upstream() + " sent a change of epoch " + epoch
                    + ", which it had ended: open is " + ledger.gate().open());
        }
        journal.add(batch, bytes);
    }

    private void requirePlace(int upstream) {
        if (upstream < 0 || upstream >= place.partitions()) {
            throw new Malformed("deltas of partition " + upstream + " of " + place.partitions());
        }
    }

    /** Whether the open epoch has ended, or its journal should be merged before. */
    public boolean isBehind() {
        return ledger.phase() != Phase.OPEN || ledger.ended() || journal.crowded(ledger.current());
    }

    /** Merges, closes and opens epochs as far as their marks allow and until it is to stop. */
    public void goOn(BooleanSupplier stop) {
        boolean more;
        do {
            more = isBehind() && step();
        } while (more && !stop.getAsBoolean());
    }

    /** One step, and never none in a slice, however short; false when there is nothing to do, or no time left for it. */
    private boolean step() {
        return switch (ledger.phase()) {
            case OPEN -> leaveOpen();
            case MERGING -> mergeMore(Integer.MAX_VALUE) || finishMerging();
            case CLOSING -> publishMore() || finishClosing();
        };
    }

    /** What came is sealed, and made durable soon: where a commit is asked for, it comes before the next slice. */
    private boolean leaveOpen() {
        var epoch = ledger.current();
        if (ledger.ended()) {
            ledger.begin(Phase.CLOSING, journal.seal(epoch));
            output.soon();
            return false;
        }
        var crowded = journal.crowded(epoch);
        if (crowded) {
            ledger.begin(Phase.MERGING, journal.seal(epoch));
        }
        return crowded;
    }

    /** Merges some runs' changes into their rows, up to that of track {@code last}; false when there is none left. */
    private boolean mergeMore(int last) {
        if (merge == null) {
            merge = journal.merge(ledger.current(), ledger.runs(), ledger.done());
        }
        var changes = merge.next(A_STEP, last);
        if (changes == null) {
            return false;
        }
        rows.merge(changes);
        ledger.done(changes.from(changes.size() - 1));
        return true;
    }

    private boolean finishMerging() {
        merge = null;
        changed.keep();
        journal.merged(ledger.current(), ledger.runs());
        ledger.merged();
        return true;
    }

    /** Merges and publishes, together with the rows in between that changed earlier in the epoch; false when nothing is left. */
    private boolean publishMore() {
        var before = ledger.done();
        var portion = changed.portion(before, A_STEP);
        if (!mergeMore(portion == before ? Integer.MAX_VALUE : portion)) {
            ledger.done(portion);
        }
        for (var key : changed.take(before, ledger.done())) {
            publish(key);
        }
        return ledger.done() > before;
    }

    /** A row as it is now, or that it is gone. */
    private void publish(long key) {
        if (RowKeys.chunk(key) == ChangedRows.COUNT) {
            var track = RowKeys.track(key);
            output.count(track, rows.count(track));
        } else {
            output.pairs(key, rows.pairs(key));
        }
    }

    private boolean finishClosing() {
        output.mark(new CountsMark(ledger.current(), place.partition(), place.partitions(), digests()));
        merge = null;
        changed.clear();
        journal.merged(ledger.current(), ledger.runs());
        journal.forget(ledger.current());
        ledger.closed();
        output.soon();
        return true;
    }

    private List<OfWorld> digests() {
        return IntStream.range(0, place.worlds().size())
                .mapToObj(world ->
                        new OfWorld(place.worlds().get(world), ledger.tally().of(world)))
                .toList();
    }

    /** Stores everything that waits on the heap. */
    public void save() {
        journal.save();
        if (ledger.phase() == Phase.MERGING) {
            changed.keep();
        }
        changed.save();
        stores.ledger().put(KEY, ledger.toBytes());
    }
}
