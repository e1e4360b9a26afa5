package chorus.run.outage;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import chorus.broker.refused.Refusals;
import chorus.broker.results.Batch;
import chorus.broker.results.ResultWriter;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Publishes generations, also where brokers were away for longer than a transaction may take: they have given it up meanwhile, and
 * to the client this looks as if another trainer had taken over. A generation that is not there then is published once more.
 */
public final class Publisher implements AutoCloseable {
    /** After so long the brokers give a transaction up. */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final Duration transactionTimeout;
    private ResultWriter writer;

    /** Whether the brokers have, after all, what was to be written. */
    @FunctionalInterface
    public interface Look {
        boolean isThere() throws InterruptedException;
    }

    private Publisher(LongSupplier nanos, Duration transactionTimeout, ResultWriter writer) {
        this.nanos = nanos;
        this.transactionTimeout = transactionTimeout;
        this.writer = writer;
    }

    /**
     * Takes over from any earlier trainer.
     *
     * @param nanos elapsed time
     * @param told is given a line for each of the first records that are refused
     */
    public static Publisher open(Cluster cluster, LongSupplier nanos, Consumer<String> told)
            throws InterruptedException {
        return open(cluster, nanos, TRANSACTION_TIMEOUT, told);
    }

    static Publisher open(Cluster cluster, LongSupplier nanos, Duration transactionTimeout, Consumer<String> told)
            throws InterruptedException {
        var writer = ResultWriter.open(cluster, transactionTimeout, told);
        return new Publisher(nanos, transactionTimeout, writer);
    }

    /** Where readers say what they pass over; {@link #keep} writes it. */
    public Refusals refusals() {
        return writer.refusals();
    }

    /** Keeps what was refused since the last time, once; throws as {@link #publish} does. */
    public void keep() throws InterruptedException {
        outlasting(() -> writer.keep(), () -> false);
    }

    /**
     * Publishes what belongs together.
     *
     * @param isThere whether the brokers have it after all, asked where it is not known
     * @throws BrokerFault.SendFailed where another trainer has taken over, or brokers that are there do not take it
     */
    public void publish(Batch batch, Look isThere) throws InterruptedException {
        outlasting(() -> writer.publish(batch), isThere);
    }

    private void outlasting(Runnable write, Look look) throws InterruptedException {
        var begun = nanos.getAsLong();
        while (true) {
            try {
                write.run();
                return;
            } catch (BrokerFault.SendFailed fault) {
                if (nanos.getAsLong() - begun < transactionTimeout.toNanos()) {
                    throw fault;
                }
            }
            begun = nanos.getAsLong();
            writer = writer.again();
            if (look.isThere()) {
                return;
            }
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
