package chorus.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/** The directory of a benchmark and what runs in it; at its end, or at Ctrl-C, all is closed, and a temporary one is gone. */
public final class Workplace implements AutoCloseable {
    private final Path directory;
    private final boolean temporary;
    private final Deque<Ending> held = new ArrayDeque<>();

    /** Something to be closed. */
    @FunctionalInterface
    public interface Ending extends AutoCloseable {
        @Override
        void close();
    }

    private Workplace(Path directory, boolean temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    /** The given directory, else a temporary one. */
    public static Workplace open(Optional<Path> given) throws IOException {
        var place = given.isPresent()
                ? new Workplace(Files.createDirectories(given.get()), false)
                : new Workplace(Files.createTempDirectory("chorus-bench"), true);
        Runtime.getRuntime().addShutdownHook(new Thread(place::close));
        return place;
    }

    public Path directory() {
        return directory;
    }

    /** Closes {@code thing} at the end, before what was held earlier. */
    public synchronized <T extends Ending> T held(T thing) {
        held.push(thing);
        return thing;
    }

    /** Removes a directory and all in it. */
    public static void delete(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public synchronized void close() {
        while (!held.isEmpty()) {
            held.pop().close();
        }
        if (temporary && Files.exists(directory)) {
            try {
                delete(directory);
            } catch (IOException left) {
                throw new UncheckedIOException(directory + " could not be removed", left);
            }
        }
    }
}
