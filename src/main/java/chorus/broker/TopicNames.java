package chorus.broker;

import chorus.events.Simulation;
import chorus.events.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The topics' names under a prefix.
 *
 * @param simulation whose topics they are; the names of those of playlists are here by themselves
 */
public record TopicNames(String prefix, Simulation simulation) {
    /** Those of playlists. */
    public TopicNames(String prefix) {
        this(prefix, Simulation.PLAYLISTS);
    }

    public String of(Topic<?> topic) {
        return topic.under(prefix);
    }

    public String tracks() {
        return of(Topic.TRACKS);
    }

    public String campaigns() {
        return of(Topic.CAMPAIGNS);
    }

    public String edits() {
        return of(Topic.EDITS);
    }

    public String playlists() {
        return of(Topic.PLAYLISTS);
    }

    public String neighbours() {
        return of(Topic.NEIGHBOURS);
    }

    public String trackCounts() {
        return of(Topic.TRACK_COUNTS);
    }

    public String generations() {
        return of(Topic.GENERATIONS);
    }

    public String evaluations() {
        return of(Topic.EVALUATIONS);
    }

    public String orders() {
        return of(Topic.ORDERS);
    }

    /** The log of record that the topology reads. */
    public String log() {
        return of(simulation.sources().getFirst());
    }

    public String refused() {
        return of(simulation.refused());
    }

    /** Where results come last. */
    public String results() {
        return of(simulation.trainers().getLast());
    }

    /** The topology's, after which its group and its own topics are named. */
    public String application() {
        return simulation.application(prefix);
    }

    /** The name by which brokers know the one who publishes results. */
    public String trainer() {
        return prefix + simulation.trainer();
    }

    /** What the topology reads of the topics of ours. */
    public List<String> readByTopology() {
        return of(simulation.sources());
    }

    /** The topics that the trainer reads, and of which it keeps what is refused. */
    public Set<String> readByTrainer() {
        return Set.copyOf(of(simulation.trainers()));
    }

    /** All topics of ours, those of Kafka Streams left out. */
    public List<String> all() {
        return of(simulation.topics());
    }

    /** The topics of published rows, which end each epoch with a mark in every partition. */
    List<String> published() {
        return of(simulation.topics().stream()
                .filter(topic -> topic.kept() == Topic.Kept.NEWEST_OF_EACH_CUT)
                .toList());
    }

    private List<String> of(Collection<Topic<?>> topics) {
        return topics.stream().map(this::of).toList();
    }
}
