package chorus.cli.frame;

import chorus.broker.Cluster;
import chorus.broker.access.ClientConfig;
import chorus.broker.generations.GenerationLog;
import chorus.cli.frame.PartRunner.Bench;
import chorus.cli.frame.PlaceOptions.Place;
import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.experiment.sweep.KeptLists;
import chorus.report.PeakMatrix;
import chorus.report.RunBundle;
import chorus.report.RunBundle.Known;
import chorus.report.Summary;
import chorus.report.Terminal;
import chorus.report.TerminalChart;
import chorus.run.Pace;
import chorus.run.whole.WholeRun;
import chorus.simulate.Plan;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A whole run in this process, from starting what it needs to the chart at its end.
 *
 * @param lists where what is recommended for each test is kept, if anywhere
 */
public record Runner(Settings settings, Place place, KeptLists lists, Pace pace, Terminal terminal) {

    /** Where a run's plan comes from, given what the broker holds already. */
    @FunctionalInterface
    public interface PlanSource {
        Plan plan(Cluster cluster) throws InterruptedException;
    }

    /** A simulation's pace: playlists are filled at full speed; by the clock, listeners then share the set pace. */
    public static Pace pace(Settings settings) {
        var simulate = settings.simulate();
        return settings.epochs().by().followsPlan()
                ? Pace.FULL_SPEED
                : new Pace(0, simulate.editsPerSecond() / simulate.writers());
    }

    /**
     * Returns the exit code: 0 when the run is complete, 1 when it was stopped before.
     *
     * @param config how brokers and registry of the settings are reached
     */
    public int run(ClientConfig config, PlanSource source) throws InterruptedException {
        var complete = new AtomicBoolean();
        var part = new PartRunner("run", settings, place, terminal);
        part.run(config, bench -> complete.set(run(source, bench)));
        return complete.get() ? 0 : 1;
    }

    private boolean run(PlanSource source, Bench bench) throws InterruptedException {
        settings.remark().ifPresent(bench.screen()::note);
        var bundle = bundle(bench.cluster());
        bench.screen().keep(bundle, lists);
        var plan = source.plan(bench.cluster());
        var run = new WholeRun(bench.site(settings), plan, place.stores(), pace);
        var complete = run.run(bench.stop(), stream -> {
            bench.show("run", stream, settings);
        });
        terminal.progressEnds();
        if (!complete) {
            terminal.note("stopped; the same command goes on from here: " + place.out());
            return false;
        }
        finish(bench.cluster(), bundle);
        return true;
    }

    private RunBundle bundle(Cluster cluster) throws InterruptedException {
        try (var log = GenerationLog.open(cluster)) {
            return RunBundle.open(
                    place.out(),
                    SettingsText.of(settings),
                    settings.allWorlds(),
                    new Known(log.generations(), log.evaluations()));
        }
    }

    private void finish(Cluster cluster, RunBundle bundle) {
        var summary = Summary.of(settings.name(), settings.randomSeed(), bundle, Version.all());
        bundle.finish(summary.with(cluster.endOffsets(), Sizes.under(place.stores())));
        show(TerminalChart.of(bundle.worlds(), bundle.evaluations()));
        show(PeakMatrix.of(bundle.worlds(), bundle.evaluations()));
        terminal.result("files of the run: " + place.out());
    }

    private void show(String drawing) {
        if (!drawing.isEmpty()) {
            terminal.result("");
            terminal.result(drawing);
        }
    }
}
