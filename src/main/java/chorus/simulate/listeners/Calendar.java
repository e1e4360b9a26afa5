package chorus.simulate.listeners;

/** The days of planned edits: an epoch is a day, the first one the 1st of January 2025; milliseconds since 1970. */
public final class Calendar {
    public static final long DAY = 86_400_000L;
    /** Between two edits of a playlist's founding, on average. */
    public static final long PAUSE = 20_000L;

    private static final long FIRST_DAY = 1_735_689_600_000L;

    private Calendar() {}

    /** The midnight with which an epoch begins. */
    public static long day(long epoch) {
        return FIRST_DAY + epoch * DAY;
    }

    public static long end(long epoch) {
        return day(epoch + 1) - 1;
    }
}
