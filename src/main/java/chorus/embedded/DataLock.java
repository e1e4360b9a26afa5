package chorus.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to run broker and registry on a data directory; the system takes it back when its holder ends, however it does. */
final class DataLock implements AutoCloseable {
    /** Locks of this process. The file of one must not even be opened again: closing it would give the lock up. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel file;

    private DataLock(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Empty when somebody holds it, this process included.
     *
     * @param data an existing directory's real path
     */
    static Optional<DataLock> tryHold(Path data) {
        var path = data.resolve("lock");
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        var held = lock(path);
        if (held.isEmpty()) {
            HELD.remove(path);
        }
        return held;
    }

    private static Optional<DataLock> lock(Path path) {
        try {
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() != null) {
                return Optional.of(new DataLock(path, file));
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            HELD.remove(path);
            throw new PlatformFailure("data directory " + path.getParent(), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(path);
        }
    }
}
