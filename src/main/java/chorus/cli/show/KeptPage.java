package chorus.cli.show;

import chorus.config.Settings;
import chorus.page.GenerationSheet;
import chorus.page.RunSheet;
import chorus.report.kept.KeptRows;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.run.Stop;
import chorus.serve.Feed;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What the page is told of a run that is kept in files. */
final class KeptPage {
    private static final double NANOS = 1e9;

    private final List<GenerationRow> generations;
    private final Map<Long, List<EvaluationRow>> rows;
    private final Map<Long, List<DistributionRow>> spread;
    private final Feed feed;

    KeptPage(Settings settings, String version, KeptRows kept) {
        generations = kept.generations();
        rows = kept.evaluations().stream().collect(Collectors.groupingBy(EvaluationRow::generation));
        spread = kept.distributions().stream().collect(Collectors.groupingBy(DistributionRow::generation));
        var life = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        // all of it, and its end
        var limits = new Feed.Limits(generations.size() + 1, Feed.Limits.USUAL.queued(), Feed.Limits.USUAL.readers());
        feed = new Feed(life, limits, RunSheet.of(settings, version, false)::json);
    }

    Feed feed() {
        return feed;
    }

    /** @param pace generations a second; 0 for all at once */
    void tell(double pace, Stop stop) throws InterruptedException {
        for (var row : generations) {
            if (pace > 0 && stop.await((long) (NANOS / pace))) {
                return;
            }
            var number = row.generation();
            var sheet = GenerationSheet.of(
                    row,
                    rows.getOrDefault(number, List.of()),
                    spread.getOrDefault(number, List.of()),
                    OptionalDouble.empty());
            feed.publish("generation", sheet.json());
        }
        feed.publish("ended", "{\"done\":true}");
    }
}
