package chorus.cli.altruism;

import chorus.cli.frame.PartRunner.Bench;
import chorus.metrics.Meter;
import chorus.ratings.results.RoundRow;
import chorus.report.Terminal;
import chorus.report.altruism.RoundTicker;
import chorus.report.altruism.RoundsBundle;
import chorus.run.ratings.RoundWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Shows rounds to whoever looks on: the terminal, the meters, the page, and the run's files. */
final class RoundScreen implements RoundWatch {
    private final Terminal terminal;
    private final Bench bench;
    private final RoundsBundle files;
    private final List<RoundRow> rows;
    private boolean headed;

    /** @param known rounds of an earlier life */
    RoundScreen(Terminal terminal, Bench bench, RoundsBundle files, List<RoundRow> known) {
        this.terminal = terminal;
        this.bench = bench;
        this.files = files;
        this.rows = new ArrayList<>(known);
        bench.rounds().ifPresent(page -> page.known(known));
    }

    /** All rounds so far. */
    synchronized List<RoundRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    public synchronized void round(List<RoundRow> round, Duration took, long lag) {
        rows.addAll(round);
        files.add(round);
        bench.meters().publish(round);
        bench.meters().set(Meter.PUBLISHED, System.currentTimeMillis() / 1000.0);
        bench.meters().set(Meter.LAG, lag);
        bench.rounds().ifPresent(page -> page.round(round, took, lag));
        if (!headed) {
            terminal.result(RoundTicker.head());
            headed = true;
        }
        terminal.result(RoundTicker.lines(round, OptionalLong.of(lag)));
    }
}
