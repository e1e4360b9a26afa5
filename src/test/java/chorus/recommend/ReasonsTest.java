package chorus.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.config.RecommendSettings.PooledNN;
import chorus.config.RecommendSettings.Popularity;
import chorus.config.SomePooling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {
    /** Counts 3, 2, 1, 1, 1; adjacent pairs 0→1 twice, 1→2, 1→3 and 4→0 once. */
    private static final WorldCounts COUNTS =
            CountedPlaylists.count(List.of(new int[] {0, 1, 2}, new int[] {0, 1, 3}, new int[] {4, 0}), 5, 1);

    private final Model model = fit(new PooledNN(SomePooling.of(1, 0, 5, 1, 0.5)), COUNTS);

    private static Model fit(PooledNN settings, WorldCounts counts) {
        return new Recommender(settings).fit(new TrainingSet(counts));
    }

    @Test
    void aReasonIsASeedTrackWithItsPartOfTheScoreAndItsCounts() {
        // N(1,·) = {0: 2, 2: 1, 3: 1}, and 0 has never been beside 2
        assertThat(model.reasons(new int[] {0, 1}, 2)).singleElement().satisfies(reason -> {
            assertThat(reason.part()).isCloseTo(1 / Math.sqrt(6), within(1e-12));
            assertThat(reason).isEqualTo(new Reason(1, reason.part(), false, 1, 0, 1));
        });
        // 4 stands before 0, which is one from the end: 0.5·1/√5
        assertThat(model.reasons(new int[] {0, 1}, 4)).singleElement().satisfies(reason -> {
            assertThat(reason.part()).isCloseTo(0.5 / Math.sqrt(5), within(1e-12));
            assertThat(reason).isEqualTo(new Reason(0, reason.part(), false, 0, 1, 0));
        });
    }

    @Test
    void rareAndUnseenTracksSpeakByThePooledRow() {
        assertThat(model.reasons(new int[] {3, 99}, 0))
                .containsExactly(new Reason(3, 0.5, true, 0, 0, 0), new Reason(99, 1, true, 0, 0, 0));
    }

    @Test
    void aModelWithoutCountsHasNone() {
        var popular = new Recommender(new Popularity()).fit(new TrainingSet(COUNTS));
        assertThat(popular.reasons(new int[] {0}, 1)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theListStandsInTheOrderOfTheSumsOfTheirReasons(long seed) {
        var random = new Random(seed);
        var counts = CountedPlaylists.count(CountedPlaylists.random(random, 80, 30, 12), 30, 4);
        var drawn = fit(new PooledNN(SomePooling.of(3, 0.4, 2, 0.7, 0.9)), counts);
        var playlist = random.ints(0, 32).distinct().limit(5).toArray();
        var expected = IntStream.range(0, 30)
                .filter(track -> Arrays.stream(playlist).noneMatch(each -> each == track))
                .filter(track -> sum(drawn, playlist, track) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer track) -> -sum(drawn, playlist, track))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(drawn.continuation(playlist, 30)).isEqualTo(expected);
    }

    private static double sum(Model model, int[] playlist, int track) {
        return model.reasons(playlist, track).stream().mapToDouble(Reason::part).sum();
    }
}
