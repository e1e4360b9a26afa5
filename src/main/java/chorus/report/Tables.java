package chorus.report;

import static chorus.report.Table.count;
import static chorus.report.Table.number;
import static chorus.report.Table.text;

import chorus.report.Table.Column;
import chorus.rows.EvaluationRow;
import chorus.rows.EvaluationRow.Accuracy;
import chorus.rows.EvaluationRow.Bias;
import chorus.rows.EvaluationRow.Effect;
import chorus.rows.GenerationRow;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The two CSV files of a run. Columns are only ever added, at the end. */
final class Tables {
    static final Table<GenerationRow> GENERATIONS = new Table<>(
            "generations.csv",
            List.of(
                    count("generation", "number of the retrain round", GenerationRow::generation),
                    text("recommender", "the model that was made", GenerationRow::recommender),
                    count("edits", "edits applied up to the cut", GenerationRow::edits),
                    count("refused", "records refused up to the cut", GenerationRow::refused),
                    count("training_playlists", "training playlists at the cut", GenerationRow::trainingPlaylists),
                    count("test_playlists", "test playlists at the cut", GenerationRow::testPlaylists),
                    count("tracks", "tracks with a factual count at the cut", GenerationRow::tracks),
                    count("pairs", "directed pairs with a factual count at the cut", GenerationRow::pairs),
                    text("skipped", "why no model was made; empty when one was", GenerationRow::skipped)));

    static final Table<EvaluationRow> EVALUATIONS = new Table<>(
            "evaluations.csv",
            List.of(
                    count("generation", "number of the retrain round", EvaluationRow::generation),
                    text("world", "factual, or counterfactual: the same run without the collective", Tables::world),
                    text("campaign", "name of the campaign; empty in a run without one", EvaluationRow::campaign),
                    count("members", "playlists that hold a plant in this world at the cut", on(Effect::members)),
                    effect("alpha", "members ÷ training playlists", e -> OptionalDouble.of(e.alpha())),
                    count("test_playlists", "test playlists at the cut", row -> (long) row.testPlaylists()),
                    count("hits", "R: tests with the target among their first K recommendations", on(Effect::hits)),
                    effect(
                            "amplification_per_playlist",
                            "(hits − twin_hits) ÷ test_playlists ÷ alpha; undefined at alpha 0",
                            Effect::amplificationPerPlaylist),
                    effect(
                            "amplification_per_frequency",
                            "(hits ÷ ΣK) ÷ (members ÷ Σ training lengths); undefined without plants",
                            Effect::amplificationPerFrequency),
                    accuracy("ndcg", "normalised discounted cumulative gain", Accuracy::ndcg),
                    accuracy("r_precision", "R-precision, plain form", Accuracy::rPrecision),
                    accuracy("r_precision_artists", "R-precision with the artists' term", Accuracy::rPrecisionArtists),
                    accuracy("clicks", "⌊index of the first relevant track ÷ 10⌋, 51 on a miss", Accuracy::clicks),
                    bias("gini_tracks", "concentration over the catalogue: 0 equal … 1 one alone", Bias::giniTracks),
                    bias("gini_artists", "the same over artists", Bias::giniArtists),
                    bias("arp", "mean training frequency of the recommended tracks", Bias::arp),
                    bias("aplt", "share of long-tail tracks among the recommended", Bias::aplt),
                    bias("coverage", "distinct recommended tracks ÷ catalogue", Bias::coverage),
                    accuracy("precision", "relevant tracks ÷ length of the list", Accuracy::precision),
                    accuracy("recall", "relevant tracks ÷ held-out tracks", Accuracy::recall),
                    effect("success_rate", "hits ÷ test_playlists", Effect::successRate),
                    effect(
                            "success_rate_anchor_in_seed",
                            "the same over the tests whose seed holds an anchor",
                            Effect::successRateAnchorInSeed),
                    effect(
                            "success_rate_anchor_in_twin",
                            "the same over the tests whose twin list holds an anchor within its first K",
                            Effect::successRateAnchorInTwin),
                    bias("lorenz_top10_tracks", "share of the top 10 % of tracks", Bias::lorenzTop10Tracks),
                    bias("lorenz_top10_artists", "share of the top 10 % of artists", Bias::lorenzTop10Artists),
                    bias("entropy", "entropy of the recommendations over tracks", Bias::entropy),
                    count("twin_hits", "hits in the lists of the twin", on(Effect::twinHits))));

    private Tables() {}

    private static String world(EvaluationRow row) {
        return row.world().name().toLowerCase(Locale.ROOT);
    }

    private static Function<EvaluationRow, Long> on(Function<Effect, Long> number) {
        return row -> number.apply(row.effect());
    }

    private static Column<EvaluationRow> effect(String name, String meaning, Function<Effect, OptionalDouble> field) {
        return number(name, meaning, row -> field.apply(row.effect()));
    }

    private static Column<EvaluationRow> accuracy(String name, String meaning, ToDoubleFunction<Accuracy> field) {
        return number(
                name, meaning, row -> row.accuracy().stream().mapToDouble(field).findFirst());
    }

    private static Column<EvaluationRow> bias(String name, String meaning, ToDoubleFunction<Bias> field) {
        return number(
                name, meaning, row -> row.bias().stream().mapToDouble(field).findFirst());
    }
}
