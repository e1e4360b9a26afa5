package chorus.config;

import java.time.Duration;

/** How time is cut into epochs, each of which ends in a generation. */
public record EpochSettings(By by, int lag, Duration every) {
    /** Who says where an epoch ends. */
    public enum By {
        simulator,
        clock
    }

    public EpochSettings {
        Range.atLeast("lag", lag, 1);
        Range.positive("every", (double) every.toMillis());
    }
}
