package chorus.evaluate.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import es.uam.eps.ir.ranksys.core.Recommendation;
import es.uam.eps.ir.ranksys.diversity.sales.metrics.AggregateDiversityMetric;
import es.uam.eps.ir.ranksys.diversity.sales.metrics.Entropy;
import es.uam.eps.ir.ranksys.diversity.sales.metrics.GiniIndex;
import es.uam.eps.ir.ranksys.metrics.SystemMetric;
import es.uam.eps.ir.ranksys.metrics.rel.NoRelevanceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ranksys.core.util.tuples.Tuple2od;

/**
 * RankSys 0.4.3 as an oracle, on lists of one length L for U listeners over n items. Its {@code GiniIndex} sums
 * (2i − n − 1)·x_i ÷ ((n − 1)·Σx) like ours and gives 1 minus that; its {@code Entropy} is in bits; its
 * {@code AggregateDiversityMetric} is the number of distinct items.
 */
class RankSysOracleTest {
    private static final int TRACKS = 60;

    @Test
    void giniEntropyAndCoverageAgreeWithRankSys() {
        for (var seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var length = 1 + random.nextInt(20);
            var lists = lists(random, 1 + random.nextInt(40), length);
            var tally = new RecommendationTally();
            lists.forEach(tally::add);
            var counts = IntStream.range(0, TRACKS).mapToLong(tally::count).toArray();
            assertThat(Gini.of(counts))
                    .as("Gini, seed %d", seed)
                    .isCloseTo(1 - of(new GiniIndex<>(length, TRACKS), lists), within(1e-12));
            assertThat(chorus.evaluate.bias.Entropy.of(counts, tally.total()))
                    .as("entropy, seed %d", seed)
                    .isCloseTo(of(new Entropy<>(length), lists), within(1e-12));
            assertThat(Coverage.of(counts) * TRACKS)
                    .as("coverage, seed %d", seed)
                    .isCloseTo(
                            of(new AggregateDiversityMetric<>(length, new NoRelevanceModel<>()), lists), within(1e-9));
        }
    }

    private static List<int[]> lists(Random random, int listeners, int length) {
        var lists = new ArrayList<int[]>();
        for (var i = 0; i < listeners; i++) {
            lists.add(random.doubles()
                    .mapToInt(unit -> (int) (TRACKS * unit * unit))
                    .distinct()
                    .limit(length)
                    .toArray());
        }
        return lists;
    }

    private static double of(SystemMetric<Integer, Integer> metric, List<int[]> lists) {
        for (var listener = 0; listener < lists.size(); listener++) {
            var items = IntStream.of(lists.get(listener))
                    .mapToObj(track -> new Tuple2od<>(track, 1.0))
                    .toList();
            metric.add(new Recommendation<>(listener, items));
        }
        return metric.evaluate();
    }
}
