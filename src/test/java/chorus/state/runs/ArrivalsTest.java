package chorus.state.runs;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.PlainTable;
import chorus.worlds.WorldSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What came in any order, sorted and summed, against the table that sums at once. */
class ArrivalsTest {
    private static final WorldSet SOME = new WorldSet(0b0110);

    private final Arrivals arrivals = new Arrivals();

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    private void add(int from, int to, int window, int adjacent, WorldSet set) {
        var deltas = new Deltas();
        deltas.pair(from, to, window, adjacent, set.bits());
        for (var i = 0; i < deltas.pairs(); i++) {
            arrivals.add(deltas.from(i), deltas.to(i), deltas.code(i), deltas.worlds(i));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theySumAsTheTableDoes(long seed) {
        var random = new Random(seed);
        var worlds = seed % 5 == 0 ? WorldSet.MOST : 4;
        for (var round = 0; round < 3; round++) {
            var table = new PlainTable(worlds);
            var highest = 1 + (random.nextInt() >>> 1 + random.nextInt(28));
            var ofAll = random.nextInt(4);
            for (var i = random.nextInt(4000); i > 0; i--) {
                var from = random.nextInt(highest);
                var to = random.nextInt(Math.min(highest, 400));
                var window = random.nextInt(3) - 1;
                var adjacent = random.nextInt(3) - 1;
                var set = random.nextInt(3) < ofAll ? WorldSet.ALL : some(random, worlds);
                add(from, to, window, adjacent, set);
                table.add(from, to, window, adjacent, set);
            }
            assertThat(PlainTable.same(arrivals.sorted(), table.nonZero())).isTrue();
            assertThat(PlainTable.same(arrivals.sorted(), table.nonZero()))
                    .as("asked again")
                    .isTrue();
            arrivals.clear();
            assertThat(arrivals.size()).isZero();
            assertThat(arrivals.sorted().size()).isZero();
        }
    }

    /** As the fold gives them: worlds that there are, later ones as the twin. */
    private static WorldSet some(Random random, int worlds) {
        var existing = (1 << worlds) - 1;
        var set = 1 + random.nextInt(existing);
        return new WorldSet((set & 1) == 0 ? set : set | ~existing);
    }

    @Test
    void theHighestIdsSortBehindTheLowest() {
        add(Integer.MAX_VALUE, 0, 1, 1, WorldSet.ALL);
        add(0, Integer.MAX_VALUE, 1, 0, WorldSet.ALL);
        add(0, 0, 1, 0, SOME);
        add(Integer.MAX_VALUE, 1, 1, 0, SOME);
        var sorted = arrivals.sorted();
        assertThat(sorted.pairs())
                .containsExactly(
                        0L,
                        (long) Integer.MAX_VALUE,
                        (long) Integer.MAX_VALUE << 32,
                        (long) Integer.MAX_VALUE << 32 | 1);
    }

    @Test
    void whatCancelsOutIsLeftOut() {
        add(3, 4, 1, 1, SOME);
        add(3, 4, -1, -1, SOME);
        // in worlds 1 and 2 from all, less from these: nothing left for them, but for the twin
        add(3, 5, 1, 0, WorldSet.ALL);
        add(3, 5, -1, 0, SOME);
        assertThat(arrivals.size()).isEqualTo(4);
        var sorted = arrivals.sorted();
        assertThat(sorted.size()).isEqualTo(1);
        assertThat(PlainTable.in(0, sorted.twin()[0], sorted.others()[0])).isEqualTo(1L << 32);
        assertThat(PlainTable.in(1, sorted.twin()[0], sorted.others()[0])).isZero();
    }
}
