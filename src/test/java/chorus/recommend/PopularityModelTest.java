package chorus.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.RecommendSettings.Popularity;
import org.junit.jupiter.api.Test;

class PopularityModelTest {
    private final Model model = new Recommender(new Popularity())
            .fit(new TrainingSet(new WorldCountsBuilder().build(new int[] {2, 5, 0, 2, 7}, 9)));

    @Test
    void theMostFrequentComeFirstAndEqualCountsByAscendingId() {
        assertThat(model.continuation(new int[] {99}, 10)).containsExactly(4, 1, 0, 3);
    }

    @Test
    void theSeedIsMaskedBeforeTheListIsCut() {
        assertThat(model.continuation(new int[] {1, 4}, 1)).containsExactly(0);
    }
}
