package chorus.broker.orders;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import chorus.broker.Keys;
import chorus.broker.access.Deed;
import chorus.events.Topic;
import chorus.orders.AnyOrder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends orders to a run. Whether one holds is for the run's trainer to say. Safe for several threads. */
public final class OrderSender<O extends AnyOrder> implements AutoCloseable {
    private final Cluster cluster;
    private final Topic<O> topic;
    private final Producer<byte[], byte[]> producer;

    private OrderSender(Cluster cluster, Topic<O> topic, Producer<byte[], byte[]> producer) {
        this.cluster = cluster;
        this.topic = topic;
        this.producer = producer;
    }

    /**
     * Connects.
     *
     * @param topic that of the orders
     * @param patience after so long brokers that do not take an order are given up
     */
    public static <O extends AnyOrder> OrderSender<O> open(Cluster cluster, Topic<O> topic, Duration patience) {
        var most = (int) patience.toMillis();
        return new OrderSender<>(
                cluster,
                topic,
                cluster.producer(Map.of(
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        Math.max(1, most / 2),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        most,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        (long) most)));
    }

    /**
     * Returns the order's offset, once brokers have it.
     *
     * @throws BrokerFault.SendFailed where they do not take it
     */
    public long send(O order) throws InterruptedException {
        var name = cluster.names().of(topic);
        var value = cluster.events().of(topic).encode(order);
        try {
            return producer.send(new ProducerRecord<>(name, Keys.of(order.subject()), value))
                    .get()
                    .offset();
        } catch (ExecutionException failed) {
            throw unsent(order, name, failed.getCause() instanceof Exception cause ? cause : failed);
        } catch (KafkaException failed) {
            throw unsent(order, name, failed);
        }
    }

    private BrokerFault unsent(O order, String name, Exception fault) {
        return BrokerFault.unsent(
                cluster.access(), "the order about " + order.subject(), fault, Deed.writing(name, ""));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
