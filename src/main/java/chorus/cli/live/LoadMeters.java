package chorus.cli.live;

import chorus.loadtest.LoadRun.Onlooker;
import chorus.loadtest.LoadRun.Progress;
import chorus.metrics.Meter;
import chorus.metrics.Meters;
import chorus.topology.StreamsApp;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells the meters of a load test.
 *
 * @param show shows the test's instance of the topology
 */
public record LoadMeters(Meters meters, Consumer<Supplier<Optional<StreamsApp>>> show) implements Onlooker {
    @Override
    public void begins(Progress progress, Supplier<Optional<StreamsApp>> topology) {
        show.accept(topology);
        offers(0);
        meters.read(Meter.LOAD_SENT, () -> progress.sent().getAsLong());
        meters.read(Meter.LOAD_COUNTED, () -> progress.counted().getAsLong());
        meters.read(Meter.LOAD_LAG, () -> progress.lag().getAsLong());
    }

    @Override
    public void offers(double editsPerSecond) {
        meters.set(Meter.LOAD_OFFERED, editsPerSecond);
    }

    @Override
    public void counted(long latency) {
        meters.record(Meter.LOAD_COUNT_LATENCY, Duration.ofMillis(Math.max(0, latency)));
    }

    @Override
    public void visible(long latency) {
        meters.record(Meter.LOAD_VIEW_LATENCY, Duration.ofMillis(Math.max(0, latency)));
    }
}
