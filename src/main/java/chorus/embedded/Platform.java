package chorus.embedded;

import chorus.embedded.transactions.TransactionKeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Broker and registry of a data directory: started here, or those that another process has running on it. While they run,
 * {@code <data>/endpoints} names them; a restart finds all records and schemas.
 */
public final class Platform implements AutoCloseable {
    /** How often the broker's transactions are looked at. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Endpoints endpoints;
    private final Runnable stop;
    private final boolean owner;

    private Platform(Endpoints endpoints, boolean owner, Runnable stop) {
        this.endpoints = endpoints;
        this.owner = owner;
        this.stop = stop;
    }

    /** On any free ports, the same ones at every start if they are still free. */
    public static Platform open(Path data) {
        return open(data, TransactionKeeper.Listener.NOBODY, said -> {});
    }

    /**
     * The same.
     *
     * @param listener told of transactions that hang, or hung, on a broker that is started here
     * @param told what there is to wait for, in words
     */
    public static Platform open(Path data, TransactionKeeper.Listener listener, Consumer<String> told) {
        return open(data, new Wanted(0, 0, listener, told));
    }

    /**
     * What is asked of broker and registry where they are started here.
     *
     * @param brokerPort loopback port of the broker; 0 for any free one
     * @param registryPort the same of the registry
     */
    record Wanted(int brokerPort, int registryPort, TransactionKeeper.Listener listener, Consumer<String> told) {}

    /** @throws PlatformFailure in one line: port taken, directory in use by a process that does not answer, no start */
    static Platform open(Path data, Wanted wanted) {
        var home = home(data);
        for (var attempt = 0; attempt < Endpoints.ATTEMPTS; attempt++) {
            var lock = DataLock.tryHold(home);
            if (lock.isPresent()) {
                return start(home, lock.get(), wanted);
            }
            var running = Endpoints.answering(home);
            if (running.isPresent()) {
                return new Platform(running.get(), false, () -> {});
            }
            if (attempt == 0) {
                wanted.told.accept("waiting for broker and registry of " + DataLock.holder(home) + " under " + home);
            }
            Http.pause();
        }
        throw new PlatformFailure("data directory " + home + " is in use by " + DataLock.holder(home)
                + ", whose broker and registry do not answer");
    }

    /** Whether broker and registry of {@code data} answer, so that {@link #open(Path)} would find them and not start any. */
    public static boolean runs(Path data) {
        return Endpoints.answering(data).isPresent();
    }

    private static Path home(Path data) {
        try {
            var home = Files.createDirectories(data).toRealPath();
            if (home.toString().matches(".*[,;].*")) {
                throw new PlatformFailure("data directory " + home + ": its path must hold neither ',' nor ';'");
            }
            return home;
        } catch (IOException e) {
            throw new PlatformFailure("data directory " + data + " cannot be made", e);
        }
    }

    private static Platform start(Path home, DataLock lock, Wanted wanted) {
        var stop = new Closing();
        stop.then(lock);
        try {
            Endpoints.remove(home);
            RegistryProcess.endLeftOver(home.resolve("registry"));
            var ports = Ports.choose(home, wanted.brokerPort(), wanted.registryPort());
            var registry = Registry.launch(home.resolve("registry"), ports.registry(), ports.management());
            stop.then(registry);
            var broker = Broker.start(home.resolve("broker"), ports.broker(), ports.controller());
            stop.then(broker);
            stop.then(registry::release);
            stop.then(TransactionKeeper.repairing(broker.bootstrap(), LOOK, wanted.listener()));
            registry.awaitReady();
            var endpoints = Endpoints.publish(home, broker.bootstrap(), registry.url());
            stop.then(() -> Endpoints.remove(home));
            return new Platform(endpoints, true, stop::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.close();
            throw new PlatformFailure("interrupted", e);
        } catch (RuntimeException | IOException e) {
            stop.close();
            throw e instanceof PlatformFailure failure ? failure : new PlatformFailure("data directory " + home, e);
        }
    }

    /** The broker's host:port. */
    public String bootstrap() {
        return endpoints.bootstrap();
    }

    /** The registry's URL. */
    public String registry() {
        return endpoints.registry();
    }

    /** Whether broker and registry were started here, and end with {@link #close}. */
    public boolean owner() {
        return owner;
    }

    /** Ends what was started here; leaves alone what another process runs. */
    @Override
    public void close() {
        stop.run();
    }
}
