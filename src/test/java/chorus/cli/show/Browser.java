package chorus.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window. */
final class Browser implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "page");

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    static Browser open() throws IOException {
        Needed.programs("chromium", "chromedriver");
        var profile = Files.createTempDirectory("chorus-browser");
        var options = new ChromeOptions();
        options.setBinary(program("chromium"));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,2000",
                "--user-data-dir=" + profile);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(program("chromedriver")))
                .usingAnyFreePort()
                .build();
        return new Browser(profile, new ChromeDriver(service, options));
    }

    private static String program(String name) {
        return Needed.program(name)
                .orElseThrow(() -> new AssertionError(name + " is not installed"))
                .toString();
    }

    void go(String address) {
        driver.get(address);
    }

    Object run(String script, Object... arguments) {
        return String.valueOf(driver.executeScript(script, arguments));
    }

    @SuppressWarnings("unchecked") // arrays of a script are lists
    List<Object> list(String script, Object... arguments) {
        return (List<Object>) Objects.requireNonNull(driver.executeScript(script, arguments));
    }

    /** What a chart has drawn of one line; nothing while it has drawn nothing. */
    List<Object> plotted(String figure, String line) {
        return list(
                "const plot = document.getElementById('figure-' + arguments[0]).plot;"
                        + " if (!plot) return [];"
                        + " return plot.data[plot.series.findIndex(each => each.label === arguments[1])] ?? []",
                figure,
                line);
    }

    /** As a script gives it: whole numbers come as such. */
    static Object number(double value) {
        return value == Math.rint(value) ? (Object) (long) value : (Object) value;
    }

    /** Of a page of rounds: the first and the last round that are shaded. */
    Object phases() {
        return run("return import('/page/store.js').then(({store}) =>"
                + " (store.run?.campaigns ?? []).map(each => each.start + ' ' + each.hold).join())");
    }

    /** What stands in an element, as people read it. */
    String text(String selector) {
        return String.valueOf(
                driver.executeScript("return document.querySelector(arguments[0])?.innerText ?? 'missing'", selector));
    }

    /** @param scheme light or dark */
    void looks(String scheme, int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /** Keeps a picture under target/page, for people. */
    void picture(String name) {
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No violation of level A or AA. */
    void requireAccessible() {
        var found = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze(driver);
        assertThat(found.getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }

    /** Errors and warnings of the console, without those of a server that was taken away. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .filter(line -> !line.contains("ERR_CONNECTION_REFUSED") && !line.contains("ERR_INCOMPLETE_CHUNKED"))
                .toList();
    }

    /** Addresses of all that the page has asked for. */
    List<Object> asked() {
        return list("return performance.getEntriesByType('resource').map(each => each.name)");
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
