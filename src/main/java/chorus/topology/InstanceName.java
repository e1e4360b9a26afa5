package chorus.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The name under which an instance is a static member of its group (KIP-345): that of the directory in which its stores lie. A
 * process that is started again on the directory of a killed one is the same member and takes its partitions back at once; the
 * group does not wait for the dead one's session to end.
 */
final class InstanceName {
    private InstanceName() {}

    /** Named after the machine, the directory's path and its file: no chance is needed, and no copy of it has the same name. */
    static String of(Path stores) {
        try {
            var directory = Files.createDirectories(stores).toRealPath();
            var file = Files.getAttribute(directory, "basic:fileKey");
            var where = machine() + " " + directory + " " + file;
            return UUID.nameUUIDFromBytes(where.getBytes(StandardCharsets.UTF_8))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the stores' directory " + stores + " cannot be made", e);
        }
    }

    private static String machine() {
        var process = ManagementFactory.getRuntimeMXBean().getName();
        return process.substring(process.indexOf('@') + 1);
    }
}
