package chorus.broker;

import chorus.events.Topic;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The topics' names under a prefix. */
public record TopicNames(String prefix) {
    public String tracks() {
        return Topic.TRACKS.under(prefix);
    }

    public String campaigns() {
        return Topic.CAMPAIGNS.under(prefix);
    }

    public String edits() {
        return Topic.EDITS.under(prefix);
    }

    public String refused() {
        return Topic.REFUSED.under(prefix);
    }

    public String playlists() {
        return Topic.PLAYLISTS.under(prefix);
    }

    public String neighbours() {
        return Topic.NEIGHBOURS.under(prefix);
    }

    public String trackCounts() {
        return Topic.TRACK_COUNTS.under(prefix);
    }

    public String generations() {
        return Topic.GENERATIONS.under(prefix);
    }

    public String evaluations() {
        return Topic.EVALUATIONS.under(prefix);
    }

    public String orders() {
        return Topic.ORDERS.under(prefix);
    }

    /** The topics that the trainer reads, and of which it keeps what is refused. */
    Set<String> readByTrainer() {
        return Set.copyOf(of(topic -> topic.kept() != Topic.Kept.FOREVER || topic == Topic.ORDERS));
    }

    /** All topics of ours, those of Kafka Streams left out. */
    public List<String> all() {
        return of(_ -> true);
    }

    /** The topics of published rows, which end each epoch with a mark in every partition. */
    List<String> published() {
        return of(topic -> topic.kept() == Topic.Kept.NEWEST_OF_EACH_CUT);
    }

    private List<String> of(Predicate<Topic<?>> kind) {
        return Topic.ALL.stream().filter(kind).map(topic -> topic.under(prefix)).toList();
    }
}
