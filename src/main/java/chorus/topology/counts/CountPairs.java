package chorus.topology.counts;

import chorus.config.StreamSettings;
import chorus.events.Events;
import chorus.rows.CountsMark;
import chorus.state.cooccurrence.PairChanges;
import chorus.topology.counts.CountLedger.Phase;
import chorus.topology.edits.DeltaWire;
import chorus.topology.edits.DeltaWire.Message;
import chorus.topology.engine.CommitHook;
import chorus.topology.engine.Slices;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/**
 * Counts the pairs and tracks of one partition. Changes of the current epoch gather on the heap, with a journal of what came, until
 * they are merged into rows; those of later ones wait as pending rows. When every upstream partition has ended the
 * epoch, its changed rows are published in slices, its mark last, and what is pending for the next one is merged.
 */
@NullUnmarked
final class CountPairs implements Processor<byte[], byte[], byte[], Published> {
    static final String PAIRS = "pair-counts";
    static final String CHANGED = "changed-rows";
    static final String PENDING = "pending";
    static final String LEDGER = "count-ledger";
    static final String JOURNAL = "journal";
    private static final String KEY = "ledger";
    private static final int PENDING_ROWS = 256;

    private final Events events;
    private final CommitHook hook;
    private final StreamSettings settings;
    private final int partitions;
    private final Slices slices;

    private ProcessorContext<byte[], Published> context;
    private KeyValueStore<String, byte[]> ledgerStore;
    private CommitHook.Armed armed;
    private CountLedger ledger;
    private CountRows rows;
    private PendingRows pending;
    private Journal journal;
    private PairChanges open;
    private RowPublisher publisher;

    CountPairs(Events events, CommitHook hook, StreamSettings settings, int partitions, Slices slices) {
        this.events = events;
        this.hook = hook;
        this.settings = settings;
        this.partitions = partitions;
        this.slices = slices;
    }

    @Override
    public void init(ProcessorContext<byte[], Published> context) {
        this.context = context;
        ledgerStore = context.getStateStore(LEDGER);
        ledger = CountLedger.of(ledgerStore.get(KEY));
        var changed = new ChangedRows(context.getStateStore(CHANGED));
        rows = new CountRows(context.getStateStore(PAIRS), changed, ledger.tally(), settings.chunkNeighbours());
        pending = new PendingRows(context.getStateStore(PENDING), settings.bufferedPairs());
        open = new PairChanges(Math.min(settings.bufferedPairs(), 1 << 16));
        journal = new Journal(context.getStateStore(JOURNAL));
        journal.replay(open);
        publisher = new RowPublisher(events, context, rows, changed);
        armed = hook.bind(context, this::save);
        context.schedule(Slices.EVERY, PunctuationType.WALL_CLOCK_TIME, now -> work());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (DeltaWire.decode(record.value())) {
            case Message.Changes batch -> add(batch, record.value());
            case Message.Ended(long epoch, int upstream, int of) -> {
                end(epoch, upstream, of);
                work();
            }
        }
        armed.touch();
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
        if (epoch == ledger.current() && ledger.phase() == Phase.OPEN) {
            batch.forEach(open::add);
            journal.add(bytes);
        } else {
            batch.forEach(pending.buffer(epoch)::add);
        }
        if (open.size() >= settings.bufferedPairs() || journal.full()) {
            merge();
        }
        if (pending.full()) {
            pending.drain();
        }
    }

    /** Closes and opens epochs as far as their marks and the slice allow. */
    private void work() {
        if (ledger.phase() == Phase.OPEN && !ledger.ended()) {
            return;
        }
        var slice = slices.begin();
        boolean more;
        do {
            more = step(slice);
        } while (more && !slice.over());
        armed.touch();
    }

    /**
     * One step of the cycle open → closing → opening → open, and never none in a slice, however short; false when there is nothing
     * to do, or no time left for it.
     */
    private boolean step(Slices.Slice slice) {
        return switch (ledger.phase()) {
            case OPEN -> ledger.ended() && startClosing();
            case CLOSING -> publisher.publish(slice, ledger) && finishClosing();
            case OPENING -> takePending();
        };
    }

    /** The cut is made durable before its rows go out, which may take several slices: false, for the commit comes first. */
    private boolean startClosing() {
        merge();
        ledger.closing();
        context.commit();
        return false;
    }

    private boolean finishClosing() {
        var tally = ledger.tally();
        publisher.mark(new CountsMark(
                ledger.current(), context.taskId().partition(), partitions, tally.factual(), tally.counterfactual()));
        ledger.opening();
        context.commit();
        return true;
    }

    /** What has come since for the epoch waits behind what is pending: taken first, it could count below zero. */
    private boolean takePending() {
        pending.drain();
        if (!pending.take(ledger.current(), open, PENDING_ROWS)) {
            merge();
            ledger.opened();
        }
        if (open.size() >= settings.bufferedPairs()) {
            merge();
        }
        return true;
    }

    /** Merges what has gathered for the open epoch into its rows. */
    private void merge() {
        rows.drain(open);
        journal.clear();
    }

    /**
     * Stores everything that waits on the heap; runs inside the transaction that commits the records it came from. What was taken
     * from pending rows is in no journal.
     */
    private void save() {
        if (ledger.phase() == Phase.OPEN) {
            journal.save();
        } else {
            merge();
        }
        pending.drain();
        ledgerStore.put(KEY, ledger.toBytes());
    }
}
