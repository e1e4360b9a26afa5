package chorus.report;

import static chorus.report.Table.count;
import static chorus.report.Table.number;
import static chorus.report.Table.text;

import chorus.evaluate.Measures;
import chorus.evaluate.accuracy.Clicks;
import chorus.evaluate.accuracy.MemberAccuracy;
import chorus.evaluate.accuracy.Ndcg;
import chorus.evaluate.accuracy.Precision;
import chorus.evaluate.accuracy.RPrecision;
import chorus.evaluate.accuracy.RPrecisionArtists;
import chorus.evaluate.accuracy.Recall;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.amplification.Interference;
import chorus.evaluate.amplification.PerformanceLoss;
import chorus.evaluate.amplification.SceneService;
import chorus.evaluate.amplification.SuccessRate;
import chorus.evaluate.amplification.TargetRank;
import chorus.evaluate.bias.Aplt;
import chorus.evaluate.bias.Arp;
import chorus.evaluate.bias.Coverage;
import chorus.evaluate.bias.Entropy;
import chorus.evaluate.bias.Gini;
import chorus.evaluate.bias.LorenzShare;
import chorus.report.Table.Column;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** The CSV files of a run. Columns are only ever added, at the end. */
public final class Tables {
    static final Table<GenerationRow> GENERATIONS = new Table<>(
            "generations.csv",
            List.of(
                    count("generation", "number of the retrain round", GenerationRow::generation),
                    text("recommender", "names of the recommenders that were fitted", GenerationRow::recommender),
                    count("edits", "edits applied up to the cut", GenerationRow::edits),
                    count("refused", "records refused up to the cut", GenerationRow::refused),
                    count("training_playlists", "training playlists at the cut", GenerationRow::trainingPlaylists),
                    count("test_playlists", "test playlists at the cut", GenerationRow::testPlaylists),
                    count("tracks", "tracks with a count in the first of the worlds at the cut", GenerationRow::tracks),
                    count(
                            "pairs",
                            "directed pairs with a count in the first of the worlds at the cut",
                            GenerationRow::pairs),
                    text("skipped", "why no model was made; empty when one was", GenerationRow::skipped)));

    public static final Table<EvaluationRow> EVALUATIONS = new Table<>("evaluations.csv", evaluations());

    private static List<Column<EvaluationRow>> evaluations() {
        var laterMeasures = Stream.of(SceneService.measures(), MemberAccuracy.measures())
                .flatMap(List::stream)
                .map(Tables::of);
        return Stream.concat(firstColumns().stream(), laterMeasures).toList();
    }

    private static List<Column<EvaluationRow>> firstColumns() {
        return List.of(
                count("generation", "number of the retrain round", EvaluationRow::generation),
                text("world", "name of the world; one of them, the twin, has no campaigns", EvaluationRow::world),
                text(
                        "campaign",
                        "name of the campaign; empty in a world where none has started",
                        EvaluationRow::campaign),
                count("members", "training playlists that hold a plant in this world at the cut", on(Effect::members)),
                number(
                        "alpha",
                        "members ÷ training playlists",
                        row -> OptionalDouble.of(row.effect().alpha())),
                count("test_playlists", "test playlists at the cut", row -> (long) row.testPlaylists()),
                count("hits", "R: tests with the target among their first K recommendations", on(Effect::hits)),
                of(Amplification.PER_PLAYLIST),
                of(Amplification.PER_FREQUENCY),
                of(Ndcg.MEASURE),
                of(RPrecision.MEASURE),
                of(RPrecisionArtists.MEASURE),
                of(Clicks.MEASURE),
                of(Gini.TRACKS),
                of(Gini.ARTISTS),
                of(Arp.MEASURE),
                of(Aplt.MEASURE),
                of(Coverage.MEASURE),
                of(Precision.MEASURE),
                of(Recall.MEASURE),
                of(SuccessRate.ALL),
                of(SuccessRate.ANCHOR_IN_SEED),
                of(SuccessRate.ANCHOR_IN_TWIN),
                of(LorenzShare.TRACKS),
                of(LorenzShare.ARTISTS),
                of(Entropy.MEASURE),
                count("twin_hits", "hits in the lists of the twin", on(Effect::twinHits)),
                text("recommender", "name of the recommender of this row", EvaluationRow::recommender),
                of(Interference.MEASURE),
                of(SuccessRate.RARE_SEED),
                of(Amplification.RARE_SEED_SHARE),
                of(Amplification.PER_RARE_SEED),
                of(TargetRank.RECIPROCAL),
                of(TargetRank.FIRST),
                of(TargetRank.FIRST_5),
                of(TargetRank.FIRST_10),
                of(PerformanceLoss.NDCG),
                of(PerformanceLoss.NDCG_OPTIMISTIC),
                of(PerformanceLoss.NDCG_ADVERSARIAL),
                of(PerformanceLoss.R_PRECISION),
                of(PerformanceLoss.R_PRECISION_OPTIMISTIC),
                of(PerformanceLoss.R_PRECISION_ADVERSARIAL),
                of(PerformanceLoss.CLICKS),
                of(PerformanceLoss.CLICKS_OPTIMISTIC),
                of(PerformanceLoss.CLICKS_ADVERSARIAL),
                of(Gini.ELLIOT),
                of(Gini.RECBOLE));
    }

    static final Table<DistributionRow> DISTRIBUTIONS = new Table<>(
            "distributions.csv",
            Stream.concat(
                            Stream.of(
                                    count("generation", "number of the retrain round", DistributionRow::generation),
                                    text("world", "name of the world", DistributionRow::world),
                                    text(
                                            "campaign",
                                            "name of the campaign, as in evaluations.csv",
                                            DistributionRow::campaign),
                                    text(
                                            "recommender",
                                            "name of the recommender of this row",
                                            DistributionRow::recommender)),
                            Measures.DISTRIBUTIONS.stream()
                                    .map(measure -> number(
                                            measure.name(),
                                            measure.formula(),
                                            (DistributionRow row) -> row.figure(measure))))
                    .toList());

    private Tables() {}

    private static Function<EvaluationRow, Long> on(Function<Effect, Long> number) {
        return row -> number.apply(row.effect());
    }

    private static Column<EvaluationRow> of(Measure measure) {
        return number(measure.name(), measure.formula(), row -> row.figure(measure));
    }
}
