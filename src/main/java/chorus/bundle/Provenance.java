package chorus.bundle;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where results come from, as far as neither the file nor the results say it.
 *
 * @param file the experiment's, as named on the command line
 * @param text what stands in it
 * @param data the directory of real playlists, or {@code simulated}
 * @param overrides given beside it, of the form key.path=value
 * @param versions of Chorus, Java and what else is part of it
 * @param began when, in UTC
 * @param seconds from then to the tables
 */
public record Provenance(
        String file,
        String text,
        String data,
        List<String> overrides,
        SortedMap<String, String> versions,
        Machine machine,
        String began,
        double seconds) {
    public Provenance {
        overrides = List.copyOf(overrides);
        versions = new TreeMap<>(versions);
    }

    /**
     * What it ran on. No name of it, which says nothing.
     *
     * @param heapMiB at most
     */
    public record Machine(String system, String architecture, int processors, long heapMiB) {
        private static final int MIB = 20;

        public static Machine here() {
            var runtime = Runtime.getRuntime();
            return new Machine(
                    System.getProperty("os.name") + " " + System.getProperty("os.version"),
                    System.getProperty("os.arch"),
                    runtime.availableProcessors(),
                    runtime.maxMemory() >> MIB);
        }
    }
}
