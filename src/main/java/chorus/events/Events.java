package chorus.events;

import chorus.playlist.Campaign;
import chorus.playlist.LogEntry;
import chorus.playlist.Track;
import chorus.rows.NeighboursEntry;
import chorus.rows.PlaylistsEntry;
import chorus.rows.Refused;
import chorus.rows.TrackCountsEntry;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The codecs of all topics under one prefix, bound to a schema registry in which their schemas are registered: subject
 * {@code <topic>-value}, compatibility BACKWARD.
 */
public final class Events implements AutoCloseable {
    private final RegistryClient registry;
    private final Codec<Track> tracks;
    private final Codec<Campaign> campaigns;
    private final Codec<LogEntry> edits;
    private final Codec<Refused> refused;
    private final Codec<PlaylistsEntry> playlists;
    private final Codec<NeighboursEntry> neighbours;
    private final Codec<TrackCountsEntry> trackCounts;
    private final Codec<GenerationRow> generations;
    private final Codec<List<EvaluationRow>> evaluations;

    private Events(RegistryClient registry, String prefix) {
        this.registry = registry;
        requireOwnFormat(prefix);
        tracks = codec(prefix + "tracks", InputForms.TRACK);
        campaigns = codec(prefix + "campaigns", InputForms.CAMPAIGN);
        edits = codec(prefix + "playlist-edits", EditForm.EDIT);
        refused = codec(prefix + "edits-refused", PlaylistsForms.REFUSED);
        playlists = codec(prefix + "playlists", PlaylistsForms.PLAYLISTS);
        neighbours = codec(prefix + "neighbours", CountsForms.NEIGHBOURS);
        trackCounts = codec(prefix + "track-counts", CountsForms.TRACK_COUNTS);
        generations = codec(prefix + "generations", ResultForms.GENERATION);
        evaluations = codec(prefix + "evaluations", ResultForms.EVALUATIONS);
    }

    /**
     * Registers every schema and returns the codecs; {@code mock://name} is a registry within this process.
     *
     * @throws RegistryUnreachable within seconds, if nothing answers there
     * @throws IncompatibleSchema if the registry holds a schema that ours cannot follow, or those of 0.1.0: nothing is
     *     registered then
     */
    public static Events connect(String registryUrl, String prefix) {
        var registry = RegistryClient.of(registryUrl);
        try {
            return new Events(registry, prefix);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** In 0.1.0 an edit was of one of three worlds, not of a set. */
    private void requireOwnFormat(String prefix) {
        var subject = prefix + "playlist-edits-value";
        if (registry.latest(subject)
                .filter(schema -> schema.getField("worlds") == null)
                .isPresent()) {
            throw IncompatibleSchema.olderFormat(subject, prefix);
        }
    }

    private <T, A extends SpecificRecord> Codec<T> codec(String topic, Form<T, A> form) {
        return new Codec<>(form, registry.register(topic + "-value", form.schema()), registry);
    }

    public Codec<Track> tracks() {
        return tracks;
    }

    public Codec<Campaign> campaigns() {
        return campaigns;
    }

    public Codec<LogEntry> edits() {
        return edits;
    }

    public Codec<Refused> refused() {
        return refused;
    }

    public Codec<PlaylistsEntry> playlists() {
        return playlists;
    }

    public Codec<NeighboursEntry> neighbours() {
        return neighbours;
    }

    public Codec<TrackCountsEntry> trackCounts() {
        return trackCounts;
    }

    public Codec<GenerationRow> generations() {
        return generations;
    }

    /** One record a generation, which holds all its rows. */
    public Codec<List<EvaluationRow>> evaluations() {
        return evaluations;
    }

    @Override
    public void close() {
        registry.close();
    }
}
