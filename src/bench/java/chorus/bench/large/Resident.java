package chorus.bench.large;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Memory of a process as Linux counts it.
 *
 * @param mebibytes resident now
 * @param peak the most so far
 */
record Resident(double mebibytes, double peak) {
    static Resident of(long pid) {
        return new Resident(kilobytes(pid, "VmRSS:") / 1024, kilobytes(pid, "VmHWM:") / 1024);
    }

    private static double kilobytes(long pid, String key) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The virtual machine's flags that bound or choose its heap, as it runs. */
    static String heapFlags(long pid) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, Long.toString(pid), "VM.flags")
                .redirectErrorStream(true)
                .start();
        var told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(told.split("\\s+"))
                .filter(flag -> flag.matches("-XX:(MaxHeapSize|InitialHeapSize|SoftMaxHeapSize)=.*|-XX:\\+Use\\w+GC"))
                .collect(Collectors.joining(" "));
    }
}
