package chorus.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import chorus.cli.Main;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.zip.CRC32;

/** The directories of loops and rounds. */
public final class Folders {
    private Folders() {}

    /** A loop's directory, with what this code has left there; what other code has left is moved aside. Absolute. */
    static Path sameCode(Path directory) throws IOException {
        var code = code();
        var kept = directory.resolve("code");
        if (Files.exists(directory)
                && !(Files.exists(kept) && Files.readString(kept, UTF_8).equals(code))) {
            Files.move(
                    directory,
                    directory.resolveSibling(
                            directory.getFileName() + "-before-" + Instant.now().getEpochSecond()));
        }
        var made = Files.createDirectories(directory).toRealPath();
        Files.writeString(kept, code, UTF_8);
        return made;
    }

    /** A sum over the product's classes. */
    private static String code() throws IOException {
        try {
            var classes = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var sum = new CRC32();
            try (var files = Files.walk(classes)) {
                for (var file : files.filter(each -> each.toString().endsWith(".class"))
                        .sorted()
                        .toList()) {
                    sum.update(Files.readAllBytes(file));
                }
            }
            return Long.toHexString(sum.getValue());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty directory in the place of what was there. Absolute. */
    public static Path fresh(Path directory) throws IOException {
        delete(directory);
        return Files.createDirectories(directory).toRealPath();
    }

    public static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var all = Files.walk(directory)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
