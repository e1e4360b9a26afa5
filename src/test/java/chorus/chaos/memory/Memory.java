package chorus.chaos.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a Java process takes of memory, asked from outside, in MB (2²⁰ bytes). */
record Memory(long pid) {
    private static final double KB_A_MB = 1024;
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern ADDRESS = Pattern.compile("metrics on (http://\\S+)");
    private static final Pattern CACHE = Pattern.compile("(?m)^chorus_rocksdb_cache_bytes (\\S+)");
    private static final Pattern OLD = Pattern.compile("(?i)tenured(?: generation)?\\s+total \\d+K, used (\\d+)K");

    /** What is resident: by /proc, else by ps. */
    double resident() throws IOException, InterruptedException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (Files.exists(status)) {
            var found = RESIDENT.matcher(Files.readString(status, UTF_8));
            if (!found.find()) {
                throw new IOException(status + " tells no resident memory");
            }
            return Double.parseDouble(found.group(1)) / KB_A_MB;
        }
        return Double.parseDouble(
                        said("ps", "-o", "rss=", "-p", Long.toString(pid)).strip())
                / KB_A_MB;
    }

    /**
     * What the old generation of a serial collector holds, garbage that was not collected yet included; empty where the process is
     * too busy to tell.
     */
    OptionalDouble oldGeneration() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var found = OLD.matcher(said(jcmd, Long.toString(pid), "GC.heap_info"));
        return found.find() ? OptionalDouble.of(Double.parseDouble(found.group(1)) / KB_A_MB) : OptionalDouble.empty();
    }

    /**
     * What stores have in their cache and write buffers of the memory that they are given, by the process's own meters; empty where it
     * does not serve yet.
     *
     * @param said what the process has printed so far, its address among it
     */
    static OptionalDouble cache(String said) throws InterruptedException {
        var address = ADDRESS.matcher(said);
        if (!address.find()) {
            return OptionalDouble.empty();
        }
        var request = HttpRequest.newBuilder(URI.create(address.group(1)))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var found = CACHE.matcher(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return found.find()
                    ? OptionalDouble.of(Double.parseDouble(found.group(1)) / KB_A_MB / KB_A_MB)
                    : OptionalDouble.empty();
        } catch (IOException silent) {
            return OptionalDouble.empty();
        }
    }

    /** Short enough to fit into a pipe, so that its end may be waited for first. */
    private static String said(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " does not end");
        }
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
