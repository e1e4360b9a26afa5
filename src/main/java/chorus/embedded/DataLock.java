package chorus.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to run broker and registry on a data directory; the system takes it back when its holder ends, however it does. */
record DataLock(FileChannel file, FileLock lock) implements AutoCloseable {
    /** Empty when somebody holds it, this process included. */
    static Optional<DataLock> tryHold(Path data) {
        try {
            var file = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                var lock = file.tryLock();
                if (lock != null) {
                    return Optional.of(new DataLock(file, lock));
                }
            } catch (OverlappingFileLockException e) {
                // another platform of this very process holds it
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new PlatformFailure("data directory " + data, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
