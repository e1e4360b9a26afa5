package chorus.report.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Writes a file of a directory so that it is there whole or not at all, in place of what was there. */
public final class WholeFile {
    private WholeFile() {}

    public static void write(Path directory, String name, String text) {
        write(directory, name, Stream.of(text));
    }

    /** @param parts one after the other; they need not fit into memory together */
    public static void write(Path directory, String name, Stream<String> parts) {
        var file = directory.resolve(name);
        var fresh = directory.resolve(name + ".new");
        try {
            try (var out = Files.newBufferedWriter(fresh)) {
                for (var part = parts.iterator(); part.hasNext(); ) {
                    out.write(part.next());
                }
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
