package chorus.chaos;

import static org.awaitility.Awaitility.await;

import chorus.chaos.killed.EmbeddedRegistry;
import chorus.chaos.killed.Killable;
import chorus.chaos.killed.Part;
import chorus.chaos.killed.ThreeBrokers;
import chorus.embedded.TestRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What the parts of a run stand on: brokers and a registry. */
sealed interface Ground {
    Duration PATIENCE = Duration.ofMinutes(2);
    int PATIENCE_MS = 2000;

    /** Where brokers and registry are. */
    record Place(String bootstrap, String registry) {
        List<String> options() {
            return List.of("--bootstrap", bootstrap, "--registry", registry);
        }
    }

    /** Where they are, or were last; empty before the first life of who starts them tells it. */
    Optional<Place> place();

    /** The brokers that are processes of their own. */
    List<ThreeBrokers.Broker> brokers();

    Killable registry();

    /** Waits until they serve, or whoever should start them has ended. */
    void awaitServing();

    /** What is surely known of them at this moment; only where their place is known. */
    Known known() throws InterruptedException;

    /** The options by which another command reaches them once the run is over. */
    List<String> reachAfterwards(List<String> sets);

    /** In the process of a part, the registry as its child. */
    record Embedded(Part head, Path data) implements Ground {
        @Override
        public Optional<Place> place() {
            var keys = endpoints();
            return Optional.ofNullable(keys.getProperty("registry"))
                    .map(registry -> new Place(keys.getProperty("bootstrap"), registry));
        }

        private Properties endpoints() {
            var keys = new Properties();
            try (var in = Files.newBufferedReader(data.resolve("endpoints"))) {
                keys.load(in);
                return keys;
            } catch (IOException notYet) {
                return new Properties();
            }
        }

        @Override
        public List<ThreeBrokers.Broker> brokers() {
            return List.of();
        }

        @Override
        public Killable registry() {
            return new EmbeddedRegistry(data);
        }

        @Override
        public void awaitServing() {
            await().atMost(PATIENCE).until(() -> !head.isAlive() || hasServed());
        }

        /** Whether broker and registry have served in this life of the head; the file may be that of an earlier one. */
        boolean hasServed() {
            return endpoints()
                    .getProperty("pid", "")
                    .equals(Long.toString(head.pid().orElse(-1)));
        }

        @Override
        public Known known() throws InterruptedException {
            var place = place();
            if (place.isEmpty()) {
                // the run has come to its end meanwhile
                return new Known(Map.of(), Optional.empty());
            }
            var broker =
                    state(head.isAlive(), hasServed() && accepts(place.get().bootstrap()));
            return new Known(
                    broker.map(serves -> Map.of(1, serves)).orElse(Map.of()),
                    state(registry().isAlive(), TestRegistry.answers(place.get().registry())));
        }

        @Override
        public List<String> reachAfterwards(List<String> sets) {
            return List.of("--data", data.toString());
        }
    }

    /** Processes of their own. */
    record Own(ThreeBrokers three) implements Ground {
        @Override
        public Optional<Place> place() {
            return Optional.of(new Place(three.bootstrap(), three.registryUrl()));
        }

        @Override
        public List<ThreeBrokers.Broker> brokers() {
            return three.brokers();
        }

        @Override
        public Killable registry() {
            return three.registry();
        }

        @Override
        public void awaitServing() {
            three.awaitAll();
        }

        @Override
        public Known known() throws InterruptedException {
            var states = new TreeMap<Integer, Boolean>();
            var serving = three.serving();
            for (var broker : brokers()) {
                state(broker.isAlive(), serving.contains(broker.node()) && accepts(broker.address()))
                        .ifPresent(state -> states.put(broker.node(), state));
            }
            return new Known(states, state(registry().isAlive(), TestRegistry.answers(three.registryUrl())));
        }

        @Override
        public List<String> reachAfterwards(List<String> sets) {
            var all = new ArrayList<>(place().orElseThrow().options());
            all.addAll(sets);
            return all;
        }
    }

    /** Whether something serves; empty where it is just coming or going. */
    private static Optional<Boolean> state(boolean runs, boolean serves) {
        return runs == serves ? Optional.of(serves) : Optional.empty();
    }

    private static boolean accepts(String address) {
        var colon = address.lastIndexOf(':');
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    PATIENCE_MS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
