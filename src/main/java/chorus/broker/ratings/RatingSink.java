package chorus.broker.ratings;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import chorus.broker.Keys;
import chorus.broker.access.Deed;
import chorus.events.Codec;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.RatingEntry;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes ratings and marks to Kafka. What the log holds already is not written again: after a restart the same course can simply be
 * given once more. A failure surfaces as {@link BrokerFault} at the next call. For one thread.
 */
public final class RatingSink implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final Cluster cluster;
    private final String topic;
    private final Codec<RatingEntry> codec;
    private final WrittenRatings written;
    private final AtomicReference<@Nullable BrokerFault> failure = new AtomicReference<>();

    private RatingSink(Cluster cluster, WrittenRatings written) {
        this.cluster = cluster;
        this.written = written;
        producer = cluster.producer(Map.of());
        topic = cluster.names().of(RatingTopics.RATINGS);
        codec = cluster.events().of(RatingTopics.RATINGS);
    }

    /** @param written what the log holds */
    public static RatingSink open(Cluster cluster, WrittenRatings written) {
        return new RatingSink(cluster, written);
    }

    /** Returns whether it had to be written. */
    public boolean said(Said said) {
        var user = said.rating().user();
        var last = written.last(user);
        if (said.sequence() <= last) {
            if (said.sequence() == last && !written.isNewest(said)) {
                throw new BrokerFault.OtherCourse(topic, "ratings of user " + user);
            }
            return false;
        }
        send(new ProducerRecord<>(topic, Keys.of(user), codec.encode(said)), "a rating of user " + user);
        return true;
    }

    /** Ends a round in every partition; all that was given before it is written before it. */
    public void end(RoundEnded mark) {
        flush();
        for (var partition = 0; partition < written.partitions(); partition++) {
            if (!written.holds(partition, mark)) {
                var message = new ProducerRecord<>(topic, partition, Keys.of(-1 - mark.writer()), codec.encode(mark));
                send(message, "the mark of round " + mark.epoch());
            }
        }
        flush();
    }

    private void send(ProducerRecord<byte[], byte[]> message, String what) {
        check();
        try {
            var _ = producer.send(message, (metadata, fault) -> {
                if (fault != null) {
                    failure.compareAndSet(null, unsent(what, fault));
                }
            });
        } catch (KafkaException refused) {
            throw unsent(what, refused);
        }
    }

    private void flush() {
        check();
        try {
            producer.flush();
        } catch (KafkaException stopped) {
            throw unsent("what was under way", stopped);
        }
        check();
    }

    private BrokerFault unsent(String what, Exception fault) {
        return BrokerFault.unsent(cluster.access(), what, fault, Deed.writing(topic, ""));
    }

    private void check() {
        var fault = failure.get();
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public void close() {
        try (producer) {
            if (failure.get() == null) {
                flush();
            }
        }
    }
}
