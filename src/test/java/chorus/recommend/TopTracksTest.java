package chorus.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopTracksTest {
    @Test
    void theHeapKeepsWhatSortingWould() {
        for (var seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var score = random.ints(1 + random.nextInt(60), 0, 12)
                    .mapToDouble(i -> i)
                    .toArray();
            var limit = random.nextInt(score.length + 5);
            var top = new TopTracks(score, limit);
            IntStream.range(0, score.length).map(i -> score.length - 1 - i).forEach(top::offer);
            assertThat(top.bestFirst())
                    .as("seed %d", seed)
                    .containsExactly(IntStream.range(0, score.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer i) -> -score[i])
                                    .thenComparing(i -> i))
                            .limit(limit)
                            .mapToInt(i -> i)
                            .toArray());
        }
    }
}
