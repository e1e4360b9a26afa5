package chorus.embedded.transactions;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;

/**
 * The transactions of a cluster that hang, and their repair. Why they do: KAFKA-20734; a coordinator that ends a transaction while
 * one of its partitions has no leader takes that partition for deleted, writes no marker there and forgets it.
 */
public final class Transactions implements AutoCloseable {
    /** Time between two looks: a marker that is merely under way arrives within it. */
    private static final long BETWEEN_LOOKS_MS = 1500;

    private static final int PATIENCE_MS = 10_000;

    private final Map<String, Object> client;
    private final Admin admin;
    private final Look look;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Transactions(Map<String, Object> client, Predicate<String> topics) {
        this.client = client;
        admin = Admin.create(client);
        look = new Look(admin, topics);
    }

    /**
     * Those in the topics of a prefix, and in the log of consumers' offsets.
     *
     * @param way to the brokers, by Kafka's names: their address, TLS, SASL
     * @param prefix of the topics' names; empty for all topics
     */
    public static Transactions at(Map<String, Object> way, String prefix) {
        var client = new HashMap<>(way);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
        return new Transactions(client, topic -> topic.startsWith(prefix) || topic.equals("__consumer_offsets"));
    }

    /**
     * Those that hang: seen alike by two looks, each with what its coordinator had decided. Where the first look sees none, there
     * is no second.
     *
     * @throws TransactionFault where the brokers do not tell
     */
    public List<Forgotten> find() throws InterruptedException {
        try {
            var first = look.forgotten();
            if (first.isEmpty() || closed.await(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS)) {
                return List.of();
            }
            var hanging = new HashMap<>(look.forgotten());
            hanging.keySet().retainAll(first.keySet());
            return hanging.isEmpty() ? List.of() : decided(hanging);
        } catch (ExecutionException | KafkaException silent) {
            throw new TransactionFault("transactions cannot be looked at", silent);
        }
    }

    private List<Forgotten> decided(Map<OpenTransaction, String> hanging) {
        var decision = decision(hanging);
        return hanging.entrySet().stream()
                .map(each -> new Forgotten(
                        each.getKey(),
                        Optional.of(each.getValue()).filter(id -> !id.isEmpty()),
                        decision.apply(each.getKey())))
                .sorted((a, b) -> a.told().compareTo(b.told()))
                .toList();
    }

    private Function<OpenTransaction, Decision> decision(Map<OpenTransaction, String> hanging) {
        var producers = hanging.keySet().stream().map(OpenTransaction::producer).collect(Collectors.toSet());
        try {
            var endings = new StateLog(client).endings(new HashSet<>(producers));
            return open -> Decision.on(open, endings);
        } catch (KafkaException unread) {
            var why = new Decision.Unknown("__transaction_state: " + TransactionFault.reason(unread));
            return open -> why;
        }
    }

    /**
     * Writes the marker that is missing, if the decision is known.
     *
     * @return whether it was written
     * @throws TransactionFault where the leader refuses it or does not answer
     */
    public boolean repair(Forgotten transaction) throws InterruptedException {
        if (!(transaction.decision() instanceof Decision.Known(Ending ending))) {
            return false;
        }
        try {
            new Marker(transaction.open(), ending).write(client, leader(transaction.open()));
            return true;
        } catch (ExecutionException | IOException | KafkaException refused) {
            throw new TransactionFault("no marker in " + transaction.open().partition(), refused);
        }
    }

    private Node leader(OpenTransaction open) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(open.partition().topic()))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .get(open.partition().partition())
                .leader();
    }

    @Override
    public void close() {
        closed.countDown();
        admin.close(Duration.ZERO);
    }
}
