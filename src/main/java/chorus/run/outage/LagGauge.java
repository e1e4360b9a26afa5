package chorus.run.outage;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks brokers every two seconds how far the topology lags behind, on a thread of its own: brokers that are away keep nobody else
 * waiting. Meanwhile the lag is unknown.
 */
public final class LagGauge implements AutoCloseable {
    private static final long PAUSE_MS = 2000;

    private final CountDownLatch closed = new CountDownLatch(1);

    private LagGauge() {}

    /**
     * Asks from now on.
     *
     * @param group of the topology
     */
    public static LagGauge of(Cluster cluster, String group, Consumer<OptionalDouble> told) {
        var gauge = new LagGauge();
        Thread.ofPlatform().daemon().name("chorus-asks-lag").start(() -> gauge.ask(cluster, group, told));
        return gauge;
    }

    private void ask(Cluster cluster, String group, Consumer<OptionalDouble> told) {
        try {
            do {
                told.accept(lag(cluster, group));
            } while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // a client that is closed under a question may say anything
            if (closed.getCount() > 0) {
                throw failed;
            }
        }
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
        closed.countDown();
    }
}
