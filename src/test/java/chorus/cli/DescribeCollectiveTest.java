package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import chorus.config.SettingsLoader;
import chorus.experiment.Experiment;
import chorus.experiment.Round;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of collectives suffices to plant by a rule of one's own. */
class DescribeCollectiveTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path settings = Path.of("");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aCampaignOfThirty() throws IOException {
        settings = Files.writeString(folder.resolve("lift.yaml"), """
                simulate: {playlists: 600, epochs: 3}
                campaigns:
                  - {name: lift, strategy: DirLoF, budget: 30, start: 2, join: [0.5, 1]}
                """);
    }

    private int describe(String... more) {
        out.reset();
        err.reset();
        var args = Stream.concat(
                        Stream.of("describe", "collective", "--settings", settings.toString()), Stream.of(more))
                .toArray(String[]::new);
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }

    private List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : out.toString(UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void membersAreToldByRankWithWhatIsKnownOfTheirTracks() throws IOException {
        assertThat(describe()).as(err.toString(UTF_8)).isZero();
        var lines = lines();
        assertThat(lines).hasSize(31);
        var campaign = lines.getFirst();
        assertThat(campaign.get("campaign").asText()).isEqualTo("lift");
        assertThat(campaign.get("start").asInt()).isEqualTo(2);
        assertThat(campaign.get("members").asInt()).isEqualTo(30);
        for (var rank = 0; rank < 30; rank++) {
            var member = lines.get(rank + 1);
            assertThat(member.get("rank").asInt()).isEqualTo(rank);
            assertThat(member.get("tracks").size()).isGreaterThan(20);
            assertThat(member.get("cntT")).hasSameSizeAs(member.get("tracks"));
            for (var i = 0; i < member.get("tracks").size(); i++) {
                var own = member.get("cntQ").get(i).asInt();
                assertThat(own).isBetween(1, 30);
                assertThat(member.get("cntT").get(i).asInt()).isBetween(own, 600);
            }
        }
    }

    @Test
    void ownKnowledgeStreamsAndKnownPlaylistsAreToldAsTheyAre() throws IOException {
        assertThat(describe("--set", "campaigns[0].knowledge=own", "--known")).isZero();
        assertThat(lines()).hasSize(31).allSatisfy(line -> assertThat(line.get("cntQ"))
                .isEqualTo(line.get("cntT")));
        assertThat(describe("--set", "campaigns[0].knowledge={playlists: 12}", "--known"))
                .isZero();
        assertThat(lines().stream().filter(line -> line.has("known"))).hasSize(12);
        assertThat(lines().getFirst().get("knownPlaylists").asInt()).isEqualTo(42);
        assertThat(describe("--set", "campaigns[0].knowledge={streams: 1}", "--known"))
                .isZero();
        assertThat(lines()).hasSize(31).noneMatch(line -> line.has("cntT"));
        assertThat(lines().get(1).get("streams").get(0).isDouble()).isTrue();
    }

    /** Whoever knows all is right; whoever knows but its own playlists takes every track of theirs for more frequent. */
    @Test
    void theAnchorIsToldWithHowFrequentItIsTakenToBeAndHowItIs() throws IOException {
        assertThat(describe()).isZero();
        assertThat(lines().subList(1, 31)).allSatisfy(member -> {
            var tracks = new ArrayList<Integer>();
            member.get("tracks").forEach(track -> tracks.add(track.asInt()));
            var at = tracks.indexOf(member.get("anchor").asInt());
            assertThat(member.get("estimated").asDouble())
                    .isEqualTo(member.get("true").asDouble())
                    .isBetween(1.0 / 600, 1.0);
            member.get("cntT").forEach(count -> assertThat(count.asInt())
                    .isGreaterThanOrEqualTo(member.get("cntT").get(at).asInt()));
        });
        assertThat(describe("--set", "campaigns[0].knowledge=own")).isZero();
        assertThat(lines().subList(1, 31))
                .allSatisfy(
                        member -> assertThat(member.get("estimated").asDouble()).isGreaterThanOrEqualTo(1.0 / 30));
        assertThat(lines().subList(1, 31))
                .anyMatch(member ->
                        member.get("true").asDouble() < member.get("estimated").asDouble());
        assertThat(describe("--set", "campaigns[0].strategy=Random")).isZero();
        assertThat(lines()).noneMatch(line -> line.has("anchor") || line.has("estimated"));
    }

    /** A track that another campaign promotes is nobody's anchor, so it has no count. */
    @Test
    void theCountOfATargetIsNull() throws IOException {
        var second = "campaigns[1]={name: hit, strategy: Random, target: {rank: [1, 1]}, budget: 5, start: 1}";
        assertThat(describe("--set", second, "--campaign", "hit")).isZero();
        var target = lines().getFirst().get("target").asInt();
        assertThat(lines().getFirst().get("members").asInt()).isEqualTo(5);
        assertThat(describe("--set", second, "--campaign", "lift")).isZero();
        var nulls = 0;
        for (var member : lines().subList(1, 31)) {
            for (var i = 0; i < member.get("tracks").size(); i++) {
                var isTarget = member.get("tracks").get(i).asInt() == target;
                assertThat(member.get("cntT").get(i).isNull()).isEqualTo(isTarget);
                assertThat(member.get("cntQ").get(i).isNull()).isEqualTo(isTarget);
                nulls += isTarget ? 1 : 0;
            }
        }
        assertThat(nulls).isPositive();
    }

    @Test
    void aCampaignThatIsNotThereIsNamedInOneLine() {
        assertThat(describe("--campaign", "loft")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("campaigns: there is no loft; those that start within the run are lift");
        assertThat(describe("--set", "campaigns=[]")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("campaigns: none starts within the run, so there is no collective");
    }

    /** Without organic edits, so that every anchor still stands in its playlist when its member plants. */
    @ParameterizedTest(name = "knowledge {0}")
    @ValueSource(strings = {"full", "own", "{sample: 0.2}"})
    void theScriptOfThePageComesToTheFiguresOfDirLoF(String knowledge) throws Exception {
        Needed.programs("python3");
        var known = "campaigns[0].knowledge=" + knowledge;
        var plants = folder.resolve("plants.csv");
        // which need not be there to describe what it is made of
        var mine = "campaigns[0].strategy={file: '" + plants + "'}";
        assertThat(describe("--set", known, "--set", mine, "--set", "simulate.changePerEpoch=0"))
                .isZero();
        plantsByTheScript(plants);
        var byFile = run(known, mine);
        var dirlof = run(known);
        assertThat(byFile).usingRecursiveComparison().isEqualTo(dirlof);
        assertThat(dirlof.getLast().evaluations()).anyMatch(row -> row.effect().members() == 30);
        assertThat(byFile).usingRecursiveComparison().isNotEqualTo(run("campaigns[0].strategy=InClust"));
    }

    private List<Round> run(String... options) {
        var all = Stream.concat(Stream.of(options), Stream.of("simulate.changePerEpoch=0"));
        return Experiment.run(SettingsLoader.load(Optional.of(settings), all.toList()), _ -> {});
    }

    private void plantsByTheScript(Path plants) throws Exception {
        var page = Files.readString(Path.of("docs/collectives.md"));
        var begin = page.indexOf("```python\n") + "```python\n".length();
        var script = Files.writeString(folder.resolve("dirlof.py"), page.substring(begin, page.indexOf("```", begin)));
        var described = Files.write(folder.resolve("described.jsonl"), out.toByteArray());
        var process = new ProcessBuilder("python3", script.toString())
                .redirectInput(described.toFile())
                .redirectOutput(plants.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
