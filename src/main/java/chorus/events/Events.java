package chorus.events;

import chorus.events.registry.IncompatibleSchema;
import chorus.events.registry.RegistryAccess;
import chorus.events.registry.RegistryClient;
import chorus.events.registry.RegistryUnreachable;
import chorus.playlist.Campaign;
import chorus.playlist.LogEntry;
import chorus.playlist.Track;
import chorus.rows.CampaignOrder;
import chorus.rows.NeighboursEntry;
import chorus.rows.PlaylistsEntry;
import chorus.rows.Refused;
import chorus.rows.TrackCountsEntry;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The codecs of all topics under one prefix, bound to a schema registry in which their schemas are registered: subject
 * {@code <topic>-value}, compatibility BACKWARD.
 */
public final class Events implements AutoCloseable {
    private final RegistryClient registry;
    private final String prefix;
    private final Simulation simulation;
    private final Map<Topic<?>, Codec<?>> codecs = new LinkedHashMap<>();

    private Events(RegistryClient registry, String prefix, Simulation simulation) {
        this.registry = registry;
        this.prefix = prefix;
        this.simulation = simulation;
        requireOwnFormat(prefix);
        simulation.topics().forEach(topic -> codecs.put(topic, codec(topic)));
    }

    /** Those of playlists, without credentials, save those in the URL; {@code mock://name} is a registry within this process. */
    public static Events connect(String registryUrl, String prefix) {
        return connect(registryUrl, prefix, Simulation.PLAYLISTS);
    }

    /** The same of any simulation. */
    public static Events connect(String registryUrl, String prefix, Simulation simulation) {
        return connect(RegistryAccess.of(registryUrl, Map.of()), prefix, simulation);
    }

    /**
     * Registers every schema of a simulation and returns the codecs.
     *
     * @throws RegistryUnreachable within seconds, if nothing answers there or we are refused
     * @throws IncompatibleSchema if the registry holds a schema that ours cannot follow, or those of 0.1.0: nothing is
     *     registered then
     */
    public static Events connect(RegistryAccess access, String prefix, Simulation simulation) {
        var registry = RegistryClient.of(access);
        try {
            return new Events(registry, prefix, simulation);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /**
     * Each subject of ours that a registry holds, with the compatibility that is required of its versions, the registry's default
     * included. Registers nothing.
     *
     * @throws RegistryUnreachable where nothing answers there
     */
    public static SortedMap<String, String> compatibilities(RegistryAccess access, String prefix) {
        try (var registry = RegistryClient.of(access)) {
            return registry.compatibilities(prefix);
        }
    }

    /** What should be known of a compatibility that somebody set and that was left as it is; empty where nothing is wrong. */
    public Optional<String> remark() {
        var weak = registry.weak();
        return weak.isEmpty()
                ? Optional.empty()
                : Optional.of("schema registry: the compatibility of " + weak.firstKey() + " is "
                        + weak.get(weak.firstKey()) + (weak.size() == 1 ? "" : ", and " + (weak.size() - 1) + " more")
                        + "; it is left as somebody set it, but only BACKWARD, FULL and their transitive kinds keep old"
                        + " records readable");
    }

    /** Where the registry is. */
    public String address() {
        return registry.address();
    }

    /** Whether the registry answers now. */
    public boolean answers() {
        return registry.answers(simulation.log().subject(prefix));
    }

    /** In 0.1.0 an edit was of one of three worlds, not of a set. */
    private void requireOwnFormat(String prefix) {
        var subject = Topic.EDITS.subject(prefix);
        if (registry.latest(subject)
                .filter(schema -> schema.getField("worlds") == null)
                .isPresent()) {
            throw IncompatibleSchema.olderFormat(subject, prefix);
        }
    }

    private <T> Codec<T> codec(Topic<T> topic) {
        var form = topic.form();
        return new Codec<>(form, registry.register(topic.subject(prefix), form.schema()), registry);
    }

    /** The codec of a topic of the simulation. */
    @SuppressWarnings("unchecked") // put there for this topic
    public <T> Codec<T> of(Topic<T> topic) {
        return (Codec<T>) Objects.requireNonNull(codecs.get(topic), () -> topic + " is no topic of this simulation");
    }

    public Codec<Track> tracks() {
        return of(Topic.TRACKS);
    }

    public Codec<Campaign> campaigns() {
        return of(Topic.CAMPAIGNS);
    }

    public Codec<LogEntry> edits() {
        return of(Topic.EDITS);
    }

    /** Of the simulation's own topic of refused records. */
    public Codec<Refused> refused() {
        return of(simulation.refused());
    }

    public Codec<PlaylistsEntry> playlists() {
        return of(Topic.PLAYLISTS);
    }

    public Codec<NeighboursEntry> neighbours() {
        return of(Topic.NEIGHBOURS);
    }

    public Codec<TrackCountsEntry> trackCounts() {
        return of(Topic.TRACK_COUNTS);
    }

    public Codec<GenerationRow> generations() {
        return of(Topic.GENERATIONS);
    }

    /** One record a generation, which holds all its rows. */
    public Codec<List<EvaluationRow>> evaluations() {
        return of(Topic.EVALUATIONS);
    }

    public Codec<CampaignOrder> orders() {
        return of(Topic.ORDERS);
    }

    @Override
    public void close() {
        registry.close();
    }
}
