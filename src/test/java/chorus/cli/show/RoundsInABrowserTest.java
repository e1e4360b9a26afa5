package chorus.cli.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.altruism.Game;
import chorus.cli.live.RoundPage;
import chorus.config.Settings;
import chorus.config.Settings.ServeSettings;
import chorus.config.Settings.ServeSettings.KafkaMetrics;
import chorus.config.Settings.ServeSettings.Page;
import chorus.config.altruism.AltruismOrder;
import chorus.config.altruism.AltruismOrder.Order;
import chorus.ratings.results.RoundRow;
import chorus.run.RatingScenario;
import chorus.serve.Parts;
import chorus.serve.Parts.State;
import chorus.serve.WebServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the second simulation as people have it: its rounds, made in this process, in a real browser. */
class RoundsInABrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Altruism varies by user; two worlds have altruists, of whom one promotes a single item. */
    private static final Settings SETTINGS = RatingScenario.SMALL
            .with(
                    "altruism.cost=0.1",
                    "altruism.worlds=[{name: broad}, {name: narrow, targets: 1, begin: 4}, {name: twin, altruists: false}]")
            .settings();

    private static final int ROUNDS = SETTINGS.altruism().rounds();
    private static final List<RoundRow> ROWS = Game.play(SETTINGS.altruism(), SETTINGS.randomSeed());

    private static Browser browser;

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
    void eachFigureShowsWhatRoundsCameToAndTheSliderGoesThroughThem() {
        try (var page = page(new Parts());
                var web = serve(page)) {
            page.known(ROWS);
            browser.looks("light", 1280, 3000);
            browser.go(web.address() + "/");
            shows(ROUNDS - 1);
            await().atMost(PATIENCE).untilAsserted(() -> {
                for (var world : List.of("broad", "narrow", "twin")) {
                    assertThat(browser.plotted("minority", world))
                            .isEqualTo(of(world, row -> row.welfare().minority()));
                    assertThat(browser.plotted("majority", world))
                            .isEqualTo(of(world, row -> row.welfare().majority()));
                    assertThat(browser.plotted("ideal", world)).isEqualTo(of(world, RoundRow::minorityShare));
                    assertThat(browser.plotted("k", world))
                            .isEqualTo(of(world, row -> (double) row.platform().kept()));
                }
                for (var world : List.of("broad", "narrow")) {
                    assertThat(browser.plotted("members", world))
                            .isEqualTo(of(world, row -> (double) row.campaign().members()));
                    assertThat(browser.plotted("belief", world))
                            .isEqualTo(perhaps(world, row -> row.campaign().belief()));
                    assertThat(browser.plotted("loss", world))
                            .isEqualTo(of(world, row -> row.against().loss()));
                }
                ofWorld("broad");
                spectrum(ROUNDS - 1);
            });
            assertThat(browser.text("#figure-members [data-line=twin]")).isEqualTo("missing");
            choose("narrow");
            await().atMost(PATIENCE).untilAsserted(() -> ofWorld("narrow"));
            browser.run("const at = document.getElementById('at'); at.value = 3;"
                    + " at.dispatchEvent(new Event('input', {bubbles: true}))");
            await().atMost(PATIENCE).untilAsserted(() -> spectrum(3));
            assertThat(browser.text("#at-number")).isEqualTo("3");
            assertThat(browser.asked()).isNotEmpty().allSatisfy(address -> assertThat(String.valueOf(address))
                    .startsWith(web.address() + "/"));
            browser.requireAccessible();
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void anOrderSaysAnewWhichRoundsAreShaded() {
        try (var page = page(new Parts());
                var web = serve(page)) {
            page.known(ROWS);
            browser.looks("light", 1280, 3000);
            browser.go(web.address() + "/");
            // from round 2 on, of 8
            shades("2 6");
            page.ordered(SETTINGS.altruism().ordered(new AltruismOrder(5, new Order.End("broad"))));
            shades("2 3");
            // drawn with the next frame
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.plotted("k", "broad"))
                    .hasSize(ROUNDS));
            assertThat(browser.console()).isEmpty();
        }
    }

    private static void shades(String phases) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.phases()).isEqualTo(phases));
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void itFitsWideAndNarrowScreensLightAndDark(String scheme, int width) {
        try (var page = page(new Parts());
                var web = serve(page)) {
            page.known(ROWS);
            page.ended(true);
            browser.looks(scheme, width, width < 500 ? 6500 : 2900);
            browser.go(web.address() + "/");
            await().atMost(PATIENCE)
                    .until(() -> !browser.plotted("loss", "broad").isEmpty());
            browser.picture("rounds-" + scheme + "-" + width);
            assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo("true");
            browser.requireAccessible();
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void itSaysHowTheRunIsFromBeforeItsFirstRoundToItsEnd() {
        var parts = new Parts();
        parts.set("run", State.STARTING, "");
        try (var page = page(parts);
                var web = serve(page)) {
            browser.looks("light", 1280, 2900);
            browser.go(web.address() + "/");
            is("starting");
            assertThat(browser.text("#empty")).contains("No round yet");
            await().atMost(PATIENCE)
                    .until(() -> browser.text("#figure-minority .undefined").equals("undefined so far"));
            browser.picture("rounds-empty");
            browser.requireAccessible();
            parts.set("run", State.READY, "");
            is("running");
            page.round(round(0), Duration.ofMillis(1500), 17);
            shows(0);
            assertThat(browser.run("return document.getElementById('empty').hidden"))
                    .isEqualTo("true");
            assertThat(browser.text("#tile-learnt strong")).isEqualTo("1.5 s");
            await().atMost(PATIENCE)
                    .until(() -> browser.text("#tile-lag strong").equals("17"));
            parts.stands("run", "no progress for 60 s");
            is("waiting");
            parts.goesOn("run");
            is("running");
            page.round(round(1), Duration.ofMillis(500), 0);
            shows(1);
            page.ended(true);
            is("ended");
            assertThat(browser.text("#detail")).contains("rounds.csv");
        }
        assertThat(browser.text("#state")).isEqualTo("ended");
        assertThat(browser.console()).isEmpty();
    }

    private static void ofWorld(String world) {
        assertThat(browser.plotted("eta", "η"))
                .isEqualTo(perhaps(world, row -> row.campaign().eta()));
        assertThat(browser.plotted("eta", "low"))
                .isEqualTo(perhaps(world, row -> row.campaign().low()));
        assertThat(browser.plotted("eta", "high"))
                .isEqualTo(perhaps(world, row -> row.campaign().high()));
        assertThat(browser.plotted("harmed", "members"))
                .isEqualTo(of(world, row -> (double) row.against().harmed().members()));
        assertThat(browser.plotted("harmed", "others of the majority"))
                .isEqualTo(of(world, row -> (double) row.against().harmed().majority()));
        assertThat(browser.plotted("harmed", "minority"))
                .isEqualTo(of(world, row -> (double) row.against().harmed().minority()));
    }

    private static void spectrum(int round) {
        for (var row : round(round)) {
            var platform = row.platform();
            assertThat(browser.plotted("spectrum", "σ₁ in " + row.world()))
                    .isEqualTo(platform.singular().stream().map(Browser::number).toList());
            assertThat(browser.plotted("spectrum", "a in " + row.world()))
                    .hasSize(12)
                    .containsOnly(Browser.number(platform.tolerance()));
        }
    }

    private static void choose(String world) {
        browser.run(
                "const world = document.getElementById('world'); world.value = arguments[0];"
                        + " world.dispatchEvent(new Event('change', {bubbles: true}))",
                world);
    }

    private static void is(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.text("#state")).isEqualTo(state));
    }

    private static void shows(int round) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.text("#at-number")).isEqualTo(Integer.toString(round)));
    }

    private static RoundPage page(Parts parts) {
        return RoundPage.of(SETTINGS, "test", parts);
    }

    private static WebServer serve(RoundPage page) {
        var settings = new ServeSettings("127.0.0.1", 0, KafkaMetrics.main, Page.shown, 0);
        return WebServer.ofRounds(settings, _ -> "", new Parts(), page.feed());
    }

    private static List<RoundRow> round(int number) {
        return ROWS.stream().filter(row -> row.round() == number).toList();
    }

    private static List<Object> of(String world, Function<RoundRow, Double> figure) {
        return perhaps(world, row -> OptionalDouble.of(figure.apply(row)));
    }

    /** Nothing where it is undefined. */
    private static List<Object> perhaps(String world, Function<RoundRow, OptionalDouble> figure) {
        var all = new ArrayList<Object>();
        for (var row : ROWS) {
            if (row.world().equals(world)) {
                var value = figure.apply(row);
                all.add(value.isPresent() ? Browser.number(value.getAsDouble()) : null);
            }
        }
        return all;
    }
}
