package chorus.run.outage;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import chorus.broker.GenerationLog;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Publishes generations, also where brokers were away for longer than a transaction may take: they have given it up meanwhile, and
 * to the client this looks as if another trainer had taken over. A generation that is not there then is published once more.
 */
public final class Publisher implements AutoCloseable {
    /** After so long the brokers give a transaction up. */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(1);

    private final Cluster cluster;
    private final LongSupplier nanos;
    private final Duration transactionTimeout;
    private GenerationLog.Writer writer;

    private Publisher(Cluster cluster, LongSupplier nanos, Duration transactionTimeout) {
        this.cluster = cluster;
        this.nanos = nanos;
        this.transactionTimeout = transactionTimeout;
        writer = GenerationLog.Writer.open(cluster, transactionTimeout);
    }

    /**
     * Takes over from any earlier trainer.
     *
     * @param nanos elapsed time
     */
    public static Publisher open(Cluster cluster, LongSupplier nanos) {
        return open(cluster, nanos, TRANSACTION_TIMEOUT);
    }

    static Publisher open(Cluster cluster, LongSupplier nanos, Duration transactionTimeout) {
        return new Publisher(cluster, nanos, transactionTimeout);
    }

    /** @throws BrokerFault.SendFailed where another trainer has taken over, or brokers that are there do not take it */
    public void publish(GenerationRow generation, List<EvaluationRow> rows) throws InterruptedException {
        var begun = nanos.getAsLong();
        while (true) {
            try {
                writer.publish(generation, rows);
                return;
            } catch (BrokerFault.SendFailed fault) {
                if (nanos.getAsLong() - begun < transactionTimeout.toNanos()) {
                    throw fault;
                }
            }
            begun = nanos.getAsLong();
            writer.close();
            writer = GenerationLog.Writer.open(cluster, transactionTimeout);
            if (isThere(generation)) {
                return;
            }
        }
    }

    private boolean isThere(GenerationRow generation) throws InterruptedException {
        try (var log = GenerationLog.open(cluster)) {
            return log.newest() >= generation.generation();
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
