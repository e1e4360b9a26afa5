package chorus.state.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.World;
import chorus.state.Counts;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairChangesTest {
    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @Test
    void aChangeOfBothWorldsCountsInEach() {
        var changes = new PairChanges(4);
        changes.accept(3, 5, 1, 1, World.BOTH);
        changes.accept(3, 5, 1, 0, World.FACTUAL);
        changes.accept(3, 5, -1, -1, World.COUNTERFACTUAL);
        var sorted = changes.sorted();
        assertThat(sorted.size()).isEqualTo(1);
        // factual 1+1 and 1+0, counterfactual 1−1 and 1−1
        assertThat(sorted.factual()).containsExactly(Lanes.of(2, 1));
        assertThat(sorted.counterfactual()).containsExactly(Lanes.of(0, 0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTableSumsLikeAPlainMap(long seed) {
        var random = new Random(seed);
        var changes = new PairChanges(1);
        var factual = new Counts();
        var counterfactual = new Counts();
        for (var round = 0; round < 3; round++) {
            var span = 1 + random.nextInt(300);
            for (var i = random.nextInt(2000); i >= 0; i--) {
                var from = random.nextInt(span) * (random.nextBoolean() ? 1 : 7_000_000);
                var to = random.nextInt(span);
                var window = random.nextInt(3) - 1;
                var adjacent = random.nextInt(3) - 1;
                var world = World.of(random.nextInt(3));
                changes.accept(from, to, window, adjacent, world);
                factual.addPair(
                        from,
                        to,
                        world == World.COUNTERFACTUAL ? 0 : window,
                        world == World.COUNTERFACTUAL ? 0 : adjacent);
                counterfactual.addPair(
                        from, to, world == World.FACTUAL ? 0 : window, world == World.FACTUAL ? 0 : adjacent);
            }
            equal(changes.sorted(), factual, counterfactual);
        }
        changes.clear();
        assertThat(changes.size()).isZero();
        assertThat(changes.sorted().size()).isZero();
    }

    private static void equal(SortedChanges sorted, Counts factual, Counts counterfactual) {
        var sums = new Counts();
        var twins = new Counts();
        for (var i = 0; i < sorted.size(); i++) {
            var f = sorted.factual()[i];
            var c = sorted.counterfactual()[i];
            sums.addPair(sorted.from(i), sorted.to(i), Lanes.window(f), Lanes.adjacent(f));
            twins.addPair(sorted.from(i), sorted.to(i), Lanes.window(c), Lanes.adjacent(c));
            assertThat(i == 0 || sorted.pairs()[i - 1] < sorted.pairs()[i])
                    .as("ascending, each pair once")
                    .isTrue();
        }
        assertThat(sums).isEqualTo(factual);
        assertThat(twins).isEqualTo(counterfactual);
    }
}
