package chorus.cli.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.altruism.Game;
import chorus.run.ChildRun;
import chorus.run.RatingScenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds by way of a broker, in a process of its own, looked at in a real browser while they come. */
class RealRoundsInABrowserTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("watch it at (http://\\S+/)");

    private static Browser browser;

    @TempDir
    private Path folder = Path.of(".");

    @BeforeAll
    static void begin() throws IOException {
        browser = Browser.open();
    }

    @AfterAll
    static void end() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aRealRunIsSeenToItsEnd() throws Exception {
        browser.looks("light", 1280, 2900);
        try (var run = real("said", 30)) {
            look(run);
            assertThat(run.exitCode()).as(run::said).isZero();
        }
        is("ended");
        await().atMost(PATIENCE).until(() -> browser.text("#at-number").equals("29"));
        var settings = RatingScenario.SMALL.with("altruism.rounds=30").settings();
        var played = Game.play(settings.altruism(), settings.randomSeed());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.plotted("minority", "factual"))
                .isEqualTo(played.stream()
                        .filter(row -> row.world().equals("factual"))
                        .map(row -> Browser.number(row.welfare().minority()))
                        .toList()));
        browser.picture("rounds-run");
    }

    @Test
    void whoGoesOnWithARunShowsItsRoundsFromTheFirst() throws Exception {
        browser.looks("light", 1280, 2900);
        try (var run = real("before", 2000)) {
            look(run);
            await().atMost(PATIENCE)
                    .until(() -> browser.plotted("minority", "factual").size() > 3);
            run.interrupt();
            is("ended");
            assertThat(browser.text("#detail")).isEqualTo("the run was stopped; the same command goes on");
            // 128 + 2, as a signal gives it
            assertThat(run.exitCode()).isEqualTo(130);
        }
        var before = browser.plotted("minority", "factual").size();
        try (var again = real("after", 2000)) {
            look(again);
            await().atMost(PATIENCE)
                    .until(() -> browser.plotted("minority", "factual").size() > before);
            assertThat(browser.list("return document.getElementById('figure-minority').plot.data[0].slice(0, 3)"))
                    .containsExactly(0L, 1L, 2L);
        }
    }

    private ChildRun real(String said, int rounds) throws IOException {
        var scenario = RatingScenario.SMALL.with("altruism.rounds=" + rounds);
        return RatingScenario.start(scenario, folder.resolve("run"), folder.resolve(said));
    }

    private static void look(ChildRun run) {
        await().atMost(PATIENCE).until(() -> address(run).findAny().isPresent());
        browser.go(address(run).findAny().orElseThrow());
    }

    private static Stream<String> address(ChildRun run) {
        return ADDRESS.matcher(run.said()).results().map(found -> found.group(1));
    }

    private static void is(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.text("#state")).isEqualTo(state));
    }
}
