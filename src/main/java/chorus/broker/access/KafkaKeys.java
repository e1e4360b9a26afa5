package chorus.broker.access;

import chorus.broker.access.PropertiesFile.Entry;
import chorus.config.tree.NearestWord;
import chorus.config.tree.SettingsFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;

/**
 * Which of Kafka's client properties may be given: those that admin clients, consumers and producers share, which is the way to
 * the brokers, not what is done there.
 */
final class KafkaKeys {
    /** Shared by all clients, but set here: addresses are settings, and how long is waited is known to who waits. */
    private static final Set<String> OURS = Set.of(
            "bootstrap.servers", "client.id", "request.timeout.ms", "default.api.timeout.ms", "metric.reporters");

    /** Those of Kafka Streams that somebody might think of. */
    private static final Set<String> STREAMS = Set.of(
            "application.id",
            "application.server",
            "processing.guarantee",
            "num.stream.threads",
            "commit.interval.ms",
            "replication.factor",
            "state.dir",
            "num.standby.replicas",
            "max.task.idle.ms",
            "group.protocol");

    private static final Set<String> ALLOWED = allowed();
    private static final Set<String> KNOWN = known();

    private KafkaKeys() {}

    private static Set<String> allowed() {
        var shared = new TreeSet<>(AdminClientConfig.configNames());
        shared.retainAll(ConsumerConfig.configNames());
        shared.retainAll(ProducerConfig.configNames());
        shared.removeAll(OURS);
        return shared;
    }

    private static Set<String> known() {
        var known = new TreeSet<>(AdminClientConfig.configNames());
        known.addAll(ConsumerConfig.configNames());
        known.addAll(ProducerConfig.configNames());
        known.addAll(STREAMS);
        return known;
    }

    /** Those that say how TLS is spoken. */
    static List<String> tls() {
        return ALLOWED.stream().filter(key -> key.startsWith("ssl.")).toList();
    }

    static void check(Entry entry) {
        var key = entry.key();
        if (!ALLOWED.contains(key)) {
            throw new SettingsFault(entry.at(), key, KNOWN.contains(key) ? ours() : unknown(key));
        }
        try {
            AdminClientConfig.configDef()
                    .parse(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092", key, entry.value()));
        } catch (ConfigException wrong) {
            throw new SettingsFault(entry.at(), key, "cannot be this: " + wrong.getMessage());
        }
    }

    private static String ours() {
        return "is set by Chorus itself, whose exactness depends on it; allowed are " + families();
    }

    private static String unknown(String key) {
        var near = NearestWord.of(key, ALLOWED).stream().findFirst();
        return "unknown property; "
                + near.map(meant -> "did you mean " + meant + "?").orElseGet(() -> "allowed are " + families());
    }

    /** Too many to name each. */
    private static String families() {
        var single = ALLOWED.stream()
                .filter(key -> !key.startsWith("ssl.") && !key.startsWith("sasl."))
                .toList();
        return "ssl.… and sasl.… of Kafka's clients, " + String.join(", ", single) + ", and registry.…";
    }

    /** What would be given in vain is refused too: whoever gives it believes to be protected by it. */
    static void checkTogether(Path file, Map<String, String> given) {
        var protocol = given.getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
        for (var key : new TreeSet<>(given.keySet())) {
            if (key.startsWith("sasl.") && !protocol.startsWith("SASL")) {
                throw inVain(file, key, "SASL_SSL or SASL_PLAINTEXT", protocol);
            }
            if (key.startsWith("ssl.") && !protocol.endsWith("SSL")) {
                throw inVain(file, key, "SSL or SASL_SSL", protocol);
            }
        }
    }

    private static SettingsFault inVain(Path file, String key, String needed, String protocol) {
        return new SettingsFault(
                file.toString(), key, "has no effect unless security.protocol is " + needed + "; it is " + protocol);
    }
}
