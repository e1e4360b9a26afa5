package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clients that are not ours: kafkajs and its client of schema registries, run by Node.js. */
final class Elsewhere {
    private static final Path SOURCE = Path.of("src/test/js");
    private static final Path INSTALLED = Path.of("target/js");
    private static final JsonMapper JSON = new JsonMapper();

    private Elsewhere() {}

    /**
     * Reads topics with default settings.
     *
     * @param records how many records each topic has
     * @return by topic, its records as {@code read.mjs} writes them
     */
    static Map<String, List<JsonNode>> read(String broker, String registry, Map<String, Integer> records, Path out)
            throws IOException, InterruptedException {
        install();
        var command = new ArrayList<>(List.of("node", "read.mjs", broker, registry, out.toString()));
        records.forEach((topic, count) -> command.add(topic + "=" + count));
        run(command);
        var read = new TreeMap<String, List<JsonNode>>();
        for (var topic : records.keySet()) {
            var lines = new ArrayList<JsonNode>();
            for (var line : Files.readAllLines(out.resolve(topic + ".jsonl"))) {
                lines.add(JSON.readTree(line));
            }
            read.put(topic, lines);
        }
        return read;
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (var file : List.of("package.json", "read.mjs")) {
            Files.copy(SOURCE.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--silent"));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var said = Files.createTempFile("elsewhere", ".said");
        var process = new ProcessBuilder(command)
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        } finally {
            process.destroy();
            Files.delete(said);
        }
    }
}
