package chorus.broker.contract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import chorus.config.KafkaSettings;
import chorus.events.Simulation;
import chorus.events.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** What a topic must be: how it is created, and what is held against one that is there. */
public final class Contract {
    private final String topic;
    private final int partitions;
    private final short replication;
    private final boolean parted;
    private final List<Term> terms;

    private Contract(Topic<?> topic, KafkaSettings settings) {
        this.topic = topic.under(settings.prefix());
        this.parted = topic.isParted();
        this.partitions = parted ? settings.partitions() : 1;
        this.replication = settings.replication();
        this.terms = Terms.of(topic.kept());
    }

    /** The contracts of all topics of playlists. */
    public static List<Contract> all(KafkaSettings settings) {
        return all(settings, Simulation.PLAYLISTS);
    }

    /** The contracts of all topics of a simulation. */
    public static List<Contract> all(KafkaSettings settings, Simulation simulation) {
        return simulation.topics().stream()
                .map(topic -> new Contract(topic, settings))
                .toList();
    }

    public String topic() {
        return topic;
    }

    /** The topic as it is created where it is missing. */
    public NewTopic creation() {
        var settings = terms.stream()
                .collect(toMap(Term::key, term -> term.value().apply(replication), (first, _) -> first, HashMap::new));
        settings.put(TopicConfig.COMPRESSION_GZIP_LEVEL_CONFIG, "1");
        return new NewTopic(topic, partitions, replication).configs(settings);
    }

    /** Everything in which a topic is otherwise, the grave first. */
    public List<Breach> breaches(Found found) {
        var breaches = new ArrayList<Breach>();
        if (found.partitions() != partitions) {
            var wanted = parted ? ", but kafka.partitions = " : ", but must have ";
            breaches.add(new Breach(
                    "has " + found.partitions() + " partitions" + wanted + partitions
                            + ": a log keeps its number of partitions; set that one, or another kafka.prefix",
                    "",
                    true));
        }
        terms.stream().filter(Term::grave).forEach(term -> breach(term, found).ifPresent(breaches::add));
        terms.stream().filter(term -> !term.grave()).forEach(term -> breach(term, found)
                .ifPresent(breaches::add));
        if (found.replicas() < Math.min(found.brokers(), Terms.SAFE_REPLICAS)) {
            breaches.add(new Breach(
                    "has " + found.replicas() + (found.replicas() == 1 ? " replica on " : " replicas on ")
                            + found.brokers() + " brokers: what is lost with a machine is lost"
                            + " (kafka-reassign-partitions.sh adds replicas; kafka.replication is for new topics)",
                    "",
                    false));
        }
        return List.copyOf(breaches);
    }

    private static Optional<Breach> breach(Term term, Found found) {
        var there = found.settings().getOrDefault(term.key(), "");
        return term.allows().test(there, found)
                ? Optional.empty()
                : Optional.of(new Breach(
                        "has " + term.key() + "=" + there + ": " + term.otherwise(),
                        term.key() + "=" + term.value().apply(found.replicas()),
                        term.grave()));
    }

    /** The settings that the contract speaks of, as they are there. */
    public String state(Found found) {
        return terms.stream()
                .map(Term::key)
                .distinct()
                .map(key -> key + "=" + found.settings().getOrDefault(key, ""))
                .collect(joining(", "));
    }

    /** Why a topic must not be used as it is. */
    public List<Breach> grave(Found found) {
        return breaches(found).stream().filter(Breach::grave).toList();
    }

    /** Breaches in words, with the command that mends what settings mend. */
    public String told(List<Breach> breaches, String bootstrap) {
        var faults = breaches.stream().map(Breach::told).collect(joining("; "));
        var settings = breaches.stream()
                .map(Breach::mend)
                .filter(mend -> !mend.isEmpty())
                .collect(joining(","));
        return settings.isEmpty()
                ? faults
                : faults + "; mend: kafka-configs.sh --bootstrap-server " + bootstrap
                        + " --alter --entity-type topics --entity-name " + topic + " --add-config " + settings;
    }
}
