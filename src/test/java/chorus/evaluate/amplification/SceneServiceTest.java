package chorus.evaluate.amplification;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.evaluate.accuracy.JudgedList;
import chorus.evaluate.amplification.SceneService.Served;
import chorus.rows.results.Figures;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Two tests of the scene, one of the others; two tracks are held out in each. */
class SceneServiceTest {
    /** A list with its one relevant track at {@code rank}. */
    private static Served list(int rank, long served) {
        return new Served(new JudgedList(new int[] {rank}, 2, 500, 0), served, 2);
    }

    @Test
    void servedIsTheShareOfTheFirstTracksThatAreTargetsMeanOverTheTestsOfEachSide() {
        var service = new SceneService();
        service.add(true, list(2, 0), list(0, 2));
        service.add(true, list(2, 1), list(2, 1));
        service.add(false, list(0, 0), list(2, 1));
        // ndcg of a hit at rank 0: 1 ÷ (1 + 1 ÷ log₂ 3); at rank 2 half of that
        var first = 1 / (1 + Math.log(2) / Math.log(3));
        var figures = service.figures();
        assertThat(figures.of("scene_tests").orElseThrow()).isEqualTo(2.0 / 3);
        assertThat(figures.of("scene_served").orElseThrow()).isEqualTo(0.75);
        assertThat(figures.of("scene_served_twin").orElseThrow()).isEqualTo(0.25);
        assertThat(figures.of("scene_ndcg").orElseThrow()).isCloseTo(0.75 * first, within());
        assertThat(figures.of("scene_ndcg_twin").orElseThrow()).isCloseTo(0.5 * first, within());
        assertThat(figures.of("others_served").orElseThrow()).isEqualTo(0.5);
        assertThat(figures.of("others_served_twin").orElseThrow()).isZero();
        assertThat(figures.of("others_ndcg").orElseThrow()).isCloseTo(0.5 * first, within());
        assertThat(figures.of("others_ndcg_twin").orElseThrow()).isCloseTo(first, within());
    }

    @Test
    void aSideWithoutTestsHasNoFigures() {
        var service = new SceneService();
        assertThat(service.figures()).isEqualTo(Figures.NONE);
        service.add(false, list(0, 0), list(0, 0));
        assertThat(service.figures().values().keySet())
                .containsExactlyInAnyOrder(
                        "scene_tests", "others_served", "others_served_twin", "others_ndcg", "others_ndcg_twin");
        assertThat(service.figures().values()).containsAllEntriesOf(Map.of("scene_tests", 0.0));
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }
}
