package chorus.state.runs;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.World;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.PairChanges;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What came in any order, sorted and summed, against the table that sums at once. */
class ArrivalsTest {
    private final Arrivals arrivals = new Arrivals();

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    private void add(int from, int to, int window, int adjacent, World world) {
        var deltas = new Deltas();
        deltas.pair(from, to, window, adjacent, world);
        arrivals.add(from, to, deltas.code(0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theySumAsTheTableDoes(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 3; round++) {
            var table = new PairChanges(16);
            var highest = 1 + (random.nextInt() >>> 1 + random.nextInt(28));
            for (var i = random.nextInt(5000); i > 0; i--) {
                var from = random.nextInt(highest);
                var to = random.nextInt(Math.min(highest, 400));
                var window = random.nextInt(3) - 1;
                var adjacent = random.nextInt(3) - 1;
                var world = World.of(random.nextInt(3));
                add(from, to, window, adjacent, world);
                table.accept(from, to, window, adjacent, world);
            }
            equal(table);
            arrivals.clear();
            assertThat(arrivals.size()).isZero();
        }
    }

    /** The table keeps pairs whose changes cancel out. */
    private void equal(PairChanges table) {
        var expected = table.sorted();
        var sorted = arrivals.sorted();
        var n = 0;
        for (var i = 0; i < expected.size(); i++) {
            if (expected.factual()[i] != 0 || expected.counterfactual()[i] != 0) {
                assertThat(sorted.pairs()[n]).isEqualTo(expected.pairs()[i]);
                assertThat(sorted.factual()[n]).isEqualTo(expected.factual()[i]);
                assertThat(sorted.counterfactual()[n++]).isEqualTo(expected.counterfactual()[i]);
            }
        }
        assertThat(sorted.size()).isEqualTo(n);
    }

    @Test
    void theHighestIdsSortBehindTheLowest() {
        add(Integer.MAX_VALUE, 0, 1, 1, World.BOTH);
        add(0, Integer.MAX_VALUE, 1, 0, World.BOTH);
        add(0, 0, 1, 0, World.FACTUAL);
        var sorted = arrivals.sorted();
        assertThat(sorted.pairs()).containsExactly(0L, (long) Integer.MAX_VALUE, (long) Integer.MAX_VALUE << 32);
    }

    @Test
    void whatCancelsOutIsLeftOut() {
        add(3, 4, 1, 1, World.COUNTERFACTUAL);
        add(3, 4, -1, -1, World.COUNTERFACTUAL);
        assertThat(arrivals.size()).isEqualTo(2);
        assertThat(arrivals.sorted().size()).isZero();
    }
}
