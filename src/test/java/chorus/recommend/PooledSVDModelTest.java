package chorus.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.config.RecommendSettings.Before;
import chorus.config.RecommendSettings.Normalisation;
import chorus.config.RecommendSettings.Pairs;
import chorus.config.RecommendSettings.PooledSVD;
import chorus.config.RecommendSettings.Pooling;
import chorus.config.SomePooling;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PooledSVDModelTest {
    private static final Pooling PLAIN = SomePooling.of(1, 0, 5, 1, 0.5);

    /** Counts 3, 2, 1, 1, 1; adjacent pairs 0→1 twice, 1→2, 1→3 and 4→0 once. */
    private static final WorldCounts COUNTS =
            CountedPlaylists.count(List.of(new int[] {0, 1, 2}, new int[] {0, 1, 3}, new int[] {4, 0}), 5, 1);

    private static PooledSVDModel fit(Pooling pooling, int rank, WorldCounts counts) {
        return PooledSVDModel.fit(new PooledSVD(pooling, rank, 8, 2), counts);
    }

    @Test
    void theStrongestDirectionOfThreeRowsIsWorkedByHand() {
        // M: √3·(0, 2, 0, 0, 1)/√5 for track 0, √2·(2, 0, 1, 1, 0)/√6 for track 1, √3·(1, 0, 0, 0, 0) for 2, 3 and 4
        // together.
        // The first row shares no column with the others: MMᵀ has 3 for it and ((2, 2), (2, 3)) for these, whose larger
        // eigenvalue is (5 + √17)/2 = 4.56 with U = (0.6154, 0.7882), VΣ = (2.0758, 0, 0.3553, 0.3553, 0)
        var model = fit(PLAIN, 1, COUNTS);
        var known = model.scores(new int[] {1});
        assertThat(known[0]).isCloseTo(0.6154 / Math.sqrt(2) * 2.0758, within(1e-3));
        assertThat(known[2]).isCloseTo(0.6154 / Math.sqrt(2) * 0.3553, within(1e-3));
        var unseen = model.scores(new int[] {99});
        assertThat(unseen[0]).isCloseTo(0.7882 / Math.sqrt(3) * 2.0758, within(1e-3));
        assertThat(unseen[3]).isCloseTo(0.7882 / Math.sqrt(3) * 0.3553, within(1e-3));
        // the row of track 0 is the second direction, of which the first knows nothing
        assertThat(model.scores(new int[] {0})).containsExactly(new double[5], within(1e-12));
        assertThat(fit(PLAIN, 2, COUNTS).scores(new int[] {0})[1]).isCloseTo(2 / Math.sqrt(5), within(1e-12));
    }

    @Test
    void aListHoldsWhatScoresAboveNothingAndNoneOfTheSeedEqualScoresByAscendingId() {
        var model = fit(PLAIN, 1, COUNTS);
        assertThat(model.continuation(new int[] {1}, 2)).containsExactly(0, 2);
        assertThat(model.continuation(new int[] {1}, 3)).containsExactly(0, 2, 3);
        assertThat(model.continuation(new int[] {99, 0}, 2)).containsExactly(2, 3);
        assertThat(model.continuation(new int[0], 10)).isEmpty();
        assertThat(model.continuation(new int[] {1}, 0)).isEmpty();
    }

    @Test
    void withoutCountsNothingIsRecommended() {
        var empty = fit(PLAIN, 4, new WorldCountsBuilder().build(new int[0], 0));
        assertThat(empty.continuation(new int[] {0, 7}, 10)).isEmpty();
        var single = fit(PLAIN, 4, new WorldCountsBuilder().build(new int[] {1}, 1));
        assertThat(single.continuation(new int[] {0}, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void atFullRankTheScoresAreThoseOfFullMatrices(int rareBound) {
        for (var seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var counts = CountedPlaylists.count(CountedPlaylists.random(random, 60, 80, 15), 80, 1 + random.nextInt(6));
            var pooling = new Pooling(
                    rareBound,
                    0.3,
                    5,
                    0.5 + random.nextDouble(),
                    seed % 2 == 0 ? Pairs.adjacent : Pairs.window,
                    List.of(Normalisation.L2, Normalisation.L1, Normalisation.max, Normalisation.none)
                            .get(seed % 4),
                    0.9,
                    new Before(seed % 3, 5, 0.7, 3));
            var dense = new DensePooledNN(pooling, counts);
            var full = fit(pooling, 80, counts);
            for (var query = 0; query < 20; query++) {
                var tracks =
                        random.ints(1 + random.nextInt(10), 0, 100).distinct().toArray();
                assertThat(full.scores(tracks))
                        .as("seed %d, query %d", seed, query)
                        .containsExactly(dense.scores(tracks), within(1e-9));
            }
        }
    }

    @Test
    void theNextStrongestDirectionsLeaveNoMoreThanTheyMust() {
        var random = new Random(3);
        var counts = CountedPlaylists.count(CountedPlaylists.random(random, 400, 80, 25), 80, 5);
        var exact = new DensePooledNN(PLAIN, counts);
        var error = IntStream.of(5, 20, 80)
                .mapToDouble(rank -> worst(fit(PLAIN, rank, counts), exact))
                .toArray();
        assertThat(error[1]).isLessThan(error[0]);
        assertThat(error[2]).isLessThan(1e-9);
    }

    /** Sum of squares of the scores' errors over all seeds of one track. */
    private static double worst(PooledSVDModel model, DensePooledNN exact) {
        var sum = 0.0;
        for (var track = 0; track < 80; track++) {
            var scores = model.scores(new int[] {track});
            var expected = exact.scores(new int[] {track});
            for (var b = 0; b < scores.length; b++) {
                sum += (scores[b] - expected[b]) * (scores[b] - expected[b]);
            }
        }
        return sum;
    }

    @Test
    void manyQueriesAtOnceGiveTheListsOfOneByOneWhateverTheThreads() throws Exception {
        var random = new Random(7);
        var counts = CountedPlaylists.count(CountedPlaylists.random(random, 3000, 2000, 40), 2000, 5);
        var seeds = IntStream.range(0, 50)
                .mapToObj(i -> random.ints(1 + i % 10, 0, 2100).distinct().toArray())
                .toList();
        var pooling = SomePooling.of(1, 0.3, 5, 1, 0.9);
        var here = fit(pooling, 16, counts);
        var one = seeds.stream().map(seed -> here.continuation(seed, 500)).toList();
        try (var alone = new ForkJoinPool(1);
                var many = new ForkJoinPool(7)) {
            for (var pool : List.of(alone, many)) {
                var lists = pool.submit(() -> fit(pooling, 16, counts).continuations(seeds, 500))
                        .get();
                assertThat(lists).usingElementComparator(Arrays::compare).isEqualTo(one);
            }
        }
        assertThat(one).anyMatch(list -> list.length == 500);
    }
}
