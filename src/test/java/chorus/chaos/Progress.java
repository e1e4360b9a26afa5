package chorus.chaos;

import java.time.Duration;
import java.util.OptionalLong;

/** Whether a run comes on: how long nothing has happened, and how long it took from a restart to the next generation. */
final class Progress {
    private long generations;
    private long moved = System.nanoTime();
    private OptionalLong restarted = OptionalLong.empty();

    /** Takes note of how many generations there are; where one is new since the last restart, milliseconds since then. */
    OptionalLong see(long now) {
        if (now <= generations) {
            return OptionalLong.empty();
        }
        generations = now;
        moved = System.nanoTime();
        var back = restarted.isPresent()
                ? OptionalLong.of((moved - restarted.getAsLong()) / 1_000_000)
                : OptionalLong.empty();
        restarted = OptionalLong.empty();
        return back;
    }

    /** Something was started again. */
    void restarts() {
        moved = System.nanoTime();
        restarted = OptionalLong.of(moved);
    }

    /** Something was repaired. */
    void mended() {
        moved = System.nanoTime();
    }

    /** How long it has stood still. */
    Duration standing() {
        return Duration.ofNanos(System.nanoTime() - moved);
    }
}
