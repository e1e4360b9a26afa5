package chorus.cli.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.evaluate.bias.Gini;
import chorus.experiment.Experiment;
import chorus.page.GenerationSheet;
import chorus.page.MomentSheet;
import chorus.page.RunSheet;
import chorus.report.kept.KeptRows;
import chorus.retrain.Generation;
import chorus.rows.results.EvaluationRow;
import chorus.run.Stop;
import chorus.serve.Asked;
import chorus.serve.Feed;
import chorus.serve.WebServer;
import chorus.simulate.SimulatedPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as people have it: the figures of a run, made by the same stages in this process, in a real browser. */
class PageInABrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Settings SETTINGS = SettingsLoader.demo(List.of(
            "simulate.playlists=800",
            "simulate.epochs=9",
            "campaigns[0].budget=20",
            "evaluate.testShare=0.2",
            "randomSeed=7"));
    private static final List<Generation> RUN = new ArrayList<>();

    /** One world's list begins with the target, and what the twin's has first is second. */
    private static final String ANSWER = """
            {"generation": 3, "recommender": "PooledNN", "seed": [{"track": 7, "uri": "u7", "title": "Old", "artist": "X"}],
             "worlds": [
              {"world": "twin", "campaigns": [], "list": [
               {"rank": 1, "track": {"track": 8, "uri": "u8", "title": "New", "artist": "X"}, "inTwin": 1, "targetOf": [],
                "reasons": [{"seed": 7, "part": 0.5, "pooled": true, "after": 0, "before": 0, "next": 0}]}]},
              {"world": "dirlof", "campaigns": ["dirlof"], "list": [
               {"rank": 1, "track": {"track": 9, "uri": "u9", "title": "Song", "artist": "Y"}, "inTwin": 0,
                "targetOf": ["dirlof"],
                "reasons": [{"seed": 7, "part": 0.5, "pooled": false, "after": 4, "before": 1, "next": 2}]},
               {"rank": 2, "track": {"track": 8, "uri": "u8", "title": "New", "artist": "X"}, "inTwin": 1, "targetOf": [],
                "reasons": []}]}]}
            """;

    private static Browser browser;

    @BeforeAll
    static void begin() throws IOException {
        browser = Browser.open();
        Experiment.run(SETTINGS, SimulatedPlan.draw(SETTINGS), RUN::add);
    }

    @AfterAll
    static void end() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aKeptRunShowsItsFiguresAndTheSliderGoesThroughThem() throws InterruptedException {
        var page = KeptPage.ofGenerations(SETTINGS, kept());
        try (var web = serve(page.feed(), 0)) {
            page.tell(0, new Stop());
            browser.looks("light", 1280, 2400);
            browser.go(web.address() + "/");
            await().atMost(PATIENCE).until(() -> browser.text("#state").equals("shown"));
            await().atMost(PATIENCE).until(() -> browser.text("#at-number").equals("9"));
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(browser.plotted("hits", "dirlof")).isEqualTo(shares("dirlof"));
                assertThat(browser.plotted("gini", "random")).isEqualTo(gini("random"));
            });
            assertThat(browser.text("#figure-gini [data-line=twin]"))
                    .isEqualTo("twin: " + threeDigits(figure(9, "twin", Gini.TRACKS.name())));
            browser.run("const at = document.getElementById('at'); at.value = 4;"
                    + " at.dispatchEvent(new Event('input', {bubbles: true}))");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.text("#figure-gini [data-line=twin]"))
                    .isEqualTo("twin: " + threeDigits(figure(4, "twin", Gini.TRACKS.name()))));
            assertThat(browser.text("#at-number")).isEqualTo("4");
            assertThat(browser.text("#tile-retrain strong")).isEqualTo("undefined");
            assertThat(browser.asked()).isNotEmpty().allSatisfy(address -> assertThat(String.valueOf(address))
                    .startsWith(web.address() + "/"));
            browser.requireAccessible();
            assertThat(browser.console()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void itFitsWideAndNarrowScreensLightAndDark(String scheme, int width) throws InterruptedException {
        var page = KeptPage.ofGenerations(SETTINGS, kept());
        try (var web = serve(page.feed(), 0)) {
            page.tell(0, new Stop());
            browser.looks(scheme, width, width < 500 ? 8000 : 4200);
            browser.go(web.address() + "/");
            await().atMost(PATIENCE)
                    .until(() -> !browser.plotted("coverage", "dirlof").isEmpty());
            browser.picture(scheme + "-" + width);
            assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo("true");
            browser.requireAccessible();
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aLiveRunSaysHowItIsAndComesBackAfterItsServerWasAway() {
        browser.looks("light", 1280, 2000);
        int port;
        var feed = feed("a");
        try (var web = serve(feed, 0)) {
            port = web.port();
            browser.go(web.address() + "/");
            await().atMost(PATIENCE).until(() -> browser.text("#state").equals("starting"));
            assertThat(browser.text("#empty")).contains("No generation yet");
            browser.requireAccessible();
            publish(feed, 0);
            await().atMost(PATIENCE).until(() -> browser.text("#at-number").equals("0"));
            assertThat(browser.text("#tile-retrain strong")).isEqualTo("1.5 s");
            feed.show("moment", moment(10, 1000, "ready"));
            await().atMost(PATIENCE).until(() -> browser.text("#state").equals("running"));
            assertThat(browser.text("#tile-throughput strong")).isEqualTo("undefined");
            feed.show("moment", moment(12, 5000, "ready"));
            await().atMost(PATIENCE)
                    .until(() -> browser.text("#tile-throughput strong").equals("2,000 /s"));
            assertThat(browser.text("#tile-lag strong")).isEqualTo("17");
            feed.show("moment", moment(13, 5000, "standing"));
            await().atMost(PATIENCE).until(() -> browser.text("#state").equals("waiting"));
            assertThat(browser.text("#detail")).contains("no progress");
        }
        await().atMost(PATIENCE).until(() -> browser.text("#state").equals("disconnected"));
        browser.picture("disconnected");
        browser.requireAccessible();
        var again = feed("b");
        publish(again, 0);
        publish(again, 1);
        try (var web = serve(again, port)) {
            await().atMost(PATIENCE).until(() -> browser.text("#at-number").equals("1"));
            again.publish("ended", "{\"done\":true}");
            await().atMost(PATIENCE).until(() -> browser.text("#state").equals("ended"));
        }
        assertThat(browser.text("#state")).isEqualTo("ended");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aPlaylistIsContinuedInAllWorldsWithWhatDiffersAndWhy() {
        var feed = feed("c");
        Asked explorer = parameters -> parameters.getOrDefault("seed", "").equals("7")
                ? Asked.Reply.json(ANSWER)
                : new Asked.Reply(400, "seed: there is no track x");
        try (var web = Served.on(feed, 0, explorer)) {
            browser.looks("light", 1280, 2000);
            browser.go(web.address() + "/");
            await().atMost(PATIENCE).until(() -> browser.text("#state").equals("starting"));
            ask("x");
            await().atMost(PATIENCE).until(() -> browser.text("#explorer-says").equals("seed: there is no track x"));
            ask("7");
            await().atMost(PATIENCE)
                    .until(() -> browser.text("#explorer-says").equals("Generation 3, PooledNN, after Old – X"));
            assertThat(browser.text("[data-world=twin] li")).isEqualTo("New – X");
            assertThat(browser.text("[data-world=dirlof] li.target summary"))
                    .isEqualTo("Song – Y target of dirlof, not in the twin");
            assertThat(browser.text("[data-world=dirlof] li.other summary")).isEqualTo("New – X twin: 1");
            browser.run("document.querySelectorAll('#lists details').forEach(each => { each.open = true; })");
            assertThat(browser.text("[data-world=dirlof] li.target ul"))
                    .isEqualTo("100 % by Old – X: followed 4×, 2× at once; preceded 1×");
            browser.run("document.getElementById('explorer').scrollIntoView()");
            browser.picture("explorer");
            browser.requireAccessible();
            // the browser tells of an answer that is none
            assertThat(browser.console()).allMatch(line -> line.contains("400"));
        }
    }

    private static void ask(String seed) {
        browser.run(
                "const form = document.getElementById('explorer'); form.seed.value = arguments[0]; form.requestSubmit()",
                seed);
    }

    private static KeptRows kept() {
        return new KeptRows(
                RUN.stream().map(Generation::row).toList(),
                RUN.stream().flatMap(each -> each.evaluations().stream()).toList(),
                RUN.stream().flatMap(each -> each.distributions().stream()).toList());
    }

    private static WebServer serve(Feed feed, int port) {
        return Served.on(feed, port, _ -> new Asked.Reply(503, "there are no models"));
    }

    private static Feed feed(String life) {
        return new Feed(life, Feed.Limits.USUAL, RunSheet.of(SETTINGS, "test", true)::json);
    }

    private static void publish(Feed feed, int generation) {
        var made = RUN.get(generation);
        var sheet = GenerationSheet.of(made.row(), made.evaluations(), made.distributions(), OptionalDouble.of(1.5));
        feed.publish("generation", sheet.json());
    }

    private static String moment(double seconds, long read, String state) {
        return new MomentSheet(
                        seconds,
                        true,
                        Map.of("trainer", Map.of("state", state, "detail", "no progress for 60 s")),
                        Map.of("written", read),
                        Map.of("lag", 17.0),
                        Map.of("playlist-edits", new MomentSheet.Flow(0, read)))
                .json();
    }

    private static List<Object> shares(String campaign) {
        return RUN.stream()
                .map(each -> each.evaluations().stream()
                        .filter(row ->
                                row.world().equals(campaign) && row.campaign().equals(campaign))
                        .findFirst()
                        .map(row -> Browser.number(row.hitShare().orElseThrow()))
                        .orElse(null))
                .toList();
    }

    private static List<Object> gini(String world) {
        return RUN.stream()
                .map(each -> Browser.number(figure((int) each.row().generation(), world, Gini.TRACKS.name())))
                .toList();
    }

    private static double figure(int generation, String world, String name) {
        return RUN.get(generation).evaluations().stream()
                .filter(row -> row.world().equals(world))
                .map(EvaluationRow::figures)
                .findFirst()
                .orElseThrow()
                .of(name)
                .orElseThrow();
    }

    private static String threeDigits(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3, java.math.RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }
}
