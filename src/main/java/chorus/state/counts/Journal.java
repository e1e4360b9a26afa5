package chorus.state.counts;

import chorus.state.bytes.ByteStore;
import chorus.state.runs.RunMerge;
import chorus.state.wire.DeltaWire.Message;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * The changes that are in no row yet, by epoch, of the open one and of later ones: in a logged store, but for those that came
 * last. A commit stores batches as they came; when many have gathered they are sorted into a run, which takes their place. So a
 * commit costs what came, and a row is rewritten once for all that its epoch changes in it, not at every commit.
 *
 * <pre>
 * (epoch:8 run:4 segment:4) → segment of a {@link chorus.state.runs.Runs run}, or of what is to become one: 0 { length:varint batch }*
 * </pre>
 */
final class Journal {
    private final ByteStore<byte[]> store;
    private final int buffered;
    private final TreeMap<Long, EpochJournal> epochs = new TreeMap<>();

    /**
     * Takes up what {@code store} holds.
     *
     * @param buffered changes that may gather on the heap
     */
    Journal(ByteStore<byte[]> store, int buffered) {
        this.store = store;
        this.buffered = buffered;
        store.forEach((segment, bytes) -> {
            var key = ByteBuffer.wrap(segment);
            of(key.getLong()).restore(key.getInt(), key.getInt(), bytes);
        });
    }

    private EpochJournal of(long epoch) {
        return epochs.computeIfAbsent(epoch, e -> new EpochJournal(e, store));
    }

    /** Adds a batch of {@code epoch}: its changes, and its bytes as they came. */
    void add(Message.Changes batch, byte[] bytes) {
        of(batch.epoch()).add(batch, bytes);
        if (epochs.values().stream().mapToInt(EpochJournal::waiting).sum() >= buffered) {
            Collections.max(epochs.values(), Comparator.comparingInt(EpochJournal::waiting))
                    .seal();
        }
    }

    /** Stores what was added since the last time. */
    void save() {
        epochs.values().forEach(EpochJournal::save);
    }

    /** Makes runs of all that came for {@code epoch}; the number behind the last one, the first one's where there is none. */
    int seal(long epoch) {
        var journal = of(epoch);
        journal.seal();
        return journal.next();
    }

    /** Whether so many runs of {@code epoch} have gathered that they should be merged before it ends. */
    boolean crowded(long epoch) {
        return of(epoch).crowded();
    }

    /** Reads what the runs of {@code epoch} before {@code end} hold behind the row of track {@code after}. */
    RunMerge merge(long epoch, int end, int after) {
        return new RunMerge(of(epoch).runs(end), after);
    }

    /** The runs of {@code epoch} before {@code end} are in the rows. */
    void merged(long epoch, int end) {
        of(epoch).drop(end);
    }

    /** The epoch has been closed. */
    void forget(long epoch) {
        epochs.remove(epoch);
    }
}
