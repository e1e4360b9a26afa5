package chorus.simulate.listeners;

/** Event times of planned edits: an epoch is a day, the first one the 1st of January 2025; milliseconds since 1970. */
public final class Calendar {
    public static final long DAY = 86_400_000L;
    /** Between two edits of one session. */
    public static final long PAUSE = 20_000L;

    private static final long FIRST_DAY = 1_735_689_600_000L;
    /** Sessions start so early that the longest one ends an hour before the day does, when collectives act. */
    private static final double SESSION_STARTS = 0.85 * DAY;

    private Calendar() {}

    /** @param moment 0…1, from the first session's start of the epoch to the last one's */
    public static long session(long epoch, double moment) {
        return FIRST_DAY + epoch * DAY + (long) (moment * SESSION_STARTS);
    }

    public static long end(long epoch) {
        return FIRST_DAY + (epoch + 1) * DAY - 1;
    }
}
