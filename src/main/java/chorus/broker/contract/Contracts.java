package chorus.broker.contract;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks brokers how topics are that have a contract. Takes the rights DESCRIBE and DESCRIBE_CONFIGS on them. */
public final class Contracts {
    private Contracts() {}

    /** How those topics are that are there, by name. */
    public static Map<String, Found> found(Admin admin, Collection<Contract> contracts)
            throws ExecutionException, InterruptedException {
        var brokers = admin.describeCluster().nodes().get().size();
        var names = contracts.stream().map(Contract::topic).toList();
        var topics = admin.describeTopics(names).topicNameValues();
        var configs = admin.describeConfigs(
                        names.stream().map(Contracts::resource).toList())
                .values();
        var found = new HashMap<String, Found>();
        for (var topic : topics.entrySet()) {
            var name = topic.getKey();
            try {
                var partitions = topic.getValue().get().partitions();
                var replicas = partitions.getFirst().replicas().size();
                var settings = settings(name, Objects.requireNonNull(configs.get(resource(name))));
                found.put(name, new Found(name, partitions.size(), replicas, brokers, settings));
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failure;
                }
            }
        }
        return found;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** Brokers do not say which topic they refuse to tell of. */
    private static Map<String, String> settings(String topic, KafkaFuture<Config> config)
            throws ExecutionException, InterruptedException {
        try {
            return config.get().entries().stream()
                    .filter(entry -> entry.value() != null)
                    .collect(toMap(ConfigEntry::name, ConfigEntry::value));
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof TopicAuthorizationException
                    ? new ExecutionException(new TopicAuthorizationException(Set.of(topic)))
                    : failure;
        }
    }
}
