package chorus.cli.frame;

import chorus.broker.Cluster;
import chorus.broker.access.ClientConfig;
import chorus.cli.end.Shortage;
import chorus.cli.frame.PlaceOptions.Place;
import chorus.cli.live.LivePage;
import chorus.cli.live.RoundPage;
import chorus.cli.live.Shown;
import chorus.config.Settings;
import chorus.config.Settings.ServeSettings.KafkaMetrics;
import chorus.config.Settings.ServeSettings.Page;
import chorus.embedded.DataLock;
import chorus.events.Simulation;
import chorus.metrics.Meter;
import chorus.metrics.Meters;
import chorus.metrics.Part;
import chorus.metrics.TopicFlows;
import chorus.report.Terminal;
import chorus.run.Connection;
import chorus.run.Site;
import chorus.run.Stop;
import chorus.run.StreamFailed;
import chorus.run.outage.Heartbeat;
import chorus.run.outage.LagGauge;
import chorus.serve.Parts;
import chorus.serve.Parts.State;
import chorus.topology.StreamsApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One part of a run in a process of its own, beside a broker that others use too.
 *
 * @param shared whether other processes may be the same part of the same run
 */
public record PartRunner(
        String name, boolean shared, Simulation simulation, Settings settings, Place place, Terminal terminal) {
    private static final Duration LOOK = Duration.ofMillis(200);

    /** Those that see generations come. */
    private static final Set<String> WITH_PAGE = Set.of("run", "trainer", "load");

    /** A part that there is once. */
    public PartRunner(String name, Settings settings, Place place, Terminal terminal) {
        this(name, false, Simulation.PLAYLISTS, settings, place, terminal);
    }

    /**
     * What a part works with.
     *
     * @param rounds the page of a run of the second simulation, where this process has one
     */
    public record Bench(
            Cluster cluster, Screen screen, Meters meters, Parts parts, Stop stop, Optional<RoundPage> rounds) {
        /** Shows what an instance of the topology measures of itself and how it is. */
        public void show(String part, StreamsApp stream, Settings settings) {
            show(() -> Optional.of(stream), settings);
            screen.flows(() -> TopicFlows.of(stream.metrics()));
            parts.watch(part, stream::isRunning, stream::state);
        }

        /** Shows what an instance of the topology measures of itself, as far as there is one at the time. */
        public void show(Supplier<Optional<StreamsApp>> app, Settings settings) {
            meters.addKafka(
                    () -> app.get().map(StreamsApp::metrics).orElse(Map.of()),
                    settings.serve().kafkaMetrics() == KafkaMetrics.all);
            meters.read(Meter.STORES, () -> app.get()
                    .map(stream -> TopicFlows.of(stream.metrics()))
                    .orElse(TopicFlows.NONE)
                    .storeBytes()
                    .orElse(0));
            meters.read(Meter.CACHE, () -> StreamsApp.memory().used());
            meters.read(Meter.CACHE_LIMIT, () -> StreamsApp.memory().limit());
            meters.read(Meter.CACHE_HITS, () -> StreamsApp.memory().hits());
            meters.read(Meter.CACHE_MISSES, () -> StreamsApp.memory().misses());
        }

        /** Shows an instance that is a process of its own until a stop is asked for. */
        public void untilStopped(StreamsApp app, Settings settings) throws InterruptedException {
            var group = cluster.names().application();
            try (var lag = LagGauge.of(cluster, group, now -> meters.set(Meter.LAG, now))) {
                show("topology", app, settings);
                while (!stop.await(LOOK.toNanos())) {
                    var fault = app.fault();
                    if (fault != null) {
                        throw StreamFailed.of(fault, cluster);
                    }
                }
            }
        }

        public Site site(Settings settings) {
            return new Site(settings, cluster, screen, System::nanoTime);
        }
    }

    /** The part's work; it returns when it is done or a stop is asked for. */
    @FunctionalInterface
    public interface Work {
        void run(Bench bench) throws InterruptedException;
    }

    /** What no other process may be meanwhile: this part in these files, and on these data unless others share its work. */
    private Claims claims() {
        var files = DataLock.claim(place.out(), name);
        try {
            var apart = shared
                    || place.out()
                            .toAbsolutePath()
                            .normalize()
                            .equals(place.data().toAbsolutePath().normalize());
            return new Claims(files, apart ? files : DataLock.claim(place.data(), name));
        } catch (RuntimeException taken) {
            files.close();
            throw taken;
        }
    }

    private record Claims(DataLock files, DataLock data) implements AutoCloseable {
        @Override
        public void close() {
            data.close();
            files.close();
        }
    }

    /**
     * Returns the exit code: 0 when the work is done. After Ctrl-C it is the signal's, 130.
     *
     * @param config how brokers and registry of the settings are reached
     */
    public int run(ClientConfig config, Work work) throws InterruptedException {
        LogFile.in(place.out());
        Shortage.writesTo(place.out());
        Shortage.writesTo(place.data());
        Shortage.requireFiles();
        place.requireSameCourse(settings, simulation);
        var stop = new Stop();
        var parts = new Parts();
        try (var claims = claims();
                var interrupts = Interrupts.install(stop, () -> terminal.note("stopping …"));
                var meters = new Meters(parts()).withMachine();
                var page = new Shown(page(parts), rounds(parts));
                var web = page.serve(settings.serve(), meters, parts);
                var screen = new Screen(terminal, meters, parts, settings, simulation.records(), page.live())) {
            if (page.isThere()) {
                screen.note("watch it at " + web.address() + "/");
            }
            screen.note("metrics on " + web.address() + "/metrics");
            parts.set(name, State.STARTING, "");
            try (var connection = Connection.openWithTopics(
                            settings, simulation, config, place.data(), screen, System::nanoTime);
                    var heartbeat = Heartbeat.of(connection.cluster(), screen);
                    var orders = page.connected(connection.cluster())) {
                place.keep(settings, simulation);
                showDisk(meters, "out", place.out());
                showDisk(meters, "data", place.data());
                work.run(new Bench(connection.cluster(), screen, meters, parts, stop, page.rounds()));
            }
            page.ended(!stop.asked());
            terminal.progressEnds();
            return 0;
        }
    }

    /** What the process is, by the name that it goes by; a writer has its number in it. */
    private Set<Part> parts() {
        var rates = !simulation.equals(Simulation.PLAYLISTS);
        return switch (name) {
            case "run" -> rates ? Part.altruismRun() : Part.run();
            case "topology" -> EnumSet.of(Part.TOPOLOGY);
            case "trainer" -> EnumSet.of(rates ? Part.PLATFORM : Part.TRAINER);
            case "load" -> EnumSet.of(Part.TOPOLOGY, Part.TRAINER, Part.LOAD);
            default -> EnumSet.of(Part.WRITER);
        };
    }

    private static void showDisk(Meters meters, String folder, Path path) {
        if (Files.isDirectory(path)) {
            meters.read(Meter.DISK_FREE, () -> path.toFile().getUsableSpace(), folder);
            meters.read(Meter.DISK_SIZE, () -> path.toFile().getTotalSpace(), folder);
        }
    }

    private Optional<LivePage> page(Parts parts) {
        return hasPage() && simulation.equals(Simulation.PLAYLISTS)
                ? Optional.of(LivePage.of(settings, version(), parts))
                : Optional.empty();
    }

    private Optional<RoundPage> rounds(Parts parts) {
        return hasPage() && !simulation.equals(Simulation.PLAYLISTS)
                ? Optional.of(RoundPage.of(settings, version(), parts))
                : Optional.empty();
    }

    private boolean hasPage() {
        return settings.serve().page() == Page.shown && WITH_PAGE.contains(name);
    }

    private static String version() {
        return Version.all().getOrDefault("chorus", "");
    }
}
