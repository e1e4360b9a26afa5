package chorus.state.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.worlds.WorldSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What differs from the twin, against an array by world; and that sums have one form, whatever they were made of. */
class DifferencesTest {
    private static final int TERMS = 40;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @Test
    void worldsThatComeToDifferAlikeAreOneSet() {
        var sum = Differences.NONE
                .plus(0b0110, Lanes.of(1, 0))
                .plus(0b1000, Lanes.of(1, 1))
                .plus(0b0100, Lanes.of(0, 1));
        // world 1: 1, 0; world 2: 1 and 1; world 3: 1 and 1
        assertThat(sum.worlds()).containsExactly(0b0010, 0b1100);
        assertThat(sum.lanes()).containsExactly(Lanes.of(1, 0), Lanes.of(1, 1));
        assertThat(sum.union()).isEqualTo(0b1110);
        assertThat(sum.in(2)).isEqualTo(Lanes.of(1, 1));
        assertThat(sum.in(4)).isZero();
    }

    @Test
    void lanesDoNotCarryIntoEachOther() {
        var sum = Differences.NONE.plus(0b10, Lanes.of(1, -1)).plus(0b10, Lanes.of(1, -1));
        assertThat(Lanes.window(sum.in(1))).isEqualTo(2);
        assertThat(Lanes.adjacent(sum.in(1))).isEqualTo(-2);
    }

    /** Half of them with few worlds and small numbers, so that many cancel out and many are alike. */
    private static Differences term(Random random, int worlds) {
        var set = (1 + random.nextInt((1 << worlds - 1) - 1)) << 1;
        return Differences.NONE.plus(set, Lanes.of(random.nextInt(3) - 1, random.nextInt(3) - 1));
    }

    private static Differences some(Random random, int worlds) {
        var sum = Differences.NONE;
        for (var i = random.nextInt(6); i > 0; i--) {
            sum = sum.plus(term(random, worlds));
        }
        return sum;
    }

    private static int worlds(long seed) {
        return seed % 2 == 0 ? 3 : WorldSet.MOST;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sumsAreThoseOfAnArrayByWorldInOneForm(long seed) {
        var random = new Random(seed);
        var byWorld = new long[worlds(seed)];
        var sum = Differences.NONE;
        for (var i = 0; i < TERMS; i++) {
            var term = term(random, byWorld.length);
            for (var world = 1; world < byWorld.length; world++) {
                byWorld[world] = Lanes.plus(byWorld[world], term.in(world));
            }
            sum = sum.plus(term);
            requireSame(sum, PlainTable.differences(byWorld));
            for (var world = 0; world < byWorld.length; world++) {
                assertThat(sum.in(world)).isEqualTo(byWorld[world]);
            }
        }
    }

    private static void requireSame(Differences a, Differences b) {
        assertThat(a.worlds()).isEqualTo(b.worlds());
        assertThat(a.lanes()).isEqualTo(b.lanes());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theyAddInAnyOrderAndWhatIsTakenBackLeavesNothing(long seed) {
        var random = new Random(seed);
        var a = some(random, worlds(seed));
        var b = some(random, worlds(seed));
        var c = some(random, worlds(seed));
        requireSame(a.plus(b), b.plus(a));
        requireSame(a.plus(b).plus(c), a.plus(b.plus(c)));
        requireSame(a.plus(Differences.NONE), a);
        requireSame(Differences.NONE.plus(a), a);
        assertThat(a.plus(negative(a))).isEqualTo(Differences.NONE);
        requireSame(a.plus(b).plus(negative(a)), b);
    }

    private static Differences negative(Differences some) {
        var negative = Differences.NONE;
        for (var i = 0; i < some.worlds().length; i++) {
            var lanes = some.lanes()[i];
            negative = negative.plus(some.worlds()[i], Lanes.of(-Lanes.window(lanes), -Lanes.adjacent(lanes)));
        }
        return negative;
    }
}
