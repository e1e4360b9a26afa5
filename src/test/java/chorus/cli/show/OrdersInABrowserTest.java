package chorus.cli.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.run.ChildRun;
import chorus.run.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run on an embedded broker, in whose worlds there are campaigns already, and its page: one more is looked at, started and ended by the
 * form, and its target seen to rise and fall.
 */
@Timeout(400)
class OrdersInABrowserTest {
    private static final Pattern PAGE = Pattern.compile("watch it at (http://\\S+/)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Browser browser;

    @TempDir
    private Path directory;

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
    void aCampaignOfTheFormRisesInItsWorldAloneAndEnds() throws Exception {
        var command =
                new ArrayList<>(List.of("run", "--out", directory.resolve("out").toString()));
        Scenario.small()
                .with("simulate.epochs=2000", "simulate.changePerEpoch=0.01", "worlds=each", "spareWorlds=1")
                .sets()
                .forEach(set -> command.addAll(List.of("--set", set)));
        try (var run = ChildRun.start(directory.resolve("said"), command)) {
            await().atMost(PATIENCE).until(() -> PAGE.matcher(run.said()).find());
            var found = PAGE.matcher(run.said());
            assertThat(found.find()).isTrue();
            browser.looks("light", 1280, 2600);
            browser.go(found.group(1));
            await().atMost(PATIENCE).until(() -> count("#orders:not([hidden])") == 1);
            assertThat(browser.text("#none")).isEqualTo("No order yet.");

            fill("campaign", "late");
            fill("amount", "16");
            choose("world", "+");
            search();
            browser.run(FORM + ".preview.click()");
            await().atMost(PATIENCE).until(() -> count("#examples > li") == 5);
            assertThat(browser.text("#order-says")).contains("16 members in all, in late, a world of its own");
            assertThat(browser.text("#examples .target")).isEqualTo("Target late – late");
            look("orders-light");
            browser.looks("dark", 390, 2600);
            look("orders-dark-narrow");
            browser.looks("light", 1280, 2600);

            browser.run(FORM + ".requestSubmit()");
            await().atMost(PATIENCE).until(() -> count("#told [data-state=accepted]") == 2);
            assertThat(browser.text("[data-campaign=late]")).contains("DirLoF", "late");
            await().atMost(PATIENCE).until(() -> newest("late") > 0.1);
            assertThat(newest("twin")).isZero();

            browser.run("document.querySelector('[data-campaign=late] button').click()");
            await().atMost(PATIENCE)
                    .until(() -> browser.text("[data-campaign=late]").contains("plants: back"));
            await().atMost(PATIENCE).until(() -> newest("late") == 0);
            look("orders-ended");
            assertThat(browser.asked())
                    .allSatisfy(address -> assertThat(String.valueOf(address)).startsWith(found.group(1)));
            assertThat(browser.console()).isEmpty();
            run.interrupt();
            assertThat(run.exitCode()).as(run::said).isEqualTo(130);
        }
    }

    private static final String FORM = "document.querySelector('#orders form')";

    /** A target that there is can be found by a part of its name; a new one is meant in the end. */
    private static void search() {
        choose("kind", "uri");
        fill("aim", "");
        await().atMost(PATIENCE).until(() -> count("#found option") > 0);
        assertThat(browser.text("#order-says")).doesNotContain("ask again");
        choose("kind", "new");
    }

    private static void look(String name) {
        browser.run("document.getElementById('orders').scrollIntoView()");
        browser.picture(name);
        browser.requireAccessible();
    }

    private static void fill(String field, String text) {
        browser.run(
                FORM + "[arguments[0]].value = arguments[1]; " + FORM
                        + "[arguments[0]].dispatchEvent(new Event('input', {bubbles: true}))",
                field,
                text);
    }

    private static void choose(String field, String value) {
        browser.run(
                FORM + "[arguments[0]].value = arguments[1]; " + FORM
                        + "[arguments[0]].dispatchEvent(new Event('change', {bubbles: true}))",
                field,
                value);
    }

    private static int count(String selector) {
        return Integer.parseInt(
                String.valueOf(browser.run("return document.querySelectorAll(arguments[0]).length", selector)));
    }

    /** What the chart of hits has drawn of a line last; 0 before it is drawn. It is drawn where it is in sight. */
    private static double newest(String line) {
        var values = browser.list(
                "const figure = document.getElementById('figure-hits'); figure.scrollIntoView();"
                        + " const plot = figure.plot; if (!plot) return [];"
                        + " return (plot.data[plot.series.findIndex(each => each.label === arguments[0])] ?? []).filter(each => each !== null)",
                line);
        return values.isEmpty() ? 0 : ((Number) Objects.requireNonNull(values.getLast())).doubleValue();
    }
}
