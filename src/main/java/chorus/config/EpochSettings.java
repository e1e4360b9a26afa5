package chorus.config;

import chorus.config.kinds.Range;
import chorus.epochs.EpochGate;
import java.time.Duration;

/** How time is cut into epochs, each of which ends in a generation. */
public record EpochSettings(By by, int lag, Duration every) {
    /** Who says where an epoch ends. */
    public enum By {
        /** The writers, where their plan's epochs end: every edit carries its epoch, and a run can be repeated. */
        simulator {
            @Override
            public boolean followsPlan() {
                return true;
            }

            @Override
            public long written(long planned) {
                return planned;
            }

            @Override
            public long last(long planned) {
                return planned;
            }
        },
        /** The clock, whatever the plan says: an edit belongs to the epoch that is open where it lies in the log. */
        clock {
            @Override
            public boolean followsPlan() {
                return false;
            }

            @Override
            public long written(long planned) {
                return EpochGate.BY_POSITION;
            }

            @Override
            public long last(long planned) {
                return Long.MAX_VALUE;
            }
        };

        /** Whether the plan's epochs are the log's: writers end them, in lock-step with the generations. */
        public abstract boolean followsPlan();

        /** What an edit of the plan's epoch says of its own. */
        public abstract long written(long planned);

        /** The last generation of a plan that ends with {@code planned}; {@link Long#MAX_VALUE} where none is said beforehand. */
        public abstract long last(long planned);
    }

    public EpochSettings {
        Range.within("lag", lag, 1, 100_000);
        Range.lasts("every", every, Duration.ofHours(24));
    }
}
