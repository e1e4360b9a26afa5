package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.SettingsLoader;
import chorus.metrics.Metered;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code --json} standard output holds one object and nothing else. */
class JsonTest {
    @TempDir
    private Path folder;

    @Test
    void settingsAreDescribedByTheirPaths() throws Exception {
        var settings = object(0, "describe", "settings", "--json").get("settings");
        var defaults = SettingsLoader.load(Optional.empty(), List.of());
        assertThat(settings.get("simulate.playlists").asInt())
                .isEqualTo(defaults.simulate().playlists());
        assertThat(settings.get("simulate.changePerEpoch").asDouble()).isEqualTo(0.02);
        assertThat(settings.get("stream.commitInterval").asText()).isEqualTo("1s");
        // each can be given back as it is
        settings.properties().forEach(setting -> assertThat(SettingsLoader.load(
                        Optional.empty(), List.of(setting.getKey() + "=" + quoted(setting.getValue()))))
                .as(setting.getKey())
                .isEqualTo(defaults));
    }

    private static String quoted(JsonNode value) {
        var text = value.asText();
        return text.isEmpty() ? "\"\"" : text;
    }

    @Test
    void metersAreDescribedOneByOne() throws Exception {
        var meters = object(0, "describe", "metrics", "--json").get("meters");
        assertThat(meters).hasSize(Metered.all().size());
        assertThat(meters.get(0).get("name").asText()).isEqualTo("chorus_generation");
        assertThat(meters.get(0).get("shownBy").get(0).asText()).isEqualTo("trainer");
    }

    @Test
    void theTopologyIsDescribedByItsNodes() throws Exception {
        var nodes = object(0, "describe", "topology", "--json").get("nodes");
        var counting = StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.get("name").asText().equals("count-pairs"))
                .findFirst()
                .orElseThrow();
        assertThat(counting.get("kind").asText()).isEqualTo("processor");
        assertThat(counting.get("stores").toString()).contains("\"pair-counts\"", "\"count-ledger\"");
        assertThat(counting.get("successors")).isNotEmpty();
    }

    @Test
    void anExperimentGivesEachPeakWithTheValuesOfItsSweep() throws Exception {
        var file = Files.writeString(folder.resolve("small.yaml"), """
                simulate: {playlists: 120, epochs: 3}
                evaluate: {testShare: 0.3}
                campaigns: [{name: a, strategy: DirLoF, budget: 5, start: 1}]
                sweep: {randomSeed: [1, 2], "campaigns[0].strategy": [DirLoF, Random]}
                """);
        var results = object(
                        0,
                        "experiment",
                        file.toString(),
                        "--json",
                        "--out",
                        folder.resolve("out").toString())
                .get("results");
        // two seeds, two strategies, one world with the campaign
        assertThat(results).hasSize(4);
        var last = results.get(3);
        assertThat(last.get("values").get("randomSeed").asInt()).isEqualTo(2);
        assertThat(last.get("values").get("campaigns[0].strategy").asText()).isEqualTo("Random");
        assertThat(last.get("world").asText()).isEqualTo("factual");
        assertThat(last.get("members").asInt()).isPositive();
        assertThat(last.get("figures").has("ndcg")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify --json --data none",
                "doctor --json --data none",
                "load none.yaml --json",
                "load --describe --json"
            })
    void whereThereIsNoResultStandardOutputIsEmpty(String line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertThat(run(out, err, line.split(" ", -1))).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).startsWith("chorus: ").hasLineCount(1);
    }

    private static JsonNode object(int code, String... args) throws Exception {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertThat(run(out, err, args)).as(err.toString(UTF_8)).isEqualTo(code);
        var object = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(object.get("schema").asText()).startsWith("chorus-" + args[0] + "/");
        return object;
    }

    private static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... args) {
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }
}
