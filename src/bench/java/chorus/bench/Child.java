package chorus.bench;

import chorus.bench.contender.Measured;
import chorus.bench.ground.Ground;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * A contender's process, as seen from the comparison. All have the same heap; between its runs it idles. What it prints beside
 * its answers goes to a file.
 */
final class Child implements AutoCloseable {
    static final List<String> OPTIONS = List.of(
            "-Xms2g",
            "-Xmx2g",
            "-XX:MaxDirectMemorySize=512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Path log;
    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(String contender, Comparison.Plan plan, Ground ground, Path directory) throws IOException {
        var log = Files.createDirectories(directory).resolve(contender + ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Dchorus.log=" + directory.resolve(contender + "-chorus.log"));
        command.addAll(List.of(
                "-cp",
                classPath(contender),
                Worker.class.getName(),
                contender,
                plan.job().name()));
        command.addAll(List.of(ground.bootstrap(), ground.registry()));
        command.addAll(plan.overrides());
        var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        return new Child(contender, log, process);
    }

    /** Kafka Streams and Flink bring different RocksDBs under the same names: each contender sees its own. */
    private static String classPath(String contender) {
        var other = contender.equals("flink") ? "rocksdbjni-" : "frocksdbjni-";
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(other))
                .collect(Collectors.joining(File.pathSeparator));
    }

    Map<String, String> settings(String prefix) throws IOException {
        return JSON.readValue(
                ask("settings " + prefix + " -", read -> {}), new TypeReference<Map<String, String>>() {});
    }

    /** Lets the contender count what is recorded under {@code prefix}, its state under {@code stores}. */
    Measured run(String prefix, Path stores, LongConsumer progress) throws IOException {
        return JSON.readValue(ask("run " + prefix + " " + stores, progress), Measured.class);
    }

    private String ask(String command, LongConsumer progress) throws IOException {
        commands.println(command);
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            var words = line.split(" ", 2);
            switch (words[0]) {
                case "read" -> progress.accept(Long.parseLong(words[1]));
                case "done" -> {
                    return words[1];
                }
                default -> throw new IllegalStateException(name + " said " + line);
            }
        }
        throw new IllegalStateException(name + " failed; its log:\n"
                + Files.readString(log).lines().limit(60).collect(Collectors.joining("\n")));
    }

    /** Lets the process end with its input. */
    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
