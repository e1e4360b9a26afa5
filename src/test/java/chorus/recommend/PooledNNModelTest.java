package chorus.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.RecommendSettings.Before;
import chorus.config.RecommendSettings.Normalisation;
import chorus.config.RecommendSettings.Pairs;
import chorus.config.RecommendSettings.PooledNN;
import chorus.config.RecommendSettings.Pooling;
import chorus.config.SomePooling;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PooledNNModelTest {
    private static final PooledNN PLAIN = new PooledNN(SomePooling.of(1, 0, 5, 1, 0.5));

    /** Counts 3, 2, 1, 1, 1; adjacent pairs 0→1 twice, 1→2, 1→3 and 4→0 once. */
    private static final WorldCounts COUNTS =
            CountedPlaylists.count(List.of(new int[] {0, 1, 2}, new int[] {0, 1, 3}, new int[] {4, 0}), 5, 1);

    private final Model model = fit(PLAIN, COUNTS);

    private static Model fit(PooledNN settings, WorldCounts counts) {
        return new Recommender(settings).fit(new TrainingSet(counts));
    }

    @Test
    void aFrequentTrackIsContinuedByItsNeighboursOnEitherSide() {
        // N(0,·) = {1: 2, 4: 1}
        assertThat(model.continuation(new int[] {0}, 10)).containsExactly(1, 4);
    }

    @Test
    void laterSeedTracksWeighMore() {
        // N(1,·) = {0: 2, 2: 1, 3: 1}: seed 0, 1 scores 2 and 3 at 1/√6 = 0.41 and 4 at 0.5·1/√5 = 0.22;
        // seed 1, 0 scores 4 at 1/√5 = 0.45 and 2 and 3 at 0.5/√6 = 0.20
        assertThat(model.continuation(new int[] {0, 1}, 10)).containsExactly(2, 3, 4);
        assertThat(model.continuation(new int[] {1, 0}, 10)).containsExactly(4, 2, 3);
    }

    @Test
    void equalScoresGoByAscendingIdAlsoAtTheCut() {
        assertThat(model.continuation(new int[] {0, 1}, 1)).containsExactly(2);
    }

    @Test
    void rareAndUnseenTracksShareThePooledRow() {
        // tracks 2, 3 and 4 stand once; only 4 is followed, by 0
        assertThat(model.continuation(new int[] {3}, 10)).containsExactly(0);
        assertThat(model.continuation(new int[] {99}, 10)).containsExactly(0);
        assertThat(model.continuation(new int[] {-1}, 10)).containsExactly(0);
    }

    @Test
    void thePooledRowHasTheLengthOfItsWeight() {
        // seed 4, 1: track 0 scores 0.5·w + 2/√6 = 0.5·w + 0.82, so it leads with any weight; seed 99, 0 has it masked
        assertThat(model.continuation(new int[] {4, 1}, 10)).containsExactly(0, 2, 3);
        assertThat(model.continuation(new int[] {99, 0}, 10)).containsExactly(1, 4);
        var unpooled = fit(new PooledNN(SomePooling.of(1, 0, 5, 0, 0.5)), COUNTS);
        assertThat(unpooled.continuation(new int[] {99}, 10)).isEmpty();
    }

    @Test
    void withoutCountsNothingIsRecommended() {
        var empty = fit(PLAIN, new WorldCountsBuilder().build(new int[0], 0));
        assertThat(empty.continuation(new int[] {0, 7}, 10)).isEmpty();
        assertThat(model.continuation(new int[0], 10)).isEmpty();
        assertThat(model.continuation(new int[] {0}, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void sparseRowsGiveTheListsOfFullMatrices(int rareBound) {
        for (var seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            var counts = CountedPlaylists.count(CountedPlaylists.random(random, 60, 80, 15), 80, 1 + random.nextInt(6));
            var pooling = SomePooling.of(rareBound, 0.3, 5, 0.5 + random.nextDouble(), 0.9);
            var dense = new DensePooledNN(pooling, counts);
            var sparse = fit(new PooledNN(pooling), counts);
            for (var query = 0; query < 20; query++) {
                var tracks =
                        random.ints(1 + random.nextInt(10), 0, 100).distinct().toArray();
                var limit = 1 + random.nextInt(100);
                assertThat(sparse.continuation(tracks, limit))
                        .as("seed %d, query %d", seed, query)
                        .containsExactly(dense.continuation(tracks, limit));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void soTheyDoWithOtherLengthsOtherPairsAndTheBeforeChannel(Normalisation normalisation) {
        for (var seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            var counts = CountedPlaylists.count(CountedPlaylists.random(random, 60, 80, 15), 80, 1 + random.nextInt(6));
            var before = new Before(random.nextDouble(), 5 * random.nextDouble(), 0.7, 1 + random.nextInt(5));
            var pairs = seed % 2 == 0 ? Pairs.adjacent : Pairs.window;
            var pooling = new Pooling(1, 0.3, 5, 0.5 + random.nextDouble(), pairs, normalisation, 0.9, before);
            var dense = new DensePooledNN(pooling, counts);
            var sparse = fit(new PooledNN(pooling), counts);
            for (var query = 0; query < 20; query++) {
                var tracks =
                        random.ints(1 + random.nextInt(10), 0, 100).distinct().toArray();
                assertThat(sparse.continuation(tracks, 100))
                        .as("seed %d, query %d", seed, query)
                        .containsExactly(dense.continuation(tracks, 100));
            }
        }
    }

    @Test
    void theBeforeChannelIsWorkedByHand() {
        // 0→1 twice, 1→2 and 1→3 once: before 1 stands 0 twice, 2²/(2 + 2) = 1; it has length 1.5, added to 0's 2/√6 in
        // the row of 1
        var one = new Before(1.5, 2, 0, 2);
        var with = fit(new PooledNN(new Pooling(1, 0, 5, 1, Pairs.adjacent, Normalisation.L2, 0.5, one)), COUNTS);
        // seed 4, 1: 0 scores 0.5 + 0.82 + 1.5; the others as without. Seed 1, 0: before 0 stands 4, once: 1/3, of
        // length 1.5,
        // so 4 has 1/√5 + 1.5 = 1.95, and 2 and 3 keep 0.5/√6 = 0.20
        assertThat(with.continuation(new int[] {4, 1}, 10)).containsExactly(0, 2, 3);
        assertThat(with.continuation(new int[] {1, 0}, 10)).containsExactly(4, 2, 3);
        // seed 0: 1 has 2/√5 = 0.89, 4 has 0.45 and, with the channel, 1.95
        assertThat(model.continuation(new int[] {0}, 10)).containsExactly(1, 4);
        assertThat(with.continuation(new int[] {0}, 10)).containsExactly(4, 1);
        // in fewer playlists than four, no track has such a row
        var four = new Before(1.5, 2, 0, 4);
        var without = fit(new PooledNN(new Pooling(1, 0, 5, 1, Pairs.adjacent, Normalisation.L2, 0.5, four)), COUNTS);
        assertThat(without.continuation(new int[] {0}, 10)).containsExactly(1, 4);
    }

    @Test
    void queriesAtTheSameTimeDoNotMeet() {
        var random = new Random(7);
        var counts = CountedPlaylists.count(CountedPlaylists.random(random, 60, 80, 15), 80, 5);
        var shared = fit(PLAIN, counts);
        var together = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> shared.continuation(new int[] {i % 80, i % 7}, 50))
                .toList();
        for (var i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).containsExactly(shared.continuation(new int[] {i % 80, i % 7}, 50));
        }
    }
}
