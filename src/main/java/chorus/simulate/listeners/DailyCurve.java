package chorus.simulate.listeners;

import java.util.Arrays;

/**
 * When in a day listeners are at it: a weight for each hour, lowest from three to five at night, highest from eight to nine in the
 * evening, twelve times as high. Within an hour every moment is alike. The shape is that of music listening as services tell it, in
 * round numbers of our own; it belongs to no data set.
 */
final class DailyCurve {
    private static final long HOUR = 3_600_000L;

    /** Hour 0 is the one after midnight. */
    private static final int[] WEIGHTS = {
        30, 18, 11, 8, 8, 12, 22, 36, 46, 50, 52, 54, 58, 60, 60, 64, 72, 80, 88, 96, 100, 94, 76, 50
    };

    private static final int ALL = Arrays.stream(WEIGHTS).sum();

    private DailyCurve() {}

    /**
     * A time of day in milliseconds.
     *
     * @param chance uniform in [0, 1)
     */
    static long at(double chance) {
        var left = chance * ALL;
        var hour = 0;
        while (left >= WEIGHTS[hour]) {
            left -= WEIGHTS[hour++];
        }
        return (long) ((hour + left / WEIGHTS[hour]) * HOUR);
    }
}
