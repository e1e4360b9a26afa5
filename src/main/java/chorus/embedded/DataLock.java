package chorus.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to be the only one at a place: to run broker and registry on a data directory, or to be its trainer. The system takes
 * it back when its holder ends, however it does. The file of the lock names the holder.
 */
public final class DataLock implements AutoCloseable {
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
        return tryLock(data.resolve("lock"));
    }

    /** Who holds the lock of a data directory, in words. */
    static String holder(Path data) {
        return said(data.resolve("lock"));
    }

    /**
     * Holds what only one process at a time may be at a directory, which is made where it is missing.
     *
     * @param part such as {@code trainer}
     * @throws PlatformFailure in one line, at once, where another process is that already
     */
    public static DataLock claim(Path directory, String part) {
        try {
            var path = Files.createDirectories(directory).toRealPath().resolve("." + part.replace(' ', '-') + ".lock");
            return tryLock(path)
                    .orElseThrow(() -> new PlatformFailure(directory + " is in use: the " + part + " of " + said(path)
                            + " works there; end that one, or name" + " another directory"));
        } catch (IOException e) {
            throw new UncheckedIOException("directory " + directory + " cannot be used", e);
        }
    }

    private static String said(Path path) {
        try {
            var pid = Files.readString(path).strip();
            return pid.isEmpty() ? "another process" : "process " + pid;
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    private static Optional<DataLock> tryLock(Path path) {
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
                note(file);
                return Optional.of(new DataLock(path, file));
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            HELD.remove(path);
            throw new PlatformFailure("data directory " + path.getParent(), e);
        }
    }

    private static void note(FileChannel file) throws IOException {
        var pid = Long.toString(ProcessHandle.current().pid());
        file.truncate(0);
        file.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
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
