package chorus.page;

import chorus.evaluate.accuracy.Clicks;
import chorus.evaluate.accuracy.Ndcg;
import chorus.evaluate.accuracy.RPrecision;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.bias.Aplt;
import chorus.evaluate.bias.Arp;
import chorus.evaluate.bias.Coverage;
import chorus.evaluate.bias.Gini;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A generation as the page shows it.
 *
 * @param row its number and sizes, or why there is none
 * @param seconds from the cut to its publication, by name {@code retrain}; empty where that was not seen
 */
public record GenerationSheet(GenerationRow row, SortedMap<String, Double> seconds, List<Line> lines) {
    /** What the page draws of a model, beside all that is spread. */
    private static final List<Measure> DRAWN = List.of(
            Amplification.PER_PLAYLIST,
            Ndcg.MEASURE,
            RPrecision.MEASURE,
            Clicks.MEASURE,
            Gini.TRACKS,
            Arp.MEASURE,
            Aplt.MEASURE,
            Coverage.MEASURE);

    /**
     * One world, campaign and recommender of it.
     *
     * @param figures by name; what is undefined has no entry
     */
    public record Line(
            String world,
            String campaign,
            String recommender,
            int tests,
            long members,
            double alpha,
            long hits,
            long twinHits,
            Map<String, Double> figures) {
        static Line of(EvaluationRow row, Figures spread) {
            var effect = row.effect();
            var figures = new TreeMap<>(spread.values());
            DRAWN.forEach(measure -> row.figure(measure).ifPresent(value -> figures.put(measure.name(), value)));
            return new Line(
                    row.world(),
                    row.campaign(),
                    row.recommender(),
                    row.testPlaylists(),
                    effect.members(),
                    effect.alpha(),
                    effect.hits(),
                    effect.twinHits(),
                    figures);
        }
    }

    /** @param spread how the figures of {@code rows} are spread, as far as that is known */
    public static GenerationSheet of(
            GenerationRow row, List<EvaluationRow> rows, List<DistributionRow> spread, OptionalDouble seconds) {
        var took = new TreeMap<String, Double>();
        seconds.ifPresent(value -> took.put("retrain", value));
        return new GenerationSheet(
                row,
                took,
                rows.stream().map(each -> Line.of(each, beside(each, spread))).toList());
    }

    private static Figures beside(EvaluationRow row, List<DistributionRow> spread) {
        return spread.stream()
                .filter(each -> each.world().equals(row.world())
                        && each.campaign().equals(row.campaign())
                        && each.recommender().equals(row.recommender()))
                .findFirst()
                .map(DistributionRow::figures)
                .orElse(Figures.NONE);
    }

    public String json() {
        return Json.of(this);
    }
}
