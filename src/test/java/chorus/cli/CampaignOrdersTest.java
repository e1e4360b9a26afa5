package chorus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.embedded.Platform;
import chorus.run.Pace;
import chorus.run.QuietWatch;
import chorus.run.Site;
import chorus.run.Stop;
import chorus.run.whole.WholeRun;
import chorus.simulate.SimulatedPlan;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code chorus campaign}: orders from the command line. */
@Timeout(240)
class CampaignOrdersTest {
    private static final List<String> SMALL = List.of(
            "simulate.playlists=200", "simulate.epochs=3", "campaigns=[]", "evaluate.testShare=0.2", "serve.port=0");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start|Missing required options: '--name=NAME', '--strategy=STRATEGY'",
                "start --name a --strategy Nope --budget 3|--strategy: strategy = Nope: must be one of DirLoF",
                "start --name a --strategy DirLoF|campaign start: budget, alpha: one of them must be given",
                "start --name a --strategy DirLoF --budget 3 --alpha 0.1|--budget: budget, alpha: only one of them may be given",
                "start --name a --strategy DirLoF --budget many|--budget: budget = many: must be a whole number",
                "start --name a --strategy DirLoF --budget 3 --join 2|--join: join: must be a list",
                "start --name a --strategy DirLoF --budget 3 --leave [0.5]|--leave: leave = [0.5]: its last share must be 0",
                "start --name a --strategy DirLoF --budget 3 --target song|--target: target = song: must be {new: …} or {uri: …}",
                "end --name a --plants rot|Invalid value for option '--plants'",
                "end|Missing required option: '--name=NAME'",
                "world --name a/b|world = a/b: letters, digits, '-' and '_' are allowed, at most 100",
                "dance|Unmatched argument at index 1: 'dance'",
            })
    void wrongUseIsOneLineAndExitCodeTwo(String words, String line) {
        var arguments = new ArrayList<>(List.of("campaign"));
        arguments.addAll(List.of(words.split(" ")));
        var said = Said.by(arguments.toArray(String[]::new));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("chorus: " + line).hasLineCount(1);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void whereNoRunIsThatIsSaid() {
        var said =
                Said.by("campaign", "list", "--data", directory.resolve("none").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("there is no run here").hasLineCount(1);
    }

    /** Orders to a run that has not begun wait for it; what became of them is listed, in words and for programs. */
    @Test
    void theyWaitForTheRunWhichTakesThemOrNot() throws Exception {
        var data = directory.resolve("data");
        try (var platform = Platform.open(data)) {
            var settings = settings(platform);
            try (var cluster = Cluster.connect(platform.bootstrap(), platform.registry(), "chorus-")) {
                Topics.ensure(cluster, settings.kafka());
                var started = order(data, "start", "--name", "late", "--strategy", "DirLoF", "--budget", "9");
                assertThat(started.code()).as(started.err()).isZero();
                assertThat(started.out()).startsWith("order 0 waits: no generation has come");
                assertThat(order(data, "end", "--name", "nobody").code()).isZero();
                assertThat(order(data, "world", "--name", "mine").code()).isZero();
                assertThat(order(data, "list").out().lines())
                        .containsExactly(
                                "order 0 waits: campaign late starts (DirLoF)",
                                "order 1 waits: campaign nobody ends, its plants are taken back",
                                "order 2 waits: world mine is there");
                var site = new Site(settings, cluster, new QuietWatch() {}, System::nanoTime);
                new WholeRun(site, SimulatedPlan.draw(settings), directory.resolve("stores"), Pace.FULL_SPEED)
                        .run(new Stop(), stream -> {});
            }
            assertThat(order(data, "list").out().lines())
                    .containsExactly(
                            "order 0: campaign late starts (DirLoF, in the world factual) from epoch 1 on",
                            "order 1 is refused: campaign = nobody: there is no such campaign; known are late",
                            "order 2 is refused: world = mine: no world is spare; spareWorlds = 0 in the settings of the run");
            var orders = new ObjectMapper()
                    .readTree(order(data, "list", "--json").out())
                    .get("orders");
            assertThat(orders.findValuesAsText("state")).containsExactly("accepted", "refused", "refused");
            assertThat(orders.get(0).get("epoch").asLong()).isEqualTo(1);
            assertThat(orders.get(1).get("reason").asText()).startsWith("campaign = nobody");
        }
    }

    private Settings settings(Platform platform) throws Exception {
        var sets = new ArrayList<>(SMALL);
        sets.add("kafka.bootstrap=\"" + platform.bootstrap() + "\"");
        sets.add("kafka.registry=\"" + platform.registry() + "\"");
        Files.createDirectories(directory.resolve("data"));
        return SettingsLoader.load(Optional.empty(), sets);
    }

    private Said order(Path data, String command, String... options) {
        var words = new ArrayList<>(List.of("campaign", command, "--data", data.toString(), "--patience", "1"));
        words.addAll(List.of(options));
        return Said.by(words.toArray(String[]::new));
    }
}
