package chorus.broker.ratings;

import chorus.broker.Cluster;
import chorus.broker.Keys;
import chorus.broker.PausingReader;
import chorus.epochs.Home;
import chorus.events.Codec;
import chorus.events.UndecodableException;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.RatingEntry;
import chorus.ratings.RatingRules;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A reader of the log {@code ratings} from its beginning: every record of every partition in offset order. */
public final class RatingLog implements AutoCloseable {
    private final PausingReader reader;
    private final Codec<RatingEntry> codec;
    private final RatingRules rules;

    private RatingLog(PausingReader reader, Codec<RatingEntry> codec, RatingRules rules) {
        this.reader = reader;
        this.codec = codec;
        this.rules = rules;
    }

    public static RatingLog open(Cluster cluster, RatingRules rules) {
        var topic = cluster.names().of(RatingTopics.RATINGS);
        var reader = cluster.reader(cluster.allPartitions(topic));
        return new RatingLog(reader, cluster.events().of(RatingTopics.RATINGS), rules);
    }

    /** Takes what a record says and whether its partition goes on after it; what is refused for what it is comes to nobody. */
    @FunctionalInterface
    public interface Visitor {
        boolean visit(int partition, RatingEntry entry);
    }

    public int partitions() {
        return reader.partitions().size();
    }

    /** Gives all that is there now to the visitor, which must not stop a partition. */
    public void toEnd(Visitor visitor) throws InterruptedException {
        reader.toEnd(message -> visit(message, visitor));
    }

    /**
     * Reads on for one poll of at most {@code timeout}.
     *
     * @return whether anything was read
     */
    public boolean poll(Duration timeout, Visitor visitor) throws InterruptedException {
        return reader.poll(timeout, message -> visit(message, visitor));
    }

    /** Lets the partitions that were stopped go on with the next poll. */
    public void resumeAll() {
        reader.resumeAll();
    }

    private boolean visit(ConsumerRecord<byte[], byte[]> message, Visitor visitor) {
        if (message.value() == null) {
            return true;
        }
        try {
            var entry = codec.decode(message.value());
            var home = new Home(message.partition(), key -> Keys.partition(key, partitions()));
            return rules.fault(message.key(), entry, home) != null || visitor.visit(message.partition(), entry);
        } catch (UndecodableException refused) {
            return true;
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
