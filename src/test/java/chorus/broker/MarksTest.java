package chorus.broker;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.EpochEnded;
import org.junit.jupiter.api.Test;

class MarksTest {
    private final EditLog.Marks marks = new EditLog.Marks();

    private boolean add(long epoch, int writer, int writers) {
        return marks.add(new EpochEnded(epoch, writer, writers, 0));
    }

    @Test
    void anEpochIsCompleteOnceAllItsWritersHaveEndedIt() {
        add(0, 0, 2);
        add(1, 0, 2);
        assertThat(marks.complete()).isEqualTo(-1);
        add(0, 1, 2);
        assertThat(marks.complete()).isZero();
        assertThat(marks.holds(new EpochEnded(1, 0, 2, 0))).isTrue();
        assertThat(marks.holds(new EpochEnded(1, 1, 2, 0))).isFalse();
        assertThat(marks.holds(new EpochEnded(0, 1, 2, 0))).isTrue();
    }

    @Test
    void aLaterRunMayHaveFewerWritersOrMore() {
        add(0, 0, 2);
        add(0, 1, 2);
        add(1, 0, 1);
        assertThat(marks.complete()).isEqualTo(1);
        add(2, 0, 3);
        assertThat(marks.complete()).isEqualTo(1);
        add(2, 1, 3);
        add(2, 2, 3);
        assertThat(marks.complete()).isEqualTo(2);
    }

    @Test
    void aMarkOfAnotherNumberOfWritersEndsNothing() {
        assertThat(add(0, 0, 2)).isTrue();
        assertThat(add(0, 0, 1)).isFalse();
        assertThat(marks.complete()).isEqualTo(-1);
    }
}
