package chorus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.run.ChildRun;
import chorus.run.KeptRun;
import chorus.run.RatingScenario;
import chorus.run.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code chorus altruism campaign}: orders from the command line. */
@Timeout(480)
class AltruistOrdersTest {
    private static final Scenario SCENARIO = RatingScenario.SMALL.with(
            "altruism.begin=never",
            "altruism.rounds=200",
            "altruism.cost=0.05",
            "kafka.partitions=2",
            "simulate.writers=2");

    @TempDir
    private Path directory = Path.of(".");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start --eta high|order: eta = high: must be a number or middle or bisected",
                "start --share 2|order: share = 2.0: must lie in 0…1",
                "start --choose [|order:1:2: not YAML",
                "start --begin 3|Unknown options: '--begin', '3'",
                "end|Missing required option: '--world=NAME'",
                "end --world a/b|order: world = a/b: letters, digits, '.', '_' and '-' are allowed, at most 100",
                "list --data none|none: there is no run here",
                "dance|Unmatched argument at index 2: 'dance'",
            })
    void wrongUseIsOneLineAndExitCodeTwo(String words, String line) {
        var arguments = new ArrayList<>(List.of("altruism", "campaign"));
        arguments.addAll(List.of(words.split(" ")));
        var said = Said.by(arguments.toArray(String[]::new));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("chorus: " + line).hasLineCount(1);
        assertThat(said.out()).isEmpty();
    }

    /** Killed after it has accepted an order. */
    @Test
    void aRunKnowsItsOrdersAndComesToTheFileOfTheExperimentWithThem() throws Exception {
        try (var run = start()) {
            awaitRounds(run, 2);
            var begun = order("start", "--eta", "0.4", "--targets", "5");
            assertThat(begun.code()).as(run::said).isZero();
            assertThat(begun.out()).matches("order 0: the altruists of factual begin from round \\d+ on\\R");
            run.kill();
        }
        try (var run = start()) {
            awaitRounds(run, rounds() + 2);
            assertThat(order("start", "--world", "factual"))
                    .matches(again -> again.code() == 1)
                    .extracting(Said::out)
                    .asString()
                    .startsWith("order 1 is refused: world = factual: an order starts its altruists in round ");
            var ended = order("end", "--world", "factual");
            assertThat(ended.code()).as(run::said).isZero();
            assertThat(order("list").out().lines())
                    .satisfiesExactly(
                            first ->
                                    assertThat(first).startsWith("order 0: the altruists of factual begin from round "),
                            second -> assertThat(second).startsWith("order 1 is refused: world = factual: "),
                            third -> assertThat(third)
                                    .startsWith("order 2: the altruists of factual end, their ratings are taken back"));
            assertThat(run.exitCode()).as(run::said).isZero();
            assertThat(run.said()).contains("order 2: the altruists of factual end", "order 1 is refused: world");
        }
        var out = directory.resolve("out");
        assertThat(Files.readAllLines(out.resolve("orders.yaml")))
                .filteredOn(line -> line.contains("order: "))
                .hasSize(2);
        var again = directory.resolve("again");
        assertThat(Said.by(
                                "altruism",
                                "experiment",
                                out.resolve("settings.yaml").toString(),
                                "--orders",
                                out.resolve("orders.yaml").toString(),
                                "--out",
                                again.toString())
                        .code())
                .isZero();
        assertThat(again.resolve("rounds.csv")).hasSameBinaryContentAs(out.resolve("rounds.csv"));
    }

    private void awaitRounds(ChildRun run, long least) {
        await().atMost(Duration.ofMinutes(3)).until(() -> !run.isAlive() || rounds() >= least);
        assertThat(run.isAlive()).as(run::said).isTrue();
    }

    private Said order(String... words) {
        var all = new ArrayList<>(List.of("altruism", "campaign"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", directory.resolve("out/data").toString()));
        return Said.by(all.toArray(String[]::new));
    }

    private ChildRun start() throws IOException {
        return RatingScenario.start(SCENARIO, directory.resolve("out"), directory.resolve("said"));
    }

    private long rounds() {
        return KeptRun.rounds(directory.resolve("out"));
    }
}
