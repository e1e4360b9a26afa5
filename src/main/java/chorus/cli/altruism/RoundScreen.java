package chorus.cli.altruism;

import chorus.cli.frame.PartRunner.Bench;
import chorus.config.AltruismSettings;
import chorus.config.SettingsText;
import chorus.config.altruism.AltruismOrder;
import chorus.metrics.Meter;
import chorus.ratings.results.RoundResult;
import chorus.ratings.results.RoundRow;
import chorus.report.Terminal;
import chorus.report.altruism.RoundTicker;
import chorus.report.altruism.RoundsBundle;
import chorus.run.ratings.AltruistCourt;
import chorus.run.ratings.AltruistLines;
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
    private AltruismSettings now;
    private boolean headed;

    /**
     * What there is before the first round that is shown.
     *
     * @param now the settings with all orders that were accepted
     */
    record Before(List<RoundRow> rows, AltruismSettings now) {
        static Before of(AltruismSettings initial, List<RoundResult> known) {
            return new Before(
                    known.stream().flatMap(each -> each.rows().stream()).toList(),
                    AltruistCourt.after(
                            initial,
                            known.stream()
                                    .flatMap(each -> each.orders().stream())
                                    .toList()));
        }
    }

    /** @param before of an earlier life */
    RoundScreen(Terminal terminal, Bench bench, RoundsBundle files, Before before) {
        this.terminal = terminal;
        this.bench = bench;
        this.files = files;
        this.rows = new ArrayList<>(before.rows());
        this.now = before.now();
        tellOrders();
        bench.rounds().ifPresent(page -> page.known(before.rows()));
    }

    private void tellOrders() {
        if (!now.orders().isEmpty()) {
            files.ordered(SettingsText.of(new AltruismOrder.Page(now.orders())));
            bench.rounds().ifPresent(page -> page.ordered(now));
        }
    }

    /** All rounds so far. */
    synchronized List<RoundRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    public synchronized void round(RoundResult result, Duration took, long lag) {
        var round = result.rows();
        rows.addAll(round);
        files.add(round);
        if (!result.orders().isEmpty()) {
            now = AltruistCourt.after(now, result.orders());
            tellOrders();
        }
        bench.meters().publish(round);
        bench.meters().set(Meter.PUBLISHED, System.currentTimeMillis() / 1000.0);
        bench.meters().set(Meter.LAG, lag);
        bench.rounds().ifPresent(page -> page.round(round, took, lag));
        if (!headed) {
            terminal.result(RoundTicker.head());
            headed = true;
        }
        terminal.result(RoundTicker.lines(round, OptionalLong.of(lag)));
        result.orders().forEach(decision -> terminal.note(AltruistLines.WORDS.told(decision)));
    }
}
