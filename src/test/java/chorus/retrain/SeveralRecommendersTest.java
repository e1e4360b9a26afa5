package chorus.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.RecommendSettings;
import chorus.config.RecommendSettings.Popularity;
import chorus.rows.results.EvaluationRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recommenders that are fitted at one cut. */
class SeveralRecommendersTest extends PlantedCuts {
    @Test
    void severalRecommendersStandSideBySideEachAsIfAlone() {
        var cut = cut(1, SomeWorlds.twinAndTwo());
        var together = train(
                List.of(
                        new RecommendSettings("", POOLED, 30),
                        new RecommendSettings("most", new Popularity(), 30),
                        new RecommendSettings("", kinds().get(1), 20)),
                cut,
                A,
                B);
        assertThat(made).as("training sets, one a world").hasValue(4);
        assertThat(together.row().recommender()).isEqualTo("PooledNN most PooledSVD");
        assertThat(together.evaluations())
                .extracting(EvaluationRow::recommender)
                .startsWith("PooledNN", "most", "PooledSVD", "PooledNN")
                .hasSize(3 * 6);
        assertThat(of("PooledNN", together)).isEqualTo(train(POOLED, cut, A, B).evaluations());
        assertThat(of("most", together))
                .extracting(EvaluationRow::figures)
                .isEqualTo(train(new Popularity(), cut, A, B).evaluations().stream()
                        .map(EvaluationRow::figures)
                        .toList());
        assertThat(of("PooledSVD", together))
                .isEqualTo(train(List.of(new RecommendSettings("", kinds().get(1), 20)), cut, A, B)
                        .evaluations());
    }

    private static List<EvaluationRow> of(String recommender, Generation generation) {
        return generation.evaluations().stream()
                .filter(row -> row.recommender().equals(recommender))
                .toList();
    }

    @Test
    void recommendersFittedAtOneCutDoNotMeet() {
        var cut = cut(1, SomeWorlds.twinAndTwo());
        var first = train(POOLED, cut, A);
        var other = train(new Popularity(), cut, A);
        assertThat(other.evaluations()).isNotEqualTo(first.evaluations());
        assertThat(train(POOLED, cut, A)).isEqualTo(first);
    }
}
