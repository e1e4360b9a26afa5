package chorus.loadtest.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hardware that a figure belongs to. */
public final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Machine() {}

    /** What can be told of this machine: its system, processors and memory, and the heap's limit. */
    public static SortedMap<String, String> here() {
        var all = new TreeMap<String, String>();
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        all.put("architecture", System.getProperty("os.arch"));
        all.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        all.put("heapLimitMiB", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
        entry(CPUS, "model name", all, "processor");
        entry(MEMORY, "MemTotal", all, "memory");
        return all;
    }

    /** The first line {@code key: value} of a file of Linux; nothing on other systems. */
    private static void entry(Path file, String key, SortedMap<String, String> to, String name) {
        if (!Files.isReadable(file)) {
            return;
        }
        try (var lines = Files.lines(file)) {
            lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .ifPresent(line ->
                            to.put(name, line.substring(line.indexOf(':') + 1).strip()));
        } catch (IOException e) {
            to.put(name, "unknown: " + e.getMessage());
        }
    }
}
