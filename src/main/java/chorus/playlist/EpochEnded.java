package chorus.playlist;

/**
 * The mark that ends an epoch, written by each writer into every partition.
 *
 * @param writer 0-based number of the writer
 * @param writers how many writers there are, fixed for the run
 */
public record EpochEnded(long epoch, int writer, int writers, long eventTime) implements LogEntry {
    public EpochEnded {
        if (writers < 1 || writer < 0 || writer >= writers) {
            throw new IllegalArgumentException(
                    "writer " + writer + " of " + writers + ": must be one of 0…" + (writers - 1));
        }
    }
}
