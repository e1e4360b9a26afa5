package chorus.cli.altruism;

import chorus.broker.access.ClientConfig;
import chorus.cli.frame.PartRunner.Bench;
import chorus.cli.frame.PlaceOptions.Place;
import chorus.config.Settings;
import chorus.report.Terminal;
import chorus.report.altruism.RoundsBundle;
import chorus.report.altruism.RoundsTerminalChart;
import chorus.run.ratings.RatingRun;
import java.util.concurrent.atomic.AtomicBoolean;

/** A whole run in this process, from starting what it needs to the chart at its end. */
record RatingRunner(Settings settings, Place place, Terminal terminal) {
    /** Returns the exit code: 0 when the run is complete, 1 when it was stopped before. */
    int run(ClientConfig config) throws InterruptedException {
        var complete = new AtomicBoolean();
        Parts.of("run", false, settings, place, terminal).run(config, bench -> complete.set(run(bench)));
        return complete.get() ? 0 : 1;
    }

    private boolean run(Bench bench) throws InterruptedException {
        var screen = Parts.screen(settings, place, bench, terminal);
        var run = new RatingRun(bench.site(settings), place.stores(), screen);
        var complete = run.run(bench.stop(), stream -> bench.show("run", stream, settings));
        terminal.progressEnds();
        if (!complete) {
            terminal.note("stopped; the same command goes on from here: " + place.out());
            return false;
        }
        RoundsBundle.write(place.out(), Parts.origin(settings), screen.rows());
        var chart = RoundsTerminalChart.of(screen.rows());
        if (!chart.isEmpty()) {
            terminal.result("");
            terminal.result(chart);
        }
        terminal.result("files of the run: " + place.out());
        return true;
    }
}
