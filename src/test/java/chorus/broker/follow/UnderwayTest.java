package chorus.broker.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnderwayTest {
    private static final long ALL = Long.MAX_VALUE;

    private final Underway underway = new Underway(2);

    @Test
    void withNothingUnderwayEveryEditIsCounted() {
        assertThat(underway.bounds()).containsExactly(ALL, ALL);
    }

    /** Edits 10 to 19 of partition 0 went to both, 20 and on to one; 5 and on of partition 1 to the other. */
    @Test
    void editsAreBoundByTheFirstOfEveryBatchThatIsNotCounted() {
        underway.sent(0, 10, 0, 100);
        underway.sent(0, 20, 0, 101);
        underway.sent(0, 10, 1, 50);
        underway.sent(1, 5, 1, 51);
        assertThat(underway.bounds()).containsExactly(10, 5);
        underway.counted(new long[] {101, 50}); // the first of partition 0 alone
        assertThat(underway.bounds()).containsExactly(10, 5);
        underway.counted(new long[] {101, 51});
        assertThat(underway.bounds()).containsExactly(20, 5);
        underway.counted(new long[] {102, 52});
        assertThat(underway.bounds()).containsExactly(ALL, ALL);
    }

    /** A transaction was given up, and its edits are sent again: their batches begin where those before began, or earlier. */
    @Test
    void aBatchThatBeginsEarlierThanTheOneBeforeItBindsToo() {
        underway.sent(0, 20, 0, 100);
        underway.sent(0, 15, 0, 103);
        assertThat(underway.bounds()).containsExactly(15, ALL);
        underway.counted(new long[] {103, 0});
        assertThat(underway.bounds()).containsExactly(15, ALL);
    }
}
