package chorus.run.outage;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Asks brokers every two seconds how far the topology lags behind; while they are away the lag is unknown. */
public final class LagGauge implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Asking asking;

    private LagGauge(Asking asking) {
        this.asking = asking;
    }

    /**
     * Asks from now on.
     *
     * @param group of the topology
     */
    public static LagGauge of(Cluster cluster, String group, Consumer<OptionalDouble> told) {
        return new LagGauge(Asking.every(PAUSE, "lag", () -> told.accept(lag(cluster, group))));
    }

    private static OptionalDouble lag(Cluster cluster, String group) {
        try {
            return OptionalDouble.of((double) cluster.lag(group));
        } catch (BrokerFault unanswered) {
            return OptionalDouble.empty();
        }
    }

    /** Asks no more. */
    @Override
    public void close() {
        asking.close();
    }
}
