package chorus.topology;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.events.Events;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.rows.Refused;
import chorus.topology.ChorusTopology.Surroundings;
import chorus.topology.engine.BoundedRocksDb;
import chorus.topology.engine.Slices;
import chorus.worlds.WorldSet;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;

/** The topology under Kafka's test driver: one partition, every record committed on its own, a clock that tests move. */
final class Rig implements AutoCloseable {
    static final String PREFIX = "chorus-";

    private final Events events = Events.connect("mock://rig", PREFIX);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> tracks;
    private final TestInputTopic<byte[], byte[]> log;
    private final TestOutputTopic<byte[], byte[]> refused;
    private final TestOutputTopic<byte[], byte[]> playlists;
    private final TestOutputTopic<byte[], byte[]> neighbours;
    private final TestOutputTopic<byte[], byte[]> trackCounts;
    private final PublishedCuts published = new PublishedCuts(events);
    private final Map<Long, Long> sequences = new HashMap<>();
    private long knownTracks;
    private long nanos;
    private long nanosALook;

    Rig(Path stores, String... overrides) {
        this(stores, settings(overrides));
    }

    Rig(Path stores, Settings settings) {
        var topology =
                ChorusTopology.build(settings, new Surroundings(events, () -> knownTracks, () -> nanos += nanosALook));
        driver = driver(topology, stores);
        tracks = driver.createInputTopic(PREFIX + "tracks", new ByteArraySerializer(), new ByteArraySerializer());
        log = driver.createInputTopic(PREFIX + "playlist-edits", new ByteArraySerializer(), new ByteArraySerializer());
        refused = output("edits-refused");
        playlists = output("playlists");
        neighbours = output("neighbours");
        trackCounts = output("track-counts");
    }

    /** Three worlds: the twin, a, b. */
    static Settings settings(String... overrides) {
        var all = Stream.concat(
                Stream.of(
                        "kafka.partitions=1",
                        "campaigns=[{name: a, strategy: Random, budget: 1, start: 1}, "
                                + "{name: b, strategy: Random, budget: 1, start: 1}]",
                        "worlds=[{name: twin}, {name: a, campaigns: [a]}, {name: b, campaigns: [b]}]"),
                Stream.of(overrides));
        return SettingsLoader.load(Optional.empty(), all.toList());
    }

    private static TopologyTestDriver driver(Topology topology, Path stores) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "rig");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stores.toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.MEMORY, 32L << 20);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return new TopologyTestDriver(topology, properties, Instant.EPOCH);
    }

    private TestOutputTopic<byte[], byte[]> output(String name) {
        return driver.createOutputTopic(PREFIX + name, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Every look at the clock finds it this much later: a slice of work is over at its first look. */
    void hurry() {
        nanosALook = 1_000_000_000_000L;
    }

    void calm() {
        nanosALook = 0;
    }

    /** Makes the tracks 0…count−1 known. */
    Rig tracks(int count) {
        for (var id = 0; id < count; id++) {
            track(new Track(new TrackId(id), "t" + id, "", "a" + id, ""));
        }
        return this;
    }

    void track(Track track) {
        var key = ByteBuffer.allocate(4).putInt(track.id().value()).array();
        rawTrack(key, events.tracks().encode(track));
    }

    void rawTrack(byte @Nullable [] key, byte @Nullable [] value) {
        knownTracks++;
        tracks.pipeInput(key, value);
    }

    void raw(long key, byte[] value) {
        raw(bytes(key), value);
    }

    void raw(byte @Nullable [] key, byte @Nullable [] value) {
        log.pipeInput(key, value);
        collect();
    }

    byte[] entry(LogEntry entry) {
        var value = events.edits().encode(entry);
        raw(RandomLog.key(entry), value);
        return value;
    }

    byte[] encoded(LogEntry entry) {
        return events.edits().encode(entry);
    }

    byte[] encoded(Track track) {
        return events.tracks().encode(track);
    }

    /** The next edit of {@code playlist}. */
    byte[] edit(long playlist, long epoch, WorldSet worlds, Change change) {
        return edit(sequences.merge(playlist, 1L, Long::sum), playlist, epoch, worlds, change);
    }

    byte[] edit(long sequence, long playlist, long epoch, WorldSet worlds, Change change) {
        return entry(new PlaylistEdit(
                new PlaylistId(playlist), new ListenerId(1), epoch, 1000 + epoch, sequence, worlds, null, change));
    }

    /** Creates {@code playlist} with the tracks first…last. */
    void create(long playlist, long epoch, int first, int last) {
        edit(playlist, epoch, WorldSet.ALL, new Change.Created());
        for (var track = first; track <= last; track++) {
            insert(playlist, epoch, track, track - first);
        }
    }

    void insert(long playlist, long epoch, int track, int index) {
        edit(playlist, epoch, WorldSet.ALL, new Change.Inserted(new TrackId(track), index));
    }

    void remove(long playlist, long epoch, int track, int index) {
        edit(playlist, epoch, WorldSet.ALL, new Change.Removed(new TrackId(track), index));
    }

    byte[] mark(long epoch, int writer, int writers) {
        return mark(new EpochEnded(epoch, writer, writers, 2000 + epoch));
    }

    /** Unless in a hurry, lets so many punctuations pass that what it ends is closed: a commit lies before each epoch's rows. */
    byte[] mark(EpochEnded mark) {
        var value = entry(mark);
        for (var left = nanosALook == 0 ? 4 : 0; left > 0; left--) {
            tick();
        }
        return value;
    }

    /** Lets a punctuation pass. */
    void tick() {
        driver.advanceWallClockTime(Slices.EVERY);
        collect();
    }

    private void collect() {
        neighbours.readKeyValuesToList().forEach(row -> published.neighbours(row.key, row.value));
        trackCounts.readKeyValuesToList().forEach(row -> published.trackCounts(row.key, row.value));
        playlists.readKeyValuesToList().forEach(row -> published.playlists(row.key, row.value));
    }

    PublishedCuts published() {
        return published;
    }

    /** What was refused since the last look. */
    List<Refused> refused() {
        var all = new ArrayList<Refused>();
        refused.readValuesToList().forEach(value -> all.add(events.refused().decode(value)));
        return all;
    }

    private static byte[] bytes(long key) {
        return ByteBuffer.allocate(8).putLong(key).array();
    }

    @Override
    public void close() {
        driver.close();
        events.close();
    }
}
