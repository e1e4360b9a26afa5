package chorus.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.config.Sweep;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.amplification.Interference;
import chorus.rows.CountsMark;
import chorus.rows.SomeFigures;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SweepTableTest {
    private static final Settings SETTINGS = SettingsLoader.load(
            Optional.empty(), List.of("campaigns=[{name: lift, strategy: Random, budget: 2, start: 1}]"));
    private static final Settings TWO_WORLDS = SettingsLoader.load(
            Optional.empty(),
            List.of(
                    "campaigns=[{name: lift, strategy: Random, budget: 2, start: 1},"
                            + " {name: noise, strategy: Random, budget: 2, start: 1}]",
                    "worlds=[{name: alone, campaigns: [lift]}, {name: twin, campaigns: []}, {name: both, campaigns:"
                            + " [lift, noise]}]"));

    @Test
    void aLineShowsTheGenerationWithTheMostHits() {
        var table = new SweepTable(new Sweep(List.of("recommend.rareBound"), List.of()));
        // 3 of 20 tests, then 5 of 20, then 5 of 20 again: generation 3, the first of the two, is the peak
        table.add(variant("1"), List.of(round(2, 3, 0.30), round(3, 5, 0.31), round(4, 5, 0.32)));
        assertThat(table.text()).isEqualTo("""
                        recommend.rareBound  campaign  generation  members  alpha    hits  test_playlists  hit_share  amplification_per_playlist  amplification_per_frequency  ndcg    ndcg_twin  r_precision
                        1                    lift      3           2        0.01000  5     20              0.2500     25.00                                                    0.3100  0.3050     0.2000
                        """);
    }

    @Test
    void overSeveralSeedsTheMeansStandBelow() {
        var table = new SweepTable(new Sweep(List.of("recommend.rareBound", "randomSeed"), List.of()));
        table.add(variant("1", "1"), List.of(round(1, 2, 0.30)));
        table.add(variant("1", "2"), List.of(round(1, 4, 0.32)));
        table.add(variant("2", "1"), List.of(round(1, 1, 0.30)));
        // of 2 and 4 hits in 20 tests: mean 0.15; with two folds the interval spans both
        assertThat(table.text().lines().skip(4))
                .containsExactly(
                        "",
                        "mean over randomSeed [95 % bootstrap interval]",
                        "recommend.rareBound  campaign  runs  hit_share                amplification_per_playlist  amplification_per_frequency  ndcg                     ndcg_twin                r_precision",
                        "1                    lift      2     0.1500 [0.1000, 0.2000]  15.00 [10.00, 20.00]                                     0.3100 [0.3000, 0.3200]  0.3050 [0.2950, 0.3150]  0.2000 [0.2000, 0.2000]",
                        "2                    lift      1     0.0500 [0.0500, 0.0500]  5.00 [5.00, 5.00]                                        0.3000 [0.3000, 0.3000]  0.2950 [0.2950, 0.2950]  0.2000 [0.2000, 0.2000]");
    }

    @Test
    void whereThereAreSeveralWorldsALineNamesItsOwn() {
        var table = new SweepTable(new Sweep(List.of("randomSeed"), List.of()));
        table.add(new Sweep.Variant(List.of("1"), TWO_WORLDS), List.of(roundOfTwoWorlds()));
        assertThat(table.text()).isEqualTo("""
                        randomSeed  campaign  world  generation  members  alpha    hits  test_playlists  hit_share  amplification_per_playlist  amplification_per_frequency  ndcg    ndcg_twin  r_precision  interference
                        1           lift      alone  1           2        0.01000  8     20              0.4000                                                              0.3000  0.3000     0.2000       0.0000
                        1           lift      both   1           2        0.01000  6     20              0.3000                                                              0.3000  0.3000     0.2000       -0.2500

                        mean over randomSeed [95 % bootstrap interval]
                        campaign  world  runs  hit_share                amplification_per_playlist  amplification_per_frequency  ndcg                     ndcg_twin                r_precision              interference
                        lift      alone  1     0.4000 [0.4000, 0.4000]                                                           0.3000 [0.3000, 0.3000]  0.3000 [0.3000, 0.3000]  0.2000 [0.2000, 0.2000]  0.0000 [0.0000, 0.0000]
                        lift      both   1     0.3000 [0.3000, 0.3000]                                                           0.3000 [0.3000, 0.3000]  0.3000 [0.3000, 0.3000]  0.2000 [0.2000, 0.2000]  -0.2500 [-0.2500, -0.2500]
                        """);
    }

    @Test
    void whereThereAreSeveralRecommendersEachHasItsLineAndItsTwin() {
        var table = new SweepTable(new Sweep(List.of("randomSeed"), List.of()));
        table.add(variant("1"), List.of(ofTwo(1, 3, 5), ofTwo(2, 4, 2)));
        assertThat(table.text()).isEqualTo("""
                        randomSeed  campaign  recommender  generation  members  alpha    hits  test_playlists  hit_share  amplification_per_playlist  amplification_per_frequency  ndcg    ndcg_twin  r_precision
                        1           lift      PooledNN     2           2        0.01000  4     20              0.2000                                                              0.3000  0.2500     0.2000
                        1           lift      wide         1           2        0.01000  5     20              0.2500                                                              0.4000  0.3500     0.2000

                        mean over randomSeed [95 % bootstrap interval]
                        campaign  recommender  runs  hit_share                amplification_per_playlist  amplification_per_frequency  ndcg                     ndcg_twin                r_precision
                        lift      PooledNN     1     0.2000 [0.2000, 0.2000]                                                           0.3000 [0.3000, 0.3000]  0.2500 [0.2500, 0.2500]  0.2000 [0.2000, 0.2000]
                        lift      wide         1     0.2500 [0.2500, 0.2500]                                                           0.4000 [0.4000, 0.4000]  0.3500 [0.3500, 0.3500]  0.2000 [0.2000, 0.2000]
                        """);
        assertThat(table.results())
                .extracting(result -> result.peak().recommender())
                .containsExactly("PooledNN", "wide");
    }

    private static Round ofTwo(long generation, long hits, long ofTheOther) {
        var none = new Effect(0, 0, 0, 0, Figures.NONE);
        return new Round(
                new GenerationRow(generation, "PooledNN wide", 0, 0, 200, 20, 0, 0, ""),
                List.of(
                        row(generation, "factual", "PooledNN", new Effect(2, 0.01, hits, 0, Figures.NONE), 0.3),
                        row(generation, "factual", "wide", new Effect(2, 0.01, ofTheOther, 0, Figures.NONE), 0.4),
                        row(generation, "counterfactual", "PooledNN", none, 0.25),
                        row(generation, "counterfactual", "wide", none, 0.35)),
                new CountsMark(generation, 0, 1, List.of()));
    }

    /** 8 hits alone, 6 beside the other campaign, which has not started. */
    private static Round roundOfTwoWorlds() {
        return new Round(
                new GenerationRow(1, "PooledNN", 0, 0, 200, 20, 0, 0, ""),
                List.of(
                        row(1, "alone", compared(8), 0.3),
                        row(1, "twin", new Effect(0, 0, 0, 0, Figures.NONE), 0.3),
                        row(1, "both", compared(6), 0.3)),
                new CountsMark(1, 0, 1, List.of()));
    }

    private static Effect compared(long hits) {
        return new Effect(2, 0.01, hits, 0, Figures.NONE.with(Interference.MEASURE, Interference.of(hits, 8)));
    }

    private static Sweep.Variant variant(String... values) {
        return new Sweep.Variant(List.of(values), SETTINGS);
    }

    private static Round round(long generation, long hits, double ndcg) {
        var per = OptionalDouble.of(hits / 20.0 / 0.01);
        var factual = new Effect(2, 0.01, hits, 0, Figures.NONE.with(Amplification.PER_PLAYLIST, per));
        var twin = new Effect(0, 0, 0, 0, Figures.NONE);
        return new Round(
                new GenerationRow(generation, "PooledNN", 0, 0, 200, 20, 0, 0, ""),
                List.of(
                        row(generation, "factual", factual, ndcg),
                        row(generation, "counterfactual", twin, ndcg - 0.005)),
                new CountsMark(generation, 0, 1, List.of()));
    }

    private static EvaluationRow row(long generation, String world, Effect effect, double ndcg) {
        return row(generation, world, "PooledNN", effect, ndcg);
    }

    private static EvaluationRow row(long generation, String world, String recommender, Effect effect, double ndcg) {
        return new EvaluationRow(
                generation, world, "lift", recommender, 20, effect, SomeFigures.accuracy(0, 0, ndcg, 0.2, 0, 0));
    }
}
