package chorus.embedded.transactions;

import chorus.fatal.Fatal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for hanging transactions again and again, and tells of each once; repairs them where the broker is ours alone. */
public final class TransactionKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionKeeper.class);

    /** Who is told. Called from the keeper's thread. */
    public interface Listener {
        /** What happens is in the log alone. */
        Listener NOBODY = new Listener() {
            @Override
            public void hangs(Forgotten transaction) {}

            @Override
            public void repaired(Forgotten transaction) {}
        };

        /** A transaction hangs; nothing was changed. */
        void hangs(Forgotten transaction);

        /** Its marker was written, as the coordinator had decided. */
        void repaired(Forgotten transaction);
    }

    private final Transactions transactions;
    private final boolean repairs;
    private final Listener listener;
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chorus-transactions").factory());

    private TransactionKeeper(Transactions transactions, boolean repairs, Listener listener) {
        this.transactions = transactions;
        this.repairs = repairs;
        this.listener = listener;
    }

    /** Looks once, then again and again at this pace; returns after the first look and its repairs. */
    public static TransactionKeeper repairing(String bootstrap, Duration every, Listener listener)
            throws InterruptedException {
        var keeper = new TransactionKeeper(Transactions.at(Map.of("bootstrap.servers", bootstrap), ""), true, listener);
        keeper.round();
        return keeper.going(every);
    }

    /** Looks at this pace at topics of a prefix, and tells what hangs without changing anything. */
    public static TransactionKeeper telling(Map<String, Object> way, String prefix, Duration every, Listener listener) {
        return new TransactionKeeper(Transactions.at(way, prefix), false, listener).going(every);
    }

    private TransactionKeeper going(Duration every) {
        var _ = thread.scheduleWithFixedDelay(
                Fatal.guarded(this::quietRound), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void quietRound() {
        try {
            round();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unforeseen) {
            // the next round looks again; an exception would end all of them in silence
            LOG.warn("looking for hanging transactions", unforeseen);
        }
    }

    private void round() throws InterruptedException {
        try {
            for (var hanging : transactions.find()) {
                treat(hanging);
            }
        } catch (TransactionFault fault) {
            if (told.add(String.valueOf(fault.getMessage()))) {
                LOG.warn("{}", fault.getMessage());
            }
        }
    }

    private void treat(Forgotten hanging) throws InterruptedException {
        if (repairs && transactions.repair(hanging)) {
            LOG.warn("{}: its marker is written", hanging.told());
            listener.repaired(hanging);
        } else if (told.add(hanging.told())) {
            LOG.warn("{}", hanging.told());
            listener.hangs(hanging);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        transactions.close();
    }
}
