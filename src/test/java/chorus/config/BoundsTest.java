package chorus.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.tree.SettingsFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is far beyond sense is refused in one line: every number has an upper bound, every name is a name. */
class BoundsTest {
    private static final String CAMPAIGN =
            "campaigns=[{name: a, strategy: InsertAt, index: 0, budget: 1, start: 1, leave: [0]}]";

    /** Every value of a seed is as good as any other. */
    private static final String UNBOUNDED = "randomSeed=";

    private static final String ORDER =
            "orders=[{epoch: 2, order: Start, campaign: o, strategy: InsertAt, index: 0, budget: 1}]";

    private static Stream<String> numbers() {
        return Stream.of(
                        FarBeyondSense.options(Settings.class, "").filter(option -> !option.startsWith(UNBOUNDED)),
                        FarBeyondSense.options(CampaignSettings.class, "campaigns[0].")
                                .filter(option -> !option.startsWith("campaigns[0].tracks=")),
                        FarBeyondSense.options(OrderSettings.class, "orders[0].")
                                .filter(option -> !option.startsWith("orders[0].tracks=")),
                        Stream.of("campaigns[0].target={rank: [1, 2147483647]}", "campaigns[0].leave=[0.5]"))
                .flatMap(options -> options);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberFarBeyondSenseIsRefused(String option) {
        var key = option.substring(0, option.indexOf('='));
        assertThatThrownBy(() -> load(CAMPAIGN, ORDER, option))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith("--set: " + key)
                .hasMessageContaining("must ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strategy: {RandomFirst: 2147483647}",
                "strategy: {RandomLast: 2147483647}",
                "strategy: {Hybrid: 2147483647}",
                "strategy: {Hybrid: {share: 1e300}}",
                "noise: {misplace: 1e300}",
                "noise: {forget: 1e300}",
                "noise: {late: 1e300}",
                "noise: {lateBy: 2147483647}",
                "noise: {dropOut: 1e300}",
                "knowledge: {sample: 1e300}",
                "knowledge: {playlists: 2147483647}",
                "knowledge: {streams: 1e300}",
            })
    void aNumberOfAKindFarBeyondSenseIsRefused(String line) {
        var strategy = line.startsWith("strategy") ? "" : "strategy: DirLoF, ";
        assertThatThrownBy(() -> load("campaigns=[{name: a, budget: 1, start: 1, " + strategy + line + "}]"))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith("--set: campaigns[0].")
                .hasMessageContaining(": must ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eta=1e300",
                "tolerance={absolute: 1e300}",
                "tolerance={share: 1.5}",
                "choose={sample: -1}",
                "worlds=[{name: none, altruists: false}, {name: a, share: 1e300}]",
                "worlds=[{name: none, altruists: false}, {name: a, eta: -1}]",
                "worlds=[{name: none, altruists: false}, {name: a, targets: 21}]",
                "worlds=[{name: none, altruists: false}, {name: a, end: 4}]",
                "worlds=[{name: none, altruists: false}, {name: a, patience: 2}]",
            })
    void aNumberOfTheAltruistsFarBeyondSenseIsRefused(String option) {
        assertThatThrownBy(() -> load("altruism." + option))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith("--set: altruism.")
                .hasMessageContaining(": must ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "altruism.tolerance=22|altruism.tolerance = 22: must be {absolute: …} or {share: …}",
                "altruism.tolerance={absolute: 1, share: 1}|altruism.tolerance: must be {absolute: …} or {share: …}",
                "altruism.eta=high|altruism.eta = high: must be a number or middle or bisected",
                "altruism.platform=SVD|altruism.platform = SVD: must be als or svd",
                "altruism.minorityItems=400|altruism.minorityItems = 400: must lie in 1…399",
                "altruism.targets=21|altruism.targets = 21: must lie in 1…20",
                "altruism.worlds=[{name: a}]|altruism.worlds: 0 of them have altruists: false; exactly one has, the twin",
                "altruism.worlds=[{name: a}, {name: a}]|altruism.worlds[1].name = a: is there already",
                "stream.threads=1000000|stream.threads = 1000000: must lie in 1…256",
                "stream.bufferedPairs=2_000_000_000|stream.bufferedPairs = 2000000000: must lie in 1…50000000",
                "epochs.every=0ms|epochs.every = 0ms: must lie in 1ms…24h",
                "simulate.listeners.lengthLogMean=10|simulate.listeners.lengthLogMean, lengthLogSd: hardly one of 10000 lengths"
                        + " drawn would lie in 5…250, from shortest to longest",
                "simulate.catalogue.trackDiscount=1|simulate.catalogue.trackDiscount = 1: must lie in 0…0.99",
            })
    void theLineSaysWhatIsAllowed(String option, String message) {
        assertThatThrownBy(() -> load(option)).isInstanceOf(SettingsFault.class).hasMessage("--set: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/x", "..", ".", "a/b", "'a b'", "-x", "\"\"", "\"a\\n\"", "/tmp/x"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThatThrownBy(() -> load("name=" + name))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("letters, digits, '.', '_' and '-' are allowed")
                .message()
                .startsWith("--set: name = ");
    }

    @Test
    void namesAreNoLongerThanThoseOfFilesAndTopics() {
        var longName = "x".repeat(101);
        for (var key : List.of("name", "kafka.prefix", "campaigns[0].name", "campaigns[0].target.new")) {
            assertThatThrownBy(() -> load(CAMPAIGN, key + "=" + longName))
                    .as(key)
                    .isInstanceOf(SettingsFault.class)
                    .hasMessageContaining("at most 100");
        }
        assertThatThrownBy(() -> load("worlds=[{name: none}, {name: " + longName + ", campaigns: [a]}]"))
                .hasMessageContaining("at most 100");
    }

    @Test
    void aTextOfTenMillionsIsRefusedWithoutBeingShown(@TempDir Path directory) throws Exception {
        var tenMillions = "x".repeat(10_000_000);
        for (var option :
                List.of("name=" + tenMillions, tenMillions + "=1", tenMillions, "a.".repeat(5_000_000) + "b=1")) {
            assertThatThrownBy(() -> load(option))
                    .isInstanceOf(SettingsFault.class)
                    .hasMessage(
                            "--set: the option has " + option.length() + " characters: at most 1048576 are allowed");
        }
        var file = Files.writeString(directory.resolve("huge.yaml"), "name: " + tenMillions);
        assertThatThrownBy(() -> SettingsLoader.read(file))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(file + ": has 10000006 bytes: at most 4194304 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: %s", "? %s\n: 1", "campaigns: [{name: %s}]", "simulate: {epochs: \"%s\"}"})
    void aLongKeyOrValueIsRefusedWithoutBeingShown(String page) {
        assertThatThrownBy(() -> SettingsLoader.load("a.yaml", page.formatted("x".repeat(100_000)), List.of()))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("a.yaml:1: a key or value has 100000 characters: at most 1000 are allowed");
    }

    @Test
    void anItemBeyondAllNumbersIsNoPath() {
        assertThatThrownBy(() -> load("campaigns[99999999999].alpha=1"))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("must read key.path=value");
    }

    private static Settings load(String... options) {
        return SettingsLoader.load("none", "", List.of(options));
    }
}
