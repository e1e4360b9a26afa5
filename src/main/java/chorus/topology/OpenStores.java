package chorus.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether stores were closed in order: a file beside them that is there while an instance works on them. Under exactly-once what a
 * killed instance left cannot be told from uncommitted data and is restored from the changelogs; Kafka Streams learns that only by
 * opening each store, twice.
 */
record OpenStores(Path file) {
    static OpenStores in(Path stores) {
        return new OpenStores(stores.resolve("open"));
    }

    /** Whether an instance worked on the stores and did not close them. */
    boolean leftOpen() {
        return Files.exists(file);
    }

    void open() {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted", e);
        }
    }
}
