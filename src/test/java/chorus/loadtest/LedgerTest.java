package chorus.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import chorus.epochs.EpochGate;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.worlds.WorldSet;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Window window = new Window(100, 200);

    private static PlaylistEdit edit(long time) {
        return new PlaylistEdit(
                new PlaylistId(1),
                new ListenerId(1),
                EpochGate.BY_POSITION,
                time,
                1,
                WorldSet.ALL,
                null,
                new Change.Created());
    }

    private Ledger ledger(boolean views) {
        var ledger = new Ledger(2, views, LoadRun.Onlooker.NOBODY);
        ledger.measure(window);
        return ledger;
    }

    @Test
    void anEditIsCountedWhenTheBoundHasPassedIt() {
        var ledger = ledger(false);
        ledger.at(edit(110), 0, 5);
        ledger.at(edit(120), 0, 6);
        ledger.counted(new long[] {5, 9}, 150);
        assertThat(ledger.counted()).isZero();
        ledger.counted(new long[] {6, 9}, 160);
        assertThat(ledger.counted()).isEqualTo(1);
        assertThat(ledger.pending()).isEqualTo(1);
        assertThat(window.measured(1).counted().percentiles()).contains(entry("max", 50L)); // 160 − 110
    }

    /** The client hears where an edit stands after it has been counted: it is noted at the next look. */
    @Test
    void aBoundNeverGoesBack() {
        var ledger = ledger(false);
        ledger.counted(new long[] {6, 0}, 130);
        ledger.at(edit(110), 0, 5);
        ledger.counted(new long[] {0, 0}, 140);
        assertThat(ledger.counted()).isEqualTo(1);
    }

    /** Counted up to 10; a batch from 10 on is as it should be, one from 7 on holds some of 7, 8 and 9. */
    @Test
    void aBatchThatComesToLightTooLateTellsHowManyEditsWereNotedEarly() {
        var ledger = ledger(false);
        ledger.counted(new long[] {10, 0}, 130);
        ledger.sent(0, 10);
        ledger.sent(1, 0);
        assertThat(window.measured(1).early()).isZero();
        ledger.sent(0, 7);
        assertThat(window.measured(1).early()).isEqualTo(3);
    }

    @Test
    void editsOutsideTheWindowLeaveNoLatency() {
        var ledger = ledger(false);
        ledger.at(edit(99), 0, 0);
        ledger.at(edit(100), 0, 1);
        ledger.at(edit(200), 0, 2);
        ledger.counted(new long[] {3, 0}, 210);
        assertThat(ledger.counted()).isEqualTo(3);
        assertThat(window.measured(1).counted().count()).isEqualTo(1);
    }

    @Test
    void anEditIsVisibleWithTheGenerationWhoseMarkStandsBehindIt() {
        var ledger = ledger(true);
        ledger.at(edit(110), 0, 5);
        ledger.at(edit(120), 1, 3);
        ledger.at(new EpochEnded(4, 0, 1, 0), 0, 6);
        ledger.at(new EpochEnded(4, 0, 1, 0), 1, 2); // before the edit at 3
        ledger.visible(4, 190);
        assertThat(window.measured(1).visible().percentiles()).contains(entry("max", 80L)); // 190 − 110, of one edit
        assertThat(window.measured(1).visible().count()).isEqualTo(1);
    }

    @Test
    void anEditStaysPendingUntilItIsCountedAndSeen() {
        var ledger = ledger(true);
        ledger.at(edit(110), 0, 0);
        ledger.counted(new long[] {1, 0}, 150);
        assertThat(ledger.pending()).isEqualTo(1);
        ledger.at(new EpochEnded(0, 0, 1, 0), 0, 1);
        ledger.at(new EpochEnded(0, 0, 1, 0), 1, 0);
        ledger.visible(0, 180);
        assertThat(ledger.pending()).isZero();
    }

    @Test
    void manyEditsOutgrowTheRingAndLeaveInOrder() {
        var partition = new Outstanding(false);
        for (var n = 0L; n < 10_000; n++) {
            partition.add(n, n);
            if (n % 3 == 2) {
                partition.count(n / 2, time -> {});
            }
        }
        var next = new long[] {10_000 - partition.size()};
        partition.count(10_000, time -> assertThat(time).isEqualTo(next[0]++));
        assertThat(next[0]).isEqualTo(10_000);
        assertThat(partition.size()).isZero();
    }

    /** Steps at 110, 130, 150 of 5, 10, 10 edits: 20 edits in the 40 ms after the first. */
    @Test
    void theRateIsTakenFromTheFirstToTheLastStepOfProgress() {
        window.progressed(5, 110);
        window.progressed(10, 130);
        window.progressed(10, 150);
        window.progressed(99, 250); // after the window
        assertThat(window.measured(1).editsPerSecond()).isEqualTo(500);
    }

    /** Least squares through (0, 1), (1, 3), (2, 5). */
    @Test
    void theTrendIsTheSlope() {
        var trend = new Trend();
        assertThat(trend.slope()).isZero();
        trend.add(0, 1);
        trend.add(1, 3);
        trend.add(2, 5);
        assertThat(trend.slope()).isEqualTo(2);
    }
}
