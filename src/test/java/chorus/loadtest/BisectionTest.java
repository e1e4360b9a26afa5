package chorus.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.loadtest.workload.Workload.Search;
import org.junit.jupiter.api.Test;

class BisectionTest {

    private static Bisection search(double begin, double truth, Search search) {
        var found = Bisection.from(begin);
        while (!found.done(search)) {
            var rate = found.next();
            found = found.after(rate, rate <= truth);
        }
        return found;
    }

    /** 100 ✓ 200 ✓ 400 ✗ 300 ✗ 250 ✓ 275 ✗: 275 ≤ 250 · 1.1. */
    @Test
    void doublesThenHalvesTheIntervalUntilItIsNarrow() {
        var found = search(100, 260, new Search(20, 0.1, 0.05, 0));
        assertThat(found).isEqualTo(new Bisection(100, 250, 275, 6));
    }

    /** 100 ✗ 50 ✗ 25 ✓ 37.5 ✗ 31.25 ✗ 28.125 ✓ 29.6875: done at 31.25 > 28.125 · 1.1 = 30.9, so one more. */
    @Test
    void halvesUntilARateHolds() {
        var found = search(100, 29, new Search(20, 0.1, 0.05, 0));
        assertThat(found).isEqualTo(new Bisection(100, 28.125, 29.6875, 7));
    }

    @Test
    void stepsAreBounded() {
        assertThat(search(1, 1e9, new Search(4, 0.1, 0.05, 0)))
                .isEqualTo(new Bisection(1, 8, Double.POSITIVE_INFINITY, 4));
        assertThat(search(1, 0, new Search(3, 0.1, 0.05, 0)).sustained()).isZero();
    }
}
