package chorus.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.broker.TestRows;
import chorus.broker.Topics;
import chorus.config.KafkaSettings;
import chorus.embedded.Broker;
import chorus.embedded.TestBroker;
import chorus.playlist.EpochEnded;
import chorus.playlist.HeldOut;
import chorus.playlist.LogRules;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.PlaylistsMark;
import chorus.verify.Verifier.GivenUp;
import chorus.waits.Wait;
import chorus.waits.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An epoch without an edit, verified and exported while the broker goes away; whoever looks on is told what is waited for. */
@Timeout(60)
class BrokersGoneTest {
    private static final List<String> WORLDS = List.of("none");

    @TempDir
    private Path directory;

    private Broker broker;
    private Cluster cluster;

    /** What was waited for, by part, and how often it came nearer. */
    private final Map<String, String> begun = new LinkedHashMap<>();

    private final Map<String, AtomicInteger> moves = new LinkedHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void write() throws IOException, InterruptedException {
        broker = TestBroker.start(directory);
        cluster = Cluster.connect(broker.bootstrap(), "mock://gone", "gone-");
        Topics.ensure(cluster, new KafkaSettings("", "", "gone-", 1, (short) 1, Duration.ofMinutes(1)));
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(1), known)) {
            sink.endEpoch(new EpochEnded(0, 0, 1, 0));
        }
    }

    @AfterEach
    void stop() {
        cluster.close();
        broker.close();
    }

    private void publish(boolean tracksToo) {
        var nothing = new CountsMark(0, 0, 1, List.of(new OfWorld("none", new WorldDigest(0, 0, 0))));
        try (var rows = new TestRows(cluster)) {
            rows.neighbours(0, nothing);
            rows.playlists(0, new PlaylistsMark(0, 0, 1, WORLDS, 0, 0, Map.of(), 0, 0));
            if (tracksToo) {
                rows.trackCounts(0, nothing);
            }
            rows.flush();
        }
    }

    /** Ends the broker as soon as {@code part} waits. */
    private Waiting endingBrokerAt(String part) {
        return (waits, what, patience) -> {
            if (waits.equals(part)) {
                broker.close();
            }
            return noted(waits, what);
        };
    }

    private Wait noted(String part, Supplier<String> what) {
        begun.put(part, what.get());
        var moved = moves.computeIfAbsent(part, each -> new AtomicInteger());
        return new Wait() {
            @Override
            public void moved() {
                moved.incrementAndGet();
            }

            @Override
            public void giveUp() {}

            @Override
            public void close() {}
        };
    }

    /** Patience for so many looks after the first one at the part that stands still. */
    private boolean outOfPatience(String part) {
        return begun.containsKey(part) && asked.incrementAndGet() > 5;
    }

    private Verification verify(String part) throws InterruptedException {
        return new Verifier(
                        cluster,
                        new Verifier.Scope(10, new HeldOut(1, 0, 20), new LogRules(1)),
                        () -> outOfPatience(part))
                .verify();
    }

    @Test
    void aBrokerThatGoesAwayUnderTheReplayIsWaitedForByNameAndIsNoDifference() {
        publish(true);
        cluster.watchedBy(endingBrokerAt("reader of the log"));
        assertThatThrownBy(() -> verify("reader of the log"))
                .isInstanceOf(GivenUp.class)
                .hasMessage("gave up waiting for the end of epoch 0 in the log on " + broker.bootstrap());
        assertThat(begun).containsKeys("reader of rows", "reader of gone-campaigns, gone-tracks");
        assertThat(begun.get("reader of the log")).isEqualTo("the end of epoch 0 in the log on " + broker.bootstrap());
        assertThat(moves.get("reader of the log")).hasValue(0);
        assertThat(asked).hasValueGreaterThan(1);
    }

    @Test
    void whatAnExportWaitsForIsToldPartitionByPartition() {
        publish(false);
        cluster.watchedBy((part, what, patience) -> noted(part, what));
        assertThatThrownBy(() ->
                        CountsExport.write(cluster, WORLDS, new StringBuilder(), () -> outOfPatience("reader of rows")))
                .isInstanceOf(GivenUp.class)
                .hasMessage("gave up waiting for the end of epoch 0 in gone-track-counts-0");
        assertThat(moves.get("reader of rows")).hasPositiveValue();
    }
}
