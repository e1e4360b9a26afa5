package chorus.broker;

import java.util.List;

/** The topics' names under a prefix. */
public record TopicNames(String prefix) {
    public String tracks() {
        return prefix + "tracks";
    }

    public String campaigns() {
        return prefix + "campaigns";
    }

    public String edits() {
        return prefix + "playlist-edits";
    }

    public String refused() {
        return prefix + "edits-refused";
    }

    public String playlists() {
        return prefix + "playlists";
    }

    public String neighbours() {
        return prefix + "neighbours";
    }

    public String trackCounts() {
        return prefix + "track-counts";
    }

    public String generations() {
        return prefix + "generations";
    }

    public String evaluations() {
        return prefix + "evaluations";
    }

    /** All topics of ours, those of Kafka Streams left out. */
    public List<String> all() {
        return List.of(
                tracks(),
                campaigns(),
                edits(),
                refused(),
                playlists(),
                neighbours(),
                trackCounts(),
                generations(),
                evaluations());
    }

    /** The topics of published rows, which end each epoch with a mark in every partition. */
    List<String> published() {
        return List.of(playlists(), neighbours(), trackCounts());
    }
}
