package chorus.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.config.Sweep;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.amplification.Interference;
import chorus.rows.SomeFigures;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SweepTableTest {
    private static final Settings SETTINGS = SettingsLoader.load(Optional.empty(), List.of());

    @Test
    void aLineShowsTheGenerationThatDecides() {
        var table = new SweepTable(new Sweep(List.of("recommend.rareBound"), List.of()));
        table.add(variant("1"), List.of(held(3, "Random", 5, 0.31)));
        assertThat(table.text()).isEqualTo("""
                        recommend.rareBound  campaign  generation  members  alpha    hits  test_playlists  hit_share  amplification_per_playlist  amplification_per_frequency  ndcg    ndcg_twin  r_precision
                        1                    lift      3           2        0.01000  5     20              0.2500     25.00                                                    0.3100  0.3050     0.2000
                        """);
    }

    @Test
    void overSeveralSeedsTheMeansStandBelowAndBesideThemWhatIsMoreThanChance() {
        var table = new SweepTable(new Sweep(List.of("campaigns[0].strategy", "randomSeed"), List.of()));
        table.add(variant("DirLoF", "1"), List.of(held(1, "DirLoF", 2, 0.30)));
        table.add(variant("DirLoF", "2"), List.of(held(1, "DirLoF", 4, 0.32)));
        table.add(variant("Random", "1"), List.of(held(1, "Random", 1, 0.30)));
        table.add(variant("Random", "2"), List.of(held(1, "Random", 1, 0.30)));
        // amplifications 10 and 20, of Random 5 and 5: differences 5 and 15, mean 10, half 12.706·7.071/√2 = 63.53
        assertThat(table.text().lines().skip(5))
                .containsExactly(
                        "",
                        "mean over randomSeed [95 % t-interval]",
                        "campaigns[0].strategy  campaign  runs  hit_share                 amplification_per_playlist  amplification_per_frequency  ndcg                     ndcg_twin                r_precision              minus_random",
                        "DirLoF                 lift      2     0.1500 [-0.4853, 0.7853]  15.00 [-48.53, 78.53]                                    0.3100 [0.1829, 0.4371]  0.3050 [0.1779, 0.4321]  0.2000 [0.2000, 0.2000]  10.00 [-53.53, 73.53]",
                        "Random                 lift      2     0.0500 [0.0500, 0.0500]   5.00 [5.00, 5.00]                                        0.3000 [0.3000, 0.3000]  0.2950 [0.2950, 0.2950]  0.2000 [0.2000, 0.2000]");
    }

    @Test
    void whereThereAreSeveralWorldsALineNamesItsOwn() {
        var table = new SweepTable(new Sweep(List.of("randomSeed"), List.of()));
        table.add(variant("1"), List.of(compared("alone", 8), compared("both", 6)));
        assertThat(table.text()).isEqualTo("""
                        randomSeed  campaign  world  generation  members  alpha    hits  test_playlists  hit_share  amplification_per_playlist  amplification_per_frequency  ndcg    ndcg_twin  r_precision  interference
                        1           lift      alone  1           2        0.01000  8     20              0.4000                                                              0.3000  0.3000     0.2000       0.0000
                        1           lift      both   1           2        0.01000  6     20              0.3000                                                              0.3000  0.3000     0.2000       -0.2500

                        mean over randomSeed [95 % t-interval]
                        campaign  world  runs  hit_share  amplification_per_playlist  amplification_per_frequency  ndcg    ndcg_twin  r_precision  interference
                        lift      alone  1     0.4000                                                              0.3000  0.3000     0.2000       0.0000
                        lift      both   1     0.3000                                                              0.3000  0.3000     0.2000       -0.2500
                        """);
    }

    @Test
    void whereThereAreSeveralRecommendersEachHasItsLineAndItsTwin() {
        var table = new SweepTable(new Sweep(List.of("randomSeed"), List.of()));
        table.add(variant("1"), List.of(by("PooledNN", 4, 0.3), by("wide", 5, 0.4)));
        assertThat(table.text()).isEqualTo("""
                        randomSeed  campaign  recommender  generation  members  alpha    hits  test_playlists  hit_share  amplification_per_playlist  amplification_per_frequency  ndcg    ndcg_twin  r_precision
                        1           lift      PooledNN     1           2        0.01000  4     20              0.2000                                                              0.3000  0.2500     0.2000
                        1           lift      wide         1           2        0.01000  5     20              0.2500                                                              0.4000  0.3500     0.2000

                        mean over randomSeed [95 % t-interval]
                        campaign  recommender  runs  hit_share  amplification_per_playlist  amplification_per_frequency  ndcg    ndcg_twin  r_precision
                        lift      PooledNN     1     0.2000                                                              0.3000  0.2500     0.2000
                        lift      wide         1     0.2500                                                              0.4000  0.3500     0.2000
                        """);
    }

    private static Held by(String recommender, long hits, double ndcg) {
        return new Held(
                "DirLoF",
                row(1, "factual", recommender, new Effect(2, 0.01, hits, 0, Figures.NONE), ndcg),
                row(1, "counterfactual", recommender, new Effect(0, 0, 0, 0, Figures.NONE), ndcg - 0.05));
    }

    private static Sweep.Variant variant(String... values) {
        return new Sweep.Variant(List.of(values), SETTINGS);
    }

    /** With 8 hits where it is alone. */
    private static Held compared(String world, long hits) {
        var interference = Figures.NONE.with(Interference.MEASURE, Interference.of(hits, 8));
        return new Held(
                "DirLoF",
                row(1, world, new Effect(2, 0.01, hits, 0, interference), 0.3),
                row(1, "twin", new Effect(0, 0, 0, 0, Figures.NONE), 0.3));
    }

    private static Held held(long generation, String strategy, long hits, double ndcg) {
        var per = OptionalDouble.of(hits / 20.0 / 0.01);
        var own = new Effect(2, 0.01, hits, 0, Figures.NONE.with(Amplification.PER_PLAYLIST, per));
        var twin = new Effect(0, 0, 0, 0, Figures.NONE);
        return new Held(
                strategy, row(generation, "factual", own, ndcg), row(generation, "counterfactual", twin, ndcg - 0.005));
    }

    private static EvaluationRow row(long generation, String world, Effect effect, double ndcg) {
        return row(generation, world, "PooledNN", effect, ndcg);
    }

    private static EvaluationRow row(long generation, String world, String recommender, Effect effect, double ndcg) {
        return new EvaluationRow(
                generation, world, "lift", recommender, 20, effect, SomeFigures.accuracy(0, 0, ndcg, 0.2, 0, 0));
    }
}
