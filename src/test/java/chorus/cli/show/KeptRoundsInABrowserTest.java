package chorus.cli.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.altruism.Game;
import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.ratings.results.RoundRow;
import chorus.report.altruism.RoundsBundle;
import chorus.report.altruism.RoundsBundle.Origin;
import chorus.run.ChildRun;
import chorus.run.RatingScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chorus show} of a run of rounds, as a process of its own, in a real browser. */
class KeptRoundsInABrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Settings SETTINGS = RatingScenario.SMALL.settings();
    private static final List<RoundRow> ROWS = Game.play(SETTINGS.altruism(), SETTINGS.randomSeed());

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aRunIsShownFromItsFilesWithItsOrdersAndNothingIsWritten() throws Exception {
        var run = folder.resolve("run");
        RoundsBundle.write(run, new Origin("kept", 1, SettingsText.of(SETTINGS), new TreeMap<>()), ROWS);
        Files.writeString(run.resolve("orders.yaml"), "orders: [{round: 5, order: End, world: factual}]\n");
        var before = stamps(run);
        var command = List.of("show", run.toString(), "--pace", "100", "--set", "serve.port=0");
        try (var browser = Browser.open();
                var show = ChildRun.start(folder.resolve("said"), command)) {
            browser.looks("light", 1280, 3000);
            browser.go(address(show, run));
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(browser.text("#state")).isEqualTo("shown");
                assertThat(browser.text("#at-number")).isEqualTo("7");
                for (var world : List.of("factual", "counterfactual")) {
                    assertThat(browser.plotted("minority", world))
                            .isEqualTo(of(world, row -> row.welfare().minority()));
                }
                assertThat(browser.plotted("members", "factual"))
                        .isEqualTo(of("factual", row -> row.campaign().members()));
                assertThat(browser.phases()).isEqualTo("2 3");
            });
            assertThat(browser.text("#detail")).isEqualTo("from the files of the run");
            assertThat(browser.text("#tile-learnt strong")).isEqualTo("undefined");
            browser.picture("rounds-kept");
            browser.requireAccessible();
            assertThat(browser.console()).isEmpty();
            show.interrupt();
            // 128 + 2, as a signal gives it
            assertThat(show.exitCode()).isEqualTo(130);
        }
        assertThat(stamps(run)).isEqualTo(before);
    }

    private static String address(ChildRun show, Path run) {
        var address = Pattern.compile(Pattern.quote(run.toString()) + " at (\\S+/) until Ctrl-C");
        await().atMost(PATIENCE).until(() -> address.matcher(show.said()).find());
        return address.matcher(show.said())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> of(String world, ToDoubleFunction<RoundRow> figure) {
        return ROWS.stream()
                .filter(row -> row.world().equals(world))
                .<Object>map(row -> Browser.number(figure.applyAsDouble(row)))
                .toList();
    }

    private static Map<Path, FileTime> stamps(Path folder) throws IOException {
        var stamps = new TreeMap<Path, FileTime>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                stamps.put(file, Files.getLastModifiedTime(file));
            }
        }
        return stamps;
    }
}
