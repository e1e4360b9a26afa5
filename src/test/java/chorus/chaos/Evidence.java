package chorus.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What a person needs to find out why a round failed: what each process does, twice within two seconds, and what brokers and
 * doctor say. Logs, and what each process printed, are in the round's directory.
 */
record Evidence(Stage stage, String group, Path folder) {
    private static final int DUMPS = 2;
    private static final long APART_MS = 2000;
    private static final long PATIENCE_SECONDS = 20;

    void gather(Doctor doctor) throws InterruptedException, IOException {
        Files.createDirectories(folder);
        for (var dump = 1; dump <= DUMPS; dump++) {
            for (var process : processes().entrySet()) {
                threads(process.getValue(), folder.resolve(process.getKey() + ".threads." + dump));
            }
            TimeUnit.MILLISECONDS.sleep(APART_MS);
        }
        var place = stage.ground().place();
        if (place.isPresent()) {
            try (var out = new PrintWriter(Files.newBufferedWriter(folder.resolve("brokers"), UTF_8))) {
                BrokerState.write(place.get().bootstrap(), group, out);
            }
            ask(doctor);
        }
    }

    private void ask(Doctor doctor) throws InterruptedException, IOException {
        try {
            Files.write(folder.resolve("doctor"), doctor.ask(List.of()).lines(), UTF_8);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception silent) {
            Files.writeString(folder.resolve("doctor"), silent.toString(), UTF_8);
        }
    }

    private Map<String, Long> processes() {
        var pids = new TreeMap<String, Long>();
        stage.parts().forEach(part -> part.pid().ifPresent(pid -> pids.put(part.name(), pid)));
        stage.ground().brokers().stream()
                .filter(broker -> broker.isAlive())
                .forEach(broker ->
                        pids.put("broker-" + broker.node(), broker.process().pid()));
        return pids;
    }

    /** One that does not even answer is told by an empty file. */
    private static void threads(long pid, Path file) throws InterruptedException, IOException {
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "Thread.print",
                        "-l")
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
        if (!jcmd.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            jcmd.destroyForcibly().waitFor();
        }
    }
}
