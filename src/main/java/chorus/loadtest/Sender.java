package chorus.loadtest;

import chorus.loadtest.Follower.Given;
import chorus.loadtest.generate.Numbers;
import chorus.loadtest.generate.Schedule;
import chorus.loadtest.generate.WorkingSet;
import chorus.playlist.PlaylistEdit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Sends edits at their intended times, open-loop: when it falls behind it sends the overdue ones at once and never moves their
 * times, so that a stall shows as latency of all that it held up.
 */
record Sender(WorkingSet set, Consumer<PlaylistEdit> sink, Timeline time, Given given, BooleanSupplier stop) {

    /** Fills the working set at full speed. */
    void fill() {
        for (var i = 0; i < set.playlists() && !stop.getAsBoolean(); i++) {
            set.fill(i, time.millis(), this::give);
        }
    }

    private void give(PlaylistEdit edit) {
        sink.accept(edit);
        given.one(0);
    }

    /** Sends {@code edits} at full speed, each intended for the moment it is sent; the window must hold them all. */
    void flood(long edits, Window window) {
        for (var n = 0L; n < edits && !stop.getAsBoolean(); n++) {
            var now = time.millis();
            send(now, 0, window, 0);
        }
    }

    /** Sends the edits that the schedule intends between {@code begin} (ms since 1970) and the window's end. */
    void keep(Schedule schedule, Numbers numbers, long begin, Window window) {
        var share = schedule.mean() / numbers.generators() / 1000;
        for (var after = schedule.nanos(numbers.next()); !stop.getAsBoolean(); after = schedule.nanos(numbers.next())) {
            var intended = begin + after / 1_000_000;
            if (intended >= window.to) {
                return;
            }
            time.await(begin, after, stop);
            var late = Math.max(0, -time.left(begin, after) / 1_000_000);
            send(intended, late, window, (long) (late * share));
        }
    }

    private void send(long intended, long late, Window window, long overdue) {
        var before = set.pairUpdates();
        sink.accept(set.next(intended));
        given.one(overdue);
        window.sent(intended, late, set.pairUpdates() - before);
    }
}
