package chorus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.broker.TestRows;
import chorus.broker.Topics;
import chorus.config.KafkaSettings;
import chorus.embedded.Broker;
import chorus.embedded.TestBroker;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.LogRules;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.PlaylistsMark;
import chorus.rows.TrackCountRow;
import chorus.worlds.WorldSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One playlist on a log: track 0 in all worlds, track 1 planted in the second. Rows and marks come by hand, not from the topology. */
@Timeout(60)
class LyingRunTest {
    private static final List<String> WORLDS = List.of("none", "lift");
    private static final WorldDigest TWIN = new WorldDigest(CountDigest.track(0, 1), 0, 1);
    private static final WorldDigest LIFT =
            TWIN.plus(new WorldDigest(CountDigest.pair(0, 1, 1, 1) + CountDigest.track(1, 1), 1, 1));
    private static final PlaylistsMark TALLY = new PlaylistsMark(0, 0, 1, WORLDS, 1, 0, Map.of("push", 1L), 3, 0);

    @TempDir
    private static Path directory;

    private static Broker broker;
    private Cluster cluster;

    @BeforeAll
    static void start() throws IOException {
        broker = TestBroker.start(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void write(TestInfo test) throws InterruptedException {
        var prefix = test.getTestMethod().orElseThrow().getName() + "-";
        cluster = Cluster.connect(broker.bootstrap(), "mock://lies", prefix);
        Topics.ensure(cluster, new KafkaSettings("", "", prefix, 1, (short) 1, Duration.ofMinutes(1)));
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(1), known)) {
            sink.track(new Track(new TrackId(0), "uri:0", "", "artist", ""));
            sink.track(new Track(new TrackId(1), "uri:1", "", "artist", ""));
            sink.edit(edit(1, WorldSet.ALL, new Change.Created()));
            sink.edit(edit(2, WorldSet.ALL, new Change.Inserted(new TrackId(0), 0)));
            sink.edit(edit(3, WorldSet.only(1), new Change.Inserted(new TrackId(1), 1)));
            sink.endEpoch(new EpochEnded(0, 0, 1, 0));
        }
    }

    @AfterEach
    void disconnect() {
        cluster.close();
    }

    private static PlaylistEdit edit(long sequence, WorldSet worlds, Change change) {
        var campaign = worlds.isAll() ? null : "push";
        return new PlaylistEdit(new PlaylistId(1), new ListenerId(1), 0, 0, sequence, worlds, campaign, change);
    }

    private static CountsMark counts(String second, WorldDigest digest) {
        return new CountsMark(0, 0, 1, List.of(new OfWorld("none", TWIN), new OfWorld(second, digest)));
    }

    /** The track rows are right, pairs have none at all. */
    private Verification verify(CountsMark counts, PlaylistsMark tally) throws InterruptedException {
        try (var rows = new TestRows(cluster)) {
            rows.trackCounts(0, new TrackCountRow(0, 1));
            rows.trackCounts(0, new TrackCountRow(1, 0, new int[] {0b10}, new int[] {1}));
            rows.neighbours(0, counts);
            rows.trackCounts(0, counts);
            rows.playlists(0, tally);
            rows.flush();
        }
        return new Verifier(cluster, new Verifier.Scope(10, new HeldOut(1, 0, 20), new LogRules(1)), () -> false)
                .verify();
    }

    private static List<String> what(Verification found) {
        return found.first().stream().map(Verification.Difference::what).toList();
    }

    @Test
    void aPairThatHasNoRowIsAllThatIsFoundWhereMarksAreTrue() throws InterruptedException {
        var found = verify(counts("lift", LIFT), TALLY);
        assertThat(found.epochsCompared()).isEqualTo(1);
        assertThat(found.rowsCompared()).isEqualTo(2);
        assertThat(what(found)).containsExactly("tracks 0 → 1");
    }

    @Test
    void aDigestThatHidesAPlantIsFound() throws InterruptedException {
        assertThat(what(verify(counts("lift", TWIN), TALLY)))
                .contains("epoch 0, partition 0, digest of lift")
                .doesNotContain("epoch 0, partition 0, digest of none");
    }

    @Test
    void aTallyThatHidesAPlantIsFound() throws InterruptedException {
        var hiding = new PlaylistsMark(0, 0, 1, WORLDS, 1, 0, Map.of(), 3, 0);
        assertThat(what(verify(counts("lift", LIFT), hiding))).contains("epoch 0, partition 0, playlists");
    }

    @Test
    void marksThatDoNotAgreeOnTheWorldsAreOneDifference() throws InterruptedException {
        var found = verify(counts("lifted", LIFT), TALLY);
        assertThat(what(found)).containsExactly("worlds of the marks", "tracks 0 → 1");
    }

    @Test
    void aWorldThatIsNamedTwiceIsFoundBeforeAnythingIsCompared() throws InterruptedException {
        var twice = new PlaylistsMark(0, 0, 1, List.of("none", "none"), 1, 0, Map.of("push", 1L), 3, 0);
        var found = verify(counts("none", LIFT), twice);
        assertThat(found.epochsCompared()).isZero();
        assertThat(what(found)).containsExactly("worlds of the marks");
    }
}
