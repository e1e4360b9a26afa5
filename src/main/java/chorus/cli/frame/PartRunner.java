package chorus.cli.frame;

import chorus.broker.Cluster;
import chorus.broker.access.ClientConfig;
import chorus.cli.frame.PlaceOptions.Place;
import chorus.config.Settings;
import chorus.metrics.Meters;
import chorus.report.Terminal;
import chorus.run.Connection;
import chorus.run.Site;
import chorus.run.Stop;
import chorus.serve.Parts;
import chorus.serve.Parts.State;
import chorus.serve.WebServer;

/** One part of a run in a process of its own, beside a broker that others use too. */
public record PartRunner(String name, Settings settings, Place place, Terminal terminal) {

    /** What a part works with. */
    public record Bench(Cluster cluster, Screen screen, Meters meters, Parts parts, Stop stop) {
        public Site site(Settings settings) {
            return new Site(settings, cluster, screen, System::nanoTime);
        }
    }

    /** The part's work; it returns when it is done or a stop is asked for. */
    @FunctionalInterface
    public interface Work {
        void run(Bench bench) throws InterruptedException;
    }

    /**
     * Returns the exit code: 0 when the work is done. After Ctrl-C it is the signal's, 130.
     *
     * @param config how brokers and registry of the settings are reached
     */
    public int run(ClientConfig config, Work work) throws InterruptedException {
        LogFile.in(place.out());
        place.requireSameCourse(settings);
        var stop = new Stop();
        var parts = new Parts();
        try (var interrupts = Interrupts.install(stop, () -> terminal.note("stopping …"));
                var meters = new Meters().withMachine();
                var web = WebServer.start(settings.serve(), meters::scrape, parts);
                var screen = new Screen(terminal, meters, parts, settings)) {
            screen.note("metrics on " + web.address() + "/metrics");
            parts.set(name, State.STARTING, "");
            try (var connection = Connection.openWithTopics(settings, config, place.data(), screen)) {
                place.keep(settings);
                work.run(new Bench(connection.cluster(), screen, meters, parts, stop));
            }
            terminal.progressEnds();
            return 0;
        }
    }
}
