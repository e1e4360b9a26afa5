package chorus.broker.orders;

import chorus.broker.Cluster;
import chorus.broker.Keys;
import chorus.broker.WholeTopics;
import chorus.broker.refused.Refusals;
import chorus.events.Codec;
import chorus.events.Topic;
import chorus.orders.AnyOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The orders to a run that their topic holds, as far as they have been read. */
public final class OrderLog<O extends AnyOrder> implements AutoCloseable {
    private final Codec<O> codec;
    private final List<Sent<O>> sent = new ArrayList<>();
    private final WholeTopics topic;

    /** @param offset its place on the topic, by which it is known */
    public record Sent<O>(long offset, O order) {}

    private OrderLog(Cluster cluster, Topic<O> orders, Refusals refusals) throws InterruptedException {
        codec = cluster.events().of(orders);
        topic = WholeTopics.open(cluster, Map.of(cluster.names().of(orders), this::take), refusals);
    }

    /**
     * Reads the topic to its present end.
     *
     * @param orders their topic
     * @param refusals are told of what is passed over
     */
    public static <O extends AnyOrder> OrderLog<O> open(Cluster cluster, Topic<O> orders, Refusals refusals)
            throws InterruptedException {
        return new OrderLog<>(cluster, orders, refusals);
    }

    private @Nullable String take(ConsumerRecord<byte[], byte[]> message) {
        var order = codec.decode(message.value());
        if (!Arrays.equals(message.key(), Keys.of(order.subject()))) {
            return "key-of-another-order";
        }
        sent.add(new Sent<>(message.offset(), order));
        return null;
    }

    /** Reads on to the present end. */
    public void refresh() throws InterruptedException {
        topic.refresh();
    }

    /** All of them in their order; a view that grows as more is read. */
    public List<Sent<O>> sent() {
        return Collections.unmodifiableList(sent);
    }

    @Override
    public void close() {
        topic.close();
    }
}
