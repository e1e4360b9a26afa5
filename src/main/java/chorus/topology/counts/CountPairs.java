package chorus.topology.counts;

import chorus.config.Settings;
import chorus.events.Events;
import chorus.rows.CountsMark;
import chorus.state.runs.RunMerge;
import chorus.topology.counts.CountLedger.Phase;
import chorus.topology.edits.DeltaWire;
import chorus.topology.edits.DeltaWire.Message;
import chorus.topology.engine.Lifetime;
import chorus.topology.engine.Slices.Slice;
import chorus.topology.engine.Work;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts the pairs and tracks of one partition. What comes goes to the journal, whatever its epoch. When every upstream partition
 * has ended the open epoch, its journal is merged into rows and the changed rows are published, both in slices, the mark last.
 */
final class CountPairs implements Lifetime<byte[]> {
    static final String PAIRS = "pair-counts";
    static final String CHANGED = "changed-rows";
    static final String LEDGER = "count-ledger";
    static final String JOURNAL = "journal";
    private static final String KEY = "ledger";
    /** A step takes the fewest whole rows that have so many changes, and hardly more rows than these. */
    private static final int A_STEP = 512;

    private final Work work;
    private final int partitions;
    private final ProcessorContext<byte[], Published> context;
    private final KeyValueStore<String, byte[]> ledgerStore;
    private final CountLedger ledger;
    private final ChangedRows changed;
    private final CountRows rows;
    private final Journal journal;
    private final RowPublisher publisher;
    /** What is left of the runs that go into rows; null before the first step, also after a restart. */
    private @Nullable RunMerge merge;

    CountPairs(Events events, Work work, Settings settings, ProcessorContext<byte[], Published> context) {
        this.work = work;
        this.context = context;
        var stream = settings.stream();
        partitions = settings.kafka().partitions();
        ledgerStore = context.getStateStore(LEDGER);
        ledger = CountLedger.of(ledgerStore.get(KEY));
        changed = new ChangedRows(context.getStateStore(CHANGED));
        rows = new CountRows(context.getStateStore(PAIRS), changed, ledger.tally(), stream.chunkNeighbours());
        journal = new Journal(context.getStateStore(JOURNAL), stream.bufferedPairs());
        publisher = new RowPublisher(events, context, rows);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (DeltaWire.decode(record.value())) {
            case Message.Changes batch -> add(batch, record.value());
            case Message.Ended(long epoch, int upstream, int of) -> end(epoch, upstream, of);
        }
    }

    private void end(long epoch, int upstream, int of) {
        if (!ledger.gate().ended(epoch, upstream, of)) {
            throw new IllegalStateException("partition " + upstream + " of " + of + " ended epoch " + epoch
                    + ", which another number of partitions had begun to end");
        }
    }

    private void add(Message.Changes batch, byte[] bytes) {
        var epoch = batch.epoch();
        if (epoch < ledger.gate().open()) {
            throw new IllegalStateException("partition " + batch.upstream() + " sent a change of epoch " + epoch
                    + ", which it had ended: open is " + ledger.gate().open());
        }
        journal.add(batch, bytes);
    }

    /** Whether the open epoch has ended, or its journal should be merged before. */
    @Override
    public boolean isBehind() {
        return ledger.phase() != Phase.OPEN || ledger.ended() || journal.crowded(ledger.current());
    }

    /** Merges, closes and opens epochs as far as their marks and the slice allow. */
    @Override
    public void goOn(Slice slice) {
        boolean more;
        do {
            more = isBehind() && step();
        } while (more && !slice.over());
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
            work.rounds().commitSoon(context);
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
        publisher.publish(changed.take(before, ledger.done()));
        return ledger.done() > before;
    }

    private boolean finishClosing() {
        var tally = ledger.tally();
        publisher.mark(new CountsMark(
                ledger.current(), context.taskId().partition(), partitions, tally.factual(), tally.counterfactual()));
        merge = null;
        changed.clear();
        journal.merged(ledger.current(), ledger.runs());
        journal.forget(ledger.current());
        ledger.closed();
        work.rounds().commitSoon(context);
        return true;
    }

    @Override
    public void save() {
        journal.save();
        if (ledger.phase() == Phase.MERGING) {
            changed.keep();
        }
        changed.save();
        ledgerStore.put(KEY, ledger.toBytes());
    }
}
