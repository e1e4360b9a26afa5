package chorus.loadtest.generate;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.loadtest.workload.Workload.Arrivals;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aSteadyScheduleSpacesEditsEvenly() {
        var schedule = Schedule.steady(4);
        assertThat(schedule.nanos(0)).isZero();
        assertThat(schedule.nanos(1)).isEqualTo(SECOND / 4);
        assertThat(schedule.nanos(10)).isEqualTo(10 * SECOND / 4); // in the third period of a second
        assertThat(schedule.mean()).isEqualTo(4);
    }

    /** Period 10 s, burst 2 s at 4 × 10 = 40/s: 80 edits, then 8 s at 10/s: 80 more, so 160 a period. */
    @Test
    void aBurstOpensEachPeriod() {
        var schedule = new Schedule(10, 10 * SECOND, 2 * SECOND, 4);
        assertThat(schedule.nanos(40)).isEqualTo(SECOND);
        assertThat(schedule.nanos(80)).isEqualTo(2 * SECOND);
        assertThat(schedule.nanos(90)).isEqualTo(3 * SECOND);
        assertThat(schedule.nanos(160)).isEqualTo(10 * SECOND);
        assertThat(schedule.nanos(160 + 40)).isEqualTo(11 * SECOND);
        assertThat(schedule.mean()).isEqualTo(16);
    }

    @Test
    void generatorsShareTheEvenPlacesWithoutOverlap() {
        var first = new Numbers(Arrivals.even, new Share(0, 2), 1);
        var second = new Numbers(Arrivals.even, new Share(1, 2), 1);
        assertThat(new double[] {first.next(), first.next(), first.next()}).containsExactly(0, 2, 4);
        assertThat(new double[] {second.next(), second.next()}).containsExactly(1, 3);
    }

    @Test
    void poissonPlacesAscendRepeatAndKeepTheRateOnAverage() {
        var numbers = new Numbers(Arrivals.poisson, new Share(1, 2), 7);
        var again = new Numbers(Arrivals.poisson, new Share(1, 2), 7);
        var place = 0.0;
        for (var i = 0; i < 10_000; i++) {
            var next = numbers.next();
            assertThat(next).isGreaterThanOrEqualTo(place).isEqualTo(again.next());
            place = next;
        }
        assertThat(place).isBetween(19_000.0, 21_000.0); // 10,000 steps of mean 2, standard deviation 200
    }

    @Test
    void sharesOfPlaylistsAreDisjointAndWhole() {
        assertThat(new Share(0, 3).of(10)).isEqualTo(4); // 0 3 6 9
        assertThat(new Share(1, 3).of(10)).isEqualTo(3); // 1 4 7
        assertThat(new Share(2, 3).of(10)).isEqualTo(3); // 2 5 8
        assertThat(new Share(2, 3).id(2)).isEqualTo(8);
    }
}
