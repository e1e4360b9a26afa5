package chorus.loadtest;

import chorus.broker.Cluster;
import chorus.loadtest.LoadRun.Surroundings;
import chorus.loadtest.workload.Workload;
import chorus.run.StreamFailed;
import chorus.run.StreamRun;
import chorus.topology.StreamsApp;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topology beside the load test, in this process or elsewhere. */
final class StreamPart implements AutoCloseable {
    private final Workload workload;
    private final Cluster cluster;
    private final Surroundings around;
    private volatile @Nullable StreamsApp app;

    StreamPart(Workload workload, Cluster cluster, Surroundings around) {
        this.workload = workload;
        this.cluster = cluster;
        this.around = around;
    }

    /** Starts the topology if it belongs here and waits until it is running. */
    void start() throws InterruptedException {
        if (!around.stream()) {
            around.watch().note("the topology runs elsewhere");
            return;
        }
        var started = new StreamRun(around.site(workload.settings(), cluster), around.stores()).start();
        app = started;
        while (!started.awaitRunning(Duration.ofMillis(200)) && !around.stop().asked()) {
            check();
        }
        check();
    }

    Optional<StreamsApp> instance() {
        return Optional.ofNullable(app);
    }

    /** Throws what ended the topology, if it failed. */
    void check() {
        var running = app;
        if (running != null) {
            var fault = running.fault();
            if (fault != null) {
                throw StreamFailed.of(fault, cluster);
            }
        }
    }

    @Override
    public void close() {
        var running = app;
        if (running != null) {
            app = null;
            running.close();
        }
    }
}
