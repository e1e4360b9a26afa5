package chorus.events;

import chorus.rows.Refused;
import java.util.List;

/**
 * A simulation as those see it who know nothing but topics: what it writes and reads under a prefix.
 *
 * @param name as people know it
 * @param records what is written to its log, in a word
 * @param topics all of them, those of Kafka Streams left out
 * @param sources what its topology reads, the log of record first
 * @param refused where records are kept that are no values of their topics
 * @param trainers those that its trainer reads, and of which it keeps what is refused
 * @param application what its topology is called behind the prefix
 * @param trainer the same of the one who publishes its results
 */
public record Simulation(
        String name,
        String records,
        List<Topic<?>> topics,
        List<Topic<?>> sources,
        Topic<Refused> refused,
        List<Topic<?>> trainers,
        String application,
        String trainer) {
    /** What topics are made to take as one record, bytes: rows of settings or worlds out of the ordinary are of several MiB. */
    public static final int LARGEST_RECORD = 16 << 20;

    /** Playlists, edits and recommenders. */
    public static final Simulation PLAYLISTS = new Simulation(
            "playlists",
            "edits",
            Topic.ALL,
            List.of(Topic.EDITS, Topic.TRACKS),
            Topic.REFUSED,
            Topic.ALL.stream()
                    .filter(topic -> topic.kept() != Topic.Kept.FOREVER || topic == Topic.ORDERS)
                    .toList(),
            "stream",
            "trainer");

    public Simulation {
        topics = List.copyOf(topics);
        sources = List.copyOf(sources);
        trainers = List.copyOf(trainers);
    }

    /** The log of record. */
    Topic<?> log() {
        return sources.getFirst();
    }

    /** What its topology is called under a prefix. */
    public String application(String prefix) {
        return prefix + application;
    }
}
