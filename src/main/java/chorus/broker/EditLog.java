package chorus.broker;

import chorus.epochs.EpochGate;
import chorus.epochs.Home;
import chorus.events.Codec;
import chorus.events.UndecodableException;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.LogRules;
import chorus.playlist.PlaylistEdit;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the log of record {@code playlist-edits}, from its beginning: every record of every partition in offset order.
 * A partition can be stopped at a record and let go on later, so that partitions are read epoch by epoch.
 */
public final class EditLog implements AutoCloseable {
    private final PausingReader reader;
    private final Codec<LogEntry> codec;
    private final LogRules rules;
    private final Map<TopicPartition, Long> ends;

    private EditLog(PausingReader reader, Codec<LogEntry> codec, LogRules rules) {
        this.reader = reader;
        this.codec = codec;
        this.rules = rules;
        this.ends = reader.ends();
    }

    /** One record as it lies in the log; an absent key or value is empty. */
    public record Entry(int partition, long offset, byte[] key, byte[] value) {
        /** Whether the key is one of those reserved for marks. */
        public boolean mark() {
            return Keys.isMark(key);
        }
    }

    /** Takes one record and says whether its partition goes on after it. */
    public interface Visitor {
        boolean visit(Entry entry);
    }

    /** The marks of one partition, as far as it has been read. */
    public static final class Marks {
        private final EpochGate gate = new EpochGate();

        /** False where the mark is refused, as the gate has it: it ends nothing. */
        public boolean add(EpochEnded mark) {
            return gate.ended(mark);
        }

        /** Whether an edit that comes next is of an epoch that there can be: one that has not ended, nor is too far ahead. */
        public boolean mayHold(PlaylistEdit edit) {
            var ahead = epochOf(edit) - gate.open();
            return ahead >= 0 && ahead <= EpochGate.MOST_AHEAD;
        }

        /** Whether the mark is there, or its epoch is complete without it. */
        boolean holds(EpochEnded mark) {
            return gate.holds(mark);
        }

        /** The newest epoch that all writers have ended; −1 before the first. */
        public long complete() {
            return gate.open() - 1;
        }

        /** The epoch of an edit that comes next in the partition: its own, or the open one where position says it. */
        public long epochOf(PlaylistEdit edit) {
            return gate.epochOf(edit.epoch());
        }
    }

    public static EditLog open(Cluster cluster, LogRules rules) {
        var reader = cluster.reader(cluster.allPartitions(cluster.names().edits()));
        return new EditLog(reader, cluster.events().edits(), rules);
    }

    /** What a record says; null where it is refused for what it is, whatever playlists hold: the topology keeps it as such. */
    public @Nullable LogEntry read(Entry entry) {
        try {
            var read = codec.decode(entry.value());
            return rules.fault(entry.key(), read, place(entry)) == null ? read : null;
        } catch (UndecodableException refused) {
            return null;
        }
    }

    private Home place(Entry entry) {
        return new Home(entry.partition(), key -> Keys.partition(key, partitions()));
    }

    public int partitions() {
        return reader.partitions().size();
    }

    /**
     * Reads on for one poll of at most {@code timeout}.
     *
     * @return whether anything was read
     */
    public boolean poll(Duration timeout, Visitor visitor) throws InterruptedException {
        return reader.poll(timeout, message -> visitor.visit(entry(message)));
    }

    /** Lets the partitions that were stopped go on with the next poll. */
    public void resumeAll() {
        reader.resumeAll();
    }

    /** Whether everything that was there at the opening, in this partition, has been visited. */
    public boolean passedEnd(int partition) {
        var key = reader.partitions().get(partition);
        return reader.passed(key, ends.getOrDefault(key, 0L));
    }

    /** Gives all that was there at the opening to the visitor, which must not stop a partition. */
    void toEnd(Visitor visitor) throws InterruptedException {
        reader.toEnd(message -> visitor.visit(entry(message)));
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> message) {
        return new Entry(message.partition(), message.offset(), bytes(message.key()), bytes(message.value()));
    }

    private static byte[] bytes(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    @Override
    public void close() {
        reader.close();
    }
}
