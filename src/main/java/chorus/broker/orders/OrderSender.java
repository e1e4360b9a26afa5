package chorus.broker.orders;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import chorus.broker.Keys;
import chorus.broker.access.Deed;
import chorus.rows.CampaignOrder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends orders to a run. Whether one holds is for the run's trainer to say. Safe for several threads. */
public final class OrderSender implements AutoCloseable {
    private final Cluster cluster;
    private final Producer<byte[], byte[]> producer;

    private OrderSender(Cluster cluster, Producer<byte[], byte[]> producer) {
        this.cluster = cluster;
        this.producer = producer;
    }

    /** @param patience after so long brokers that do not take an order are given up */
    public static OrderSender open(Cluster cluster, Duration patience) {
        var most = (int) patience.toMillis();
        return new OrderSender(
                cluster,
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
    public long send(CampaignOrder order) throws InterruptedException {
        var topic = cluster.names().orders();
        var value = cluster.events().orders().encode(order);
        try {
            return producer.send(new ProducerRecord<>(topic, Keys.of(order.subject()), value))
                    .get()
                    .offset();
        } catch (ExecutionException failed) {
            throw unsent(order, topic, failed.getCause() instanceof Exception cause ? cause : failed);
        } catch (KafkaException failed) {
            throw unsent(order, topic, failed);
        }
    }

    private BrokerFault unsent(CampaignOrder order, String topic, Exception fault) {
        return BrokerFault.unsent(
                cluster.access(), "the order about " + order.subject(), fault, Deed.writing(topic, ""));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
