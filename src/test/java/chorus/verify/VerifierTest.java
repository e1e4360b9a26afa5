package chorus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.broker.Topics;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.embedded.Broker;
import chorus.embedded.TestBroker;
import chorus.playlist.Change;
import chorus.playlist.EditSink;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.Writer;
import chorus.topology.ChorusTopology;
import chorus.topology.Onlooker;
import chorus.topology.StreamsApp;
import chorus.worlds.World;
import chorus.worlds.WorldSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small run through the real topology on a real broker, recounted. */
@Timeout(120)
class VerifierTest {
    private static final int EPOCHS = 4;
    private static final String SCENARIO = """
        simulate: {playlists: 120, epochs: 3, writers: 2}
        campaigns:
          - {name: lift, strategy: DirLoF, budget: 5, start: 1, join: [0.5, 1], leave: [0]}
          - {name: push, strategy: Random, budget: 5, start: 2}
        worlds:
          - {name: both, campaigns: [push, lift]}
          - {name: none}
          - {name: lifted, campaigns: [lift]}
        evaluate: {testShare: 0.2}
        kafka: {prefix: verify-, partitions: 3}
        stream: {commitInterval: 100ms}
        """;

    @TempDir
    private static Path directory;

    private static Settings settings;
    private static Broker broker;
    private static Cluster cluster;
    private static StreamsApp app;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        settings = SettingsLoader.load(
                Optional.of(Files.writeString(directory.resolve("scenario.yaml"), SCENARIO)), List.of());
        broker = TestBroker.start(directory);
        cluster = Cluster.connect(
                broker.bootstrap(), "mock://verifier", settings.kafka().prefix());
        Topics.ensure(cluster, settings.kafka());
        var topology = ChorusTopology.build(
                settings, new ChorusTopology.Surroundings(cluster.events(), cluster::tracksEnd, () -> 0L));
        app = StreamsApp.start(
                topology,
                settings,
                Map.of("bootstrap.servers", broker.bootstrap()),
                directory.resolve("state"),
                Onlooker.NOBODY);
        write();
    }

    @AfterAll
    static void stop() {
        app.close();
        cluster.close();
        broker.close();
    }

    /** Both writers' edits; the first one adds, in epoch 1, edits that are refused. */
    private static void write() throws InterruptedException {
        var plan = SimulatedPlan.draw(settings);
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(3), known)) {
            var writers = List.of(Writer.of(settings, plan, 0), Writer.of(settings, plan, 1));
            for (var epoch = 0; epoch < EPOCHS; epoch++) {
                if (epoch == 1) {
                    refused(sink);
                }
                writers.get(0).write(epoch, sink);
                writers.get(1).write(epoch, sink);
            }
        }
    }

    private static void refused(EditSink sink) {
        sink.edit(edit(9_000, 1, new Change.Created()));
        sink.edit(edit(9_000, 2, new Change.Inserted(new TrackId(1_000_000), 0))); // unknown track
        sink.edit(edit(9_000, 3, new Change.Inserted(new TrackId(0), 1))); // out of bounds
        sink.edit(edit(9_000, 5, new Change.Inserted(new TrackId(0), 0))); // gap
        sink.edit(edit(9_000, 6, new Change.Inserted(new TrackId(0), 0))); // applies
        sink.edit(edit(9_000, 6, new Change.Inserted(new TrackId(1), 1))); // repeated
        sink.edit(edit(9_001, 1, new Change.Deleted())); // never created
        sink.edit(edit(9_000, 7, new WorldSet(0b1000), new Change.Inserted(new TrackId(2), 0))); // three worlds only
        sink.edit(edit(9_000, 8, WorldSet.only(1), new Change.Removed(new TrackId(0), 0))); // it is of all worlds
        sink.edit(edit(9_000, 9, WorldSet.only(2), new Change.Inserted(new TrackId(2), 0))); // applies
        sink.edit(edit(9_000, 10, new Change.Inserted(new TrackId(2), 0))); // world 2 holds it
        sink.edit(edit(9_000, 11, new WorldSet(0b11), new Change.Inserted(new TrackId(2), 0))); // applies
    }

    private static PlaylistEdit edit(long playlist, long sequence, Change change) {
        return edit(playlist, sequence, WorldSet.ALL, change);
    }

    private static PlaylistEdit edit(long playlist, long sequence, WorldSet worlds, Change change) {
        return new PlaylistEdit(new PlaylistId(playlist), new ListenerId(1), 1, 0, sequence, worlds, null, change);
    }

    private static Verification verify(int window) throws InterruptedException {
        return new Verifier(cluster, new Verifier.Scope(window, settings.heldOut(), settings.logRules()), () -> false)
                .verify();
    }

    @Test
    void theTopologysCountsAreThoseOfTheNaiveRecountAtEveryEpoch() throws InterruptedException {
        var last = verify(settings.state().window());
        while (last.lastEpoch() < EPOCHS - 1) {
            assertThat(last.first()).isEmpty();
            last = verify(settings.state().window());
        }
        assertThat(last.first()).isEmpty();
        assertThat(last.differences()).isZero();
        assertThat(last.epochsCompared()).isEqualTo(EPOCHS);
        assertThat(last.rowsCompared()).isGreaterThan(10_000); // about 100 training lists of 65 tracks
    }

    @Test
    void aRecountOfOtherPairsDiffers() throws InterruptedException {
        var found = verify(settings.state().window() - 1);
        assertThat(found.differences()).isPositive();
        assertThat(found.first()).hasSizeBetween(1, 20);
        assertThat(found.first().getFirst().toString()).startsWith("epoch 0, partition ");
    }

    @Test
    void theExportNamesEveryPublishedPairInOrder() throws IOException, InterruptedException {
        var out = new StringBuilder();
        var worlds = settings.allWorlds().named().stream().map(World::name).toList();
        assertThat(CountsExport.write(cluster, worlds, out, () -> false)).isNotNegative();
        assertThat(out.toString().lines())
                .startsWith("from_track,to_track,window_both,adjacent_both,window_none,adjacent_none,"
                        + "window_lifted,adjacent_lifted");
        var lines = out.toString().lines().skip(1).toList();
        assertThat(lines).hasSizeGreaterThan(10_000).allMatch(line -> line.startsWith("chorus:"));
        var pairs = lines.stream()
                .map(line -> List.of(line.split(",")).subList(0, 2))
                .toList();
        assertThat(pairs).isSortedAccordingTo((a, b) -> {
            var from = a.getFirst().compareTo(b.getFirst());
            return from != 0 ? from : a.getLast().compareTo(b.getLast());
        });
    }
}
