package chorus.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A small properties file that others read while it is written: it is replaced as a whole. */
final class Keys {
    private Keys() {}

    /** Its keys; none where there is no such file. */
    static Properties read(Path file) {
        var keys = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                keys.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new PlatformFailure(file + " cannot be read", e);
            }
        }
        return keys;
    }

    static void write(Path file, Map<String, ?> keys) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        var lines = new TreeMap<>(keys)
                .entrySet().stream()
                        .map(key -> key.getKey() + "=" + key.getValue())
                        .toList();
        try {
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PlatformFailure(file + " cannot be written", e);
        }
    }
}
