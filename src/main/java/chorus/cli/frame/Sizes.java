package chorus.cli.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Bytes on disk by store. */
final class Sizes {
    private Sizes() {}

    /** Bytes of the files under each store's directory of Kafka Streams' state, summed over tasks. */
    static Map<String, Long> under(Path stores) {
        var sizes = new TreeMap<String, Long>();
        if (!Files.isDirectory(stores)) {
            return sizes;
        }
        try (var files = Files.walk(stores)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var store = store(file);
                if (store != null) {
                    sizes.merge(store, Files.size(file), Long::sum);
                }
            }
            return sizes;
        } catch (IOException e) {
            throw new UncheckedIOException("sizes under " + stores, e);
        }
    }

    /** …/rocksdb/NAME/file → NAME. */
    private static @org.jspecify.annotations.Nullable String store(Path file) {
        for (var i = 0; i + 2 < file.getNameCount(); i++) {
            if (file.getName(i).toString().equals("rocksdb")) {
                return file.getName(i + 1).toString();
            }
        }
        return null;
    }
}
