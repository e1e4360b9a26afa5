package chorus.broker;

import chorus.broker.refused.Refusals;
import chorus.rows.RowSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads published rows ({@code playlists}, {@code neighbours}, {@code track-counts}; {@code rated}) at exact cuts: each partition of
 * each topic is read up to its mark of the epoch aimed at and waits there; once all wait, the sink holds the rows of that
 * epoch and of no later one.
 *
 * <p>A reader that follows aims at one epoch after the other. A partition may end a later epoch than the one aimed at
 * without ending that one itself: compaction keeps only the newest mark. Its rows then are those of the later epoch, so that
 * one becomes the aim, and the partitions that wait go on to it. No cut mixes epochs, but cuts may leave epochs out.
 *
 * <p>Where to begin: all marks before the present ends are looked up first.
 * <ul>
 *   <li>{@link #newest} aims at the largest mark of all partitions, and waits for the partitions that lack it. With epochs in
 *       lock-step nothing is written beyond the epoch that still has no generation, so every row that compaction took was
 *       replaced by one of this epoch: the cut is exact, whatever was compacted.
 *   <li>{@link #complete} aims at the largest epoch that all partitions have ended, and waits for nothing. It is exact
 *       as long as the rows written after that epoch's marks are younger than the topics' compaction lag (an hour).
 * </ul>
 * Epochs by the clock run on while a reader lags behind; its cuts are exact under the second condition.
 */
public final class RowReader implements AutoCloseable {
    /** Partitions that are named where many are waited for. */
    private static final int MOST_NAMED = 4;

    private final PausingReader reader;
    private final Delivery delivery;
    private final Map<TopicPartition, Long> marks = new ConcurrentHashMap<>();
    private volatile long aim;
    private long delivered;

    private RowReader(PausingReader reader, Delivery delivery, long aim) {
        this.reader = reader;
        this.delivery = delivery;
        this.aim = aim;
    }

    /** Begins at the newest epoch that any partition has ended; epoch 0 where none has. */
    public static RowReader newest(Cluster cluster, RowSink sink) throws InterruptedException {
        return newest(cluster, sink, Refusals.PASSED_OVER);
    }

    /** The same; {@code refusals} are told of what is passed over. */
    public static RowReader newest(Cluster cluster, RowSink sink, Refusals refusals) throws InterruptedException {
        return newest(cluster, new RowDelivery(cluster, sink, refusals));
    }

    /** The same of any published topics. */
    public static RowReader newest(Cluster cluster, Delivery delivery) throws InterruptedException {
        var marks = newestMarks(cluster, delivery).values();
        return open(cluster, delivery, marks.stream().mapToLong(m -> m).max());
    }

    /** Begins at the newest epoch that all partitions have ended; epoch 0 where there is none. */
    public static RowReader complete(Cluster cluster, RowSink sink) throws InterruptedException {
        return complete(cluster, new RowDelivery(cluster, sink, Refusals.PASSED_OVER));
    }

    /** The same of any published topics. */
    public static RowReader complete(Cluster cluster, Delivery delivery) throws InterruptedException {
        var marks = newestMarks(cluster, delivery).values();
        return open(cluster, delivery, marks.stream().mapToLong(m -> m).min());
    }

    private static RowReader open(Cluster cluster, Delivery delivery, OptionalLong aim) {
        var reader = reader(cluster, delivery.topics());
        return new RowReader(reader, delivery.again(), Math.max(0, aim.orElse(0)));
    }

    private static PausingReader reader(Cluster cluster, List<String> topics) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : topics) {
            partitions.addAll(cluster.allPartitions(topic));
        }
        return cluster.reader(partitions);
    }

    private static Map<TopicPartition, Long> newestMarks(Cluster cluster, Delivery delivery)
            throws InterruptedException {
        var newest = new HashMap<TopicPartition, Long>();
        // one after the other: where compaction keeps only the newest mark, the topics before say how far epochs have
        // come
        for (var topic : delivery.topics()) {
            newestMarks(cluster, topic, delivery, newest);
        }
        return newest;
    }

    private static void newestMarks(Cluster cluster, String topic, Delivery delivery, Map<TopicPartition, Long> newest)
            throws InterruptedException {
        try (var reader = reader(cluster, List.of(topic))) {
            reader.partitions().forEach(partition -> newest.put(partition, Delivery.NO_MARK));
            reader.toEnd(message -> {
                var partition = new TopicPartition(message.topic(), message.partition());
                newest.merge(partition, delivery.markedEpoch(message), Math::max);
                return true;
            });
        }
    }

    /** The epoch whose cut comes next, as far as is known. */
    public long aim() {
        return aim;
    }

    /** Rows and marks that the sink was given so far. */
    public long delivered() {
        return delivered;
    }

    /** What the next cut waits for, in words. May be asked from another thread. */
    public String awaited() {
        var open = reader.partitions().stream()
                .filter(partition -> marks.getOrDefault(partition, Delivery.NO_MARK) < aim)
                .map(TopicPartition::toString)
                .sorted()
                .toList();
        return "the end of epoch " + aim + " in "
                + open.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (open.size() > MOST_NAMED ? " and " + (open.size() - MOST_NAMED) + " more partitions" : "");
    }

    /**
     * Reads on for one poll of at most {@code timeout}.
     *
     * @return the epoch, once the sink holds exactly its rows; the next call goes on to the epoch after it
     */
    public OptionalLong advance(Duration timeout) throws InterruptedException {
        if (aligned()) {
            var cut = aim;
            aim = cut + 1;
            reader.resumeAll();
        }
        reader.poll(timeout, this::visit);
        return aligned() ? OptionalLong.of(aim) : OptionalLong.empty();
    }

    private boolean aligned() {
        return marks.size() == reader.partitions().size()
                && marks.values().stream().allMatch(mark -> mark == aim);
    }

    private boolean visit(ConsumerRecord<byte[], byte[]> message) {
        var epoch = delivery.give(message);
        delivered++;
        if (epoch == Delivery.NO_MARK) {
            return true;
        }
        marks.merge(new TopicPartition(message.topic(), message.partition()), epoch, Math::max);
        if (epoch < aim) {
            return true;
        }
        if (epoch > aim) {
            aim = epoch;
            reader.resumeAll();
        }
        return false;
    }

    @Override
    public void close() {
        reader.close();
    }
}
