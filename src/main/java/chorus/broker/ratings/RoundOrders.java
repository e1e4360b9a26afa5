package chorus.broker.ratings;

import chorus.broker.Cluster;
import chorus.broker.Keys;
import chorus.broker.WholeTopics;
import chorus.broker.orders.Decisions;
import chorus.broker.refused.Refusals;
import chorus.config.SettingsLoader;
import chorus.events.Codec;
import chorus.events.ratings.RatingTopics;
import chorus.orders.OrderDecision;
import chorus.ratings.results.RoundResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What rounds say of orders, for who wants nothing else of them and knows nothing of the run. */
public final class RoundOrders implements Decisions {
    private final Codec<RoundResult> codec;
    private final List<OrderDecision> orders = new ArrayList<>();
    private final WholeTopics topic;
    private int rounds;

    private RoundOrders(Cluster cluster) throws InterruptedException {
        codec = cluster.events().of(RatingTopics.ROUNDS);
        topic = WholeTopics.open(
                cluster, Map.of(cluster.names().of(RatingTopics.ROUNDS), this::round), Refusals.PASSED_OVER);
    }

    /** Reads the topic to its present end. */
    public static RoundOrders open(Cluster cluster) throws InterruptedException {
        return new RoundOrders(cluster);
    }

    private @Nullable String round(ConsumerRecord<byte[], byte[]> message) {
        var round = codec.decode(message.value());
        if (!Arrays.equals(message.key(), Keys.of((long) round.round())) || round.round() > rounds) {
            return "key-of-another-round";
        }
        var fault = fault(round);
        if (fault != null) {
            return fault;
        }
        if (round.round() == rounds) {
            rounds++;
            orders.addAll(round.orders());
        }
        return null;
    }

    /** Why what a round says of orders cannot be taken, if it cannot. */
    static @Nullable String fault(RoundResult round) {
        return Decisions.fault(round.round(), round.orders(), page -> SettingsLoader.altruismOrder("order", page));
    }

    @Override
    public List<OrderDecision> orders() {
        return Collections.unmodifiableList(orders);
    }

    @Override
    public boolean awaitNext(BooleanSupplier stop) throws InterruptedException {
        var before = rounds;
        while (rounds == before) {
            if (stop.getAsBoolean()) {
                return false;
            }
            topic.poll(Duration.ofMillis(100));
        }
        return true;
    }

    @Override
    public void close() {
        topic.close();
    }
}
