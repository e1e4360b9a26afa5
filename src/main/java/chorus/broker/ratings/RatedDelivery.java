package chorus.broker.ratings;

import chorus.broker.Cluster;
import chorus.broker.Delivery;
import chorus.broker.Keys;
import chorus.broker.refused.MarkOrder;
import chorus.broker.refused.PassedOver;
import chorus.broker.refused.Refusals;
import chorus.events.Codec;
import chorus.events.UndecodableException;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.RatedEntry;
import chorus.ratings.RatedMark;
import chorus.ratings.RatedUser;
import chorus.ratings.RatingRules;
import chorus.rows.RowKeys;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes records of {@code rated} and hands them on; what is no value under its own key is passed over. */
public final class RatedDelivery implements Delivery {
    private final String topic;
    private final int partitions;
    private final Codec<RatedEntry> codec;
    private final RatingRules rules;
    private final Consumer<RatedEntry> taker;
    private final Refusals refusals;
    private final MarkOrder order;

    private RatedDelivery(
            String topic,
            int partitions,
            Codec<RatedEntry> codec,
            RatingRules rules,
            Consumer<RatedEntry> taker,
            Refusals refusals,
            MarkOrder order) {
        this.topic = topic;
        this.partitions = partitions;
        this.codec = codec;
        this.rules = rules;
        this.taker = taker;
        this.refusals = refusals;
        this.order = order;
    }

    /**
     * Hands rows and marks on.
     *
     * @param rules of the run: what names a user, item or world that there is not is passed over
     * @param refusals are told of what is passed over
     */
    public static RatedDelivery to(Consumer<RatedEntry> taker, Cluster cluster, RatingRules rules, Refusals refusals) {
        var topic = cluster.names().of(RatingTopics.RATED);
        return new RatedDelivery(
                topic,
                cluster.partitions(topic),
                cluster.events().of(RatingTopics.RATED),
                rules,
                taker,
                refusals,
                new MarkOrder());
    }

    @Override
    public List<String> topics() {
        return List.of(topic);
    }

    @Override
    public Delivery again() {
        return new RatedDelivery(topic, partitions, codec, rules, taker, refusals, order.again());
    }

    @Override
    public long markedEpoch(ConsumerRecord<byte[], byte[]> message) {
        return message.key() == null || Keys.isMark(message.key()) ? give(message, _ -> {}) : NO_MARK;
    }

    @Override
    public long give(ConsumerRecord<byte[], byte[]> message) {
        return give(message, taker);
    }

    private long give(ConsumerRecord<byte[], byte[]> message, Consumer<RatedEntry> to) {
        try {
            PassedOver.unless(message.key() != null && message.key().length == Long.BYTES);
            if (message.value() == null) {
                throw new PassedOver("no value");
            }
            var entry = codec.decode(message.value());
            var epoch = epoch(message, entry);
            to.accept(entry);
            return epoch;
        } catch (PassedOver | UndecodableException fault) {
            refusals.refuse(message, String.valueOf(fault.getMessage()));
            return NO_MARK;
        }
    }

    private long epoch(ConsumerRecord<byte[], byte[]> message, RatedEntry entry) throws PassedOver {
        var key = Keys.asLong(message.key());
        return switch (entry) {
            case RatedUser user -> {
                PassedOver.unless(key == user.user());
                var fault = rules.fault(user);
                if (fault != null) {
                    throw new PassedOver(fault);
                }
                yield NO_MARK;
            }
            case RatedMark mark -> {
                PassedOver.unless(key == RowKeys.mark(mark.round(), mark.partition()));
                var fits = mark.partition() == message.partition() && mark.partitions() == partitions;
                yield order.take(message, mark.round(), fits);
            }
        };
    }
}
