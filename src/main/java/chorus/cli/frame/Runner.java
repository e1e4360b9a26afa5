package chorus.cli.frame;

import chorus.broker.Cluster;
import chorus.broker.GenerationLog;
import chorus.cli.frame.PlaceOptions.Place;
import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.metrics.Meters;
import chorus.report.RunBundle;
import chorus.report.Summary;
import chorus.report.Terminal;
import chorus.report.TerminalChart;
import chorus.run.Connection;
import chorus.run.Pace;
import chorus.run.Stop;
import chorus.run.WholeRun;
import chorus.serve.Parts;
import chorus.serve.Parts.State;
import chorus.serve.WebServer;
import chorus.simulate.Plan;

/** A whole run in this process, from starting what it needs to the chart at its end. */
public record Runner(Settings settings, Place place, Pace pace, Terminal terminal) {

    /** Where a run's plan comes from, given what the broker holds already. */
    @FunctionalInterface
    public interface PlanSource {
        Plan plan(Cluster cluster) throws InterruptedException;
    }

    /** Returns the exit code: 0 when the run is complete, 1 when it was stopped. */
    public int run(PlanSource source) throws InterruptedException {
        LogFile.in(place.out());
        place.requireSameCourse(settings);
        var stop = new Stop();
        var parts = new Parts();
        try (var interrupts = Interrupts.install(stop, () -> terminal.note("stopping …"));
                var meters = new Meters().withMachine();
                var web = WebServer.start(settings.serve(), meters::scrape, parts)) {
            var campaigns = settings.campaigns().stream().map(CampaignSettings::name).toList();
            var screen = new Screen(terminal, meters, campaigns);
            screen.note("metrics on " + web.address() + "/metrics");
            parts.set("broker", State.STARTING, "");
            try (var connection = Connection.openWithTopics(settings, place.data(), screen)) {
                place.keep(settings);
                parts.set("broker", State.READY, connection.cluster().bootstrap());
                return run(connection.cluster(), source, screen, new Live(meters, parts, stop));
            }
        }
    }

    private record Live(Meters meters, Parts parts, Stop stop) {}

    private int run(Cluster cluster, PlanSource source, Screen screen, Live live) throws InterruptedException {
        var bundle = bundle(cluster);
        screen.keep(bundle);
        var plan = source.plan(cluster);
        live.parts.set("topology", State.STARTING, "");
        new WholeRun(settings, cluster, plan, place.stores(), pace, screen, System::nanoTime)
                .run(live.stop, stream -> {
                    live.meters.addKafka(stream::metrics);
                    live.parts.set("topology", State.READY, "");
                });
        terminal.progressEnds();
        if (live.stop.asked() && !Thread.interrupted() && !complete(bundle, plan)) {
            terminal.note("stopped; the same command goes on from here: " + place.out());
            return 1;
        }
        finish(cluster, bundle);
        return 0;
    }

    private static boolean complete(RunBundle bundle, Plan plan) {
        return bundle.generations().size() >= plan.epochs();
    }

    private RunBundle bundle(Cluster cluster) throws InterruptedException {
        try (var log = GenerationLog.open(cluster)) {
            return RunBundle.open(place.out(), SettingsText.of(settings), log.generations(), log.evaluations());
        }
    }

    private void finish(Cluster cluster, RunBundle bundle) {
        var summary = Summary.of(
                settings.name(),
                settings.randomSeed(),
                bundle.generations(),
                bundle.evaluations(),
                Version.all());
        bundle.finish(summary.with(cluster.endOffsets(), Sizes.under(place.stores())));
        terminal.result("");
        terminal.result(TerminalChart.of(bundle.evaluations()));
        terminal.result("files of the run: " + place.out());
    }
}
