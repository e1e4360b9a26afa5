package chorus.simulate.replay.formats;

import java.io.IOException;

/** Reads one file of one format, playlist by playlist, into an {@link Intake}. */
sealed interface PlaylistReader extends AutoCloseable
        permits SliceReader, AccountReader, JspfReader, TableReader, ExportifyReader {
    /** The last second of the year 9999. */
    long LATEST = 253_402_300_799L;

    void read() throws IOException;

    @Override
    void close() throws IOException;
}
