package chorus.playlist;

import chorus.epochs.Mark;

/**
 * The mark that ends an epoch, written by each writer into every partition.
 *
 * @param writer 0-based number of the writer
 * @param writers how many writers there are, fixed for the run
 */
public record EpochEnded(long epoch, int writer, int writers, long eventTime) implements LogEntry, Mark {
    public EpochEnded {
        Mark.check(writer, writers);
    }
}
