package chorus.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.embedded.TestBroker;
import chorus.loadtest.LoadRun.NotFresh;
import chorus.loadtest.LoadRun.Surroundings;
import chorus.loadtest.generate.Share;
import chorus.loadtest.workload.SomeWorkload;
import chorus.loadtest.workload.Workload;
import chorus.run.QuietWatch;
import chorus.run.Stop;
import chorus.verify.Verifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class LoadOnABrokerTest {
    @TempDir
    private Path directory;

    @Test
    void everyEditOfASmallLoadIsCountedAndSeen() throws Exception {
        var workload = SomeWorkload.with(
                "rate=200",
                "warmUp=500ms",
                "duration=2s",
                "settings.kafka.partitions=2",
                "settings.kafka.prefix=load-",
                "settings.epochs.every=500ms",
                "settings.stream.commitInterval=100ms");
        try (var broker = TestBroker.start(directory);
                var cluster = Cluster.connect(broker.bootstrap(), "mock://load", "load-")) {
            Topics.ensure(cluster, workload.settings().kafka());
            var outcome = run(workload, cluster).orElseThrow();
            var measured = outcome.measured();
            assertThat(measured.sent()).isEqualTo(400); // 2 s at 200/s
            assertThat(measured.countedEdits()).isEqualTo(400);
            assertThat(measured.visibleEdits()).isEqualTo(400);
            assertThat(measured.counted().percentiles()).containsOnlyKeys("p50", "p95", "p99", "p99.9", "max");
            assertThat(measured.visible().percentiles()).containsOnlyKeys("p50", "p95", "p99", "p99.9", "max");
            assertThat(outcome.lagAtEnd()).isZero();
            var settings = workload.settings();
            var scope = new Verifier.Scope(settings.state().window(), settings.heldOut(), settings.logRules());
            var found = new Verifier(cluster, scope, () -> false).verify();
            assertThat(found.rowsCompared()).isPositive();
            assertThat(found.differences()).as("%s", found.first()).isZero();
            assertThatThrownBy(() -> run(workload, cluster)).isInstanceOf(NotFresh.class);
        }
    }

    private java.util.Optional<Findings> run(Workload workload, Cluster cluster) throws InterruptedException {
        var time = new Timeline(System::nanoTime, System.nanoTime(), System.currentTimeMillis());
        var around = new Surroundings(directory.resolve("stores"), true, new QuietWatch() {}, time, new Stop());
        return new LoadRun(workload, Share.ALL, cluster, around).run();
    }
}
