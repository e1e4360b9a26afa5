package chorus.broker;

import chorus.broker.access.Deed;
import chorus.broker.access.Refusal;
import chorus.broker.contract.Breach;
import chorus.broker.contract.Contract;
import chorus.broker.contract.Contracts;
import chorus.config.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics as streaming needs them: creates what is missing, holds what is there to its contract, changes and deletes nothing. */
public final class Topics {
    private static final int LOOKS = 100;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Cluster cluster;

    private Topics(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Creates the missing topics.
     *
     * @throws BrokerFault.TopicMismatch where one is there that must not be used as it is: another number of partitions, a log of
     *     record that loses records, …; the line has the command that mends it
     */
    public static void ensure(Cluster cluster, KafkaSettings settings) {
        var topics = new Topics(cluster);
        var contracts = Contract.all(settings, cluster.names().simulation());
        var missing = topics.missing(contracts);
        topics.create(missing);
        contracts.forEach(contract -> topics.known(contract.topic(), LOOKS));
        missing.forEach(contract -> topics.awaitLeaders(contract.topic()));
        topics.check(contracts);
    }

    /** Those that are not there: to create one that is there takes a right that not everybody has who may use it. */
    private List<Contract> missing(List<Contract> contracts) {
        var described = cluster.admin()
                .describeTopics(contracts.stream().map(Contract::topic).toList())
                .topicNameValues();
        var missing = new ArrayList<Contract>();
        for (var contract : contracts) {
            try {
                var _ = described
                        .getOrDefault(contract.topic(), KafkaFuture.completedFuture(null))
                        .get();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw BrokerFault.unanswered(cluster.access(), failure, Deed.describing(contract.topic()));
                }
                missing.add(contract);
            } catch (InterruptedException stopped) {
                throw new InterruptException(stopped);
            }
        }
        return missing;
    }

    private void create(List<Contract> contracts) {
        var wanted = contracts.stream().map(Contract::creation).toList();
        for (var creation : cluster.admin().createTopics(wanted).values().entrySet()) {
            try {
                creation.getValue().get();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    throw uncreated(creation.getKey(), failure);
                }
            } catch (InterruptedException stopped) {
                throw new InterruptException(stopped);
            }
        }
    }

    private BrokerFault uncreated(String topic, ExecutionException failure) {
        var why = Refusal.told(cluster.access(), failure, Deed.creating(topic))
                .orElseGet(() -> BrokerFault.reason(failure));
        return new BrokerFault.TopicMismatch(
                "topic " + topic + " cannot be created on " + cluster.bootstrap() + ": " + why);
    }

    private void check(List<Contract> contracts) {
        try {
            var found = Contracts.found(cluster.admin(), contracts);
            for (var contract : contracts) {
                var there = found.get(contract.topic());
                var grave = there == null ? List.<Breach>of() : contract.grave(there);
                if (!grave.isEmpty()) {
                    throw new BrokerFault.TopicMismatch("topic " + contract.topic() + " on " + cluster.bootstrap() + " "
                            + contract.told(grave, cluster.bootstrap()));
                }
            }
        } catch (ExecutionException failure) {
            throw BrokerFault.unanswered(
                    cluster.access(),
                    failure,
                    Deed.examining(contracts.getFirst().topic()));
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /**
     * Returns when each partition's leader answers. One that does not lead yet refuses a producer's first batch, and may take the next
     * one, after which the first is out of order for ever.
     */
    private void awaitLeaders(String topic) {
        try {
            var _ = cluster.ends(topic);
        } catch (ExecutionException failure) {
            throw BrokerFault.unanswered(cluster.access(), failure, Deed.describing(topic));
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /** A topic just created may not be known to every broker yet. */
    private void known(String topic, int looks) {
        try {
            var _ = cluster.partitions(topic);
            return;
        } catch (BrokerFault.TopicMismatch unknownYet) {
            if (looks == 0) {
                throw unknownYet;
            }
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        known(topic, looks - 1);
    }
}
