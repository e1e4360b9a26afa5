package chorus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.Sweep.Told;
import chorus.config.collective.Target;
import chorus.config.tree.SettingsFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
    private static final String PAGE = """
            simulate:
              playlists: 100
            campaigns:
              - {name: lift, strategy: DirLoF, budget: 7, start: 2}
            sweep:
              campaigns[0].alpha: [0.001, 0.01]
              randomSeed: [1, 2, 3]
            """;

    private static Sweep load(String page, String... overrides) {
        return Sweep.load("a.yaml", page, List.of(overrides));
    }

    @Test
    void everyCombinationIsAVariantAndTheLastKeyVariesFastest() {
        var sweep = load(PAGE);
        assertThat(sweep.keys()).containsExactly("campaigns[0].alpha", "randomSeed");
        assertThat(sweep.variants())
                .extracting(Sweep.Variant::values)
                .containsExactly(
                        List.of("0.001", "1"),
                        List.of("0.001", "2"),
                        List.of("0.001", "3"),
                        List.of("0.01", "1"),
                        List.of("0.01", "2"),
                        List.of("0.01", "3"));
        var last = sweep.variants().getLast().settings();
        assertThat(last.randomSeed()).isEqualTo(3);
        assertThat(last.campaigns().getFirst().alpha()).hasValue(0.01);
        assertThat(last.campaigns().getFirst().budget()).isEmpty();
        assertThat(last.simulate().playlists()).isEqualTo(100);
    }

    @Test
    void aSettingsFileWithoutSweepIsOneVariant() {
        var sweep = load("randomSeed: 5\n");
        assertThat(sweep.keys()).isEmpty();
        assertThat(sweep.variants()).singleElement().satisfies(variant -> {
            assertThat(variant.values()).isEmpty();
            assertThat(variant.settings().randomSeed()).isEqualTo(5);
        });
    }

    @Test
    void listsCanBeVariedToo() {
        var sweep = load("""
                campaigns: [{name: a, strategy: Random, budget: 1, start: 1}]
                sweep: {"campaigns[0].join": [[1], [0.5, 1]]}
                """);
        assertThat(sweep.variants().getLast().values()).containsExactly("[0.5, 1]");
        assertThat(sweep.variants().getLast().settings().campaigns().getFirst().join())
                .containsExactly(0.5, 1.0);
    }

    @Test
    void targetsAndWorldsCanBeVariedToo() {
        var sweep = load("""
                campaigns: [{name: a, strategy: Random, budget: 1, start: 1, target: {new: x}}]
                sweep:
                  campaigns[0].target: [{new: song}, {rank: [1, 5]}]
                  worlds: [each, [{name: none}, {name: one, campaigns: [a]}]]
                """);
        assertThat(sweep.variants().getFirst().values()).containsExactly("{new: song}", "each");
        var last = sweep.variants().getLast().settings();
        assertThat(last.campaigns().getFirst().promoted()).isEqualTo(new Target.Rank(1, 5));
        assertThat(last.allWorlds().names()).containsExactly("none", "one");
    }

    @Test
    void aKeyOfEveryItemOfAListIsVariedInAllAtOnce() {
        var page = """
                campaigns:
                  - {name: a, strategy: Random, budget: 1, start: 1}
                  - {name: b, strategy: DirLoF, alpha: 0.5, start: 1}
                sweep: {"campaigns[*].budget": [3, 4]}
                """;
        var last = load(page).variants().getLast();
        assertThat(last.values()).containsExactly("4");
        assertThat(last.settings().campaigns()).hasSize(2).allSatisfy(campaign -> {
            assertThat(campaign.budget()).hasValue(4);
            assertThat(campaign.alpha()).isEmpty();
        });
        assertThatThrownBy(() -> load(page, "campaigns[1].budget=9"))
                .hasMessage("--set: campaigns[*].budget: is varied by the file's sweep");
        assertThat(load(page, "campaigns[1].start=2").variants()).hasSize(2);
        assertThatThrownBy(() -> load("sweep: {\"campaigns[*].budget\": [3, 4]}"))
                .hasMessage("a.yaml:1: campaigns: is not a list of items");
    }

    @Test
    void optionsReachEveryVariantButNotTheVariedKeys() {
        assertThat(load(PAGE, "simulate.epochs=4").variants())
                .allMatch(variant -> variant.settings().simulate().epochs() == 4);
        assertThatThrownBy(() -> load(PAGE, "randomSeed=9"))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("--set: randomSeed: is varied by the file's sweep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep: 3                          | a.yaml:1: sweep: must hold lines of key.path: [values]",
                "sweep: {randomSeed: 3}            | a.yaml:1: sweep: randomSeed: must be a list of values: [ … ]",
                "sweep: {randomSeed: []}           | a.yaml:1: sweep: randomSeed: must be a list of values: [ … ]",
                "sweep: {'a b': [1]}               | a.yaml:1: a b: must be the path of a setting, e.g. simulate.playlists",
                "sweep: {simulate.playlist: [1]}   | simulate.playlist: unknown setting",
                "sweep: {simulate.playlists: [0]}  | simulate.playlists",
            })
    void aSweepThatCannotBeRunIsRefusedWhereItStands(String page, String message) {
        assertThatThrownBy(() -> load(page)).isInstanceOf(SettingsFault.class).hasMessageContaining(message);
    }

    @Test
    void moreCombinationsThanAnyoneWaitsForAreCountedAndNotMade() {
        var hundred = IntStream.range(0, 100).boxed().toList();
        var sweep = Stream.of(
                        "randomSeed", "simulate.playlists", "state.window", "epochs.lag", "kafka.partitions", "name")
                .map(key -> "  " + key + ": " + hundred + "\n")
                .collect(Collectors.joining("", "sweep:\n", ""));
        assertThatThrownBy(() -> load(sweep))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("a.yaml:1: sweep: 1000000000000 combinations: at most 10000 are allowed");
    }

    @Test
    void whatAFileSaysForItsReportIsNoSetting() {
        var sweep = load("""
                report:
                  title: Lift
                  figures:
                    - {name: lift, measures: [ndcg], over: randomSeed, paper: "so, there"}
                sweep: {randomSeed: [1, 2]}
                """);
        assertThat(sweep.words().title()).contains("Lift");
        assertThat(sweep.words().figures()).singleElement().satisfies(figure -> {
            assertThat(figure.measures()).containsExactly("ndcg");
            assertThat(figure.paper()).contains("so, there");
            assertThat(figure.here()).isEmpty();
        });
        assertThat(sweep.variants()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                report: words | a.yaml:1: report: must hold title, about and figures
                report: {titel: a} | a.yaml:1: report.titel: unknown setting; did you mean report.title?
                report: {figures: [{name: A, measures: [ndcg]}]} | a.yaml:1: report.figures[0].name = A: must be small letters, digits, - and _, as it names files
                report: {figures: [{name: a, measures: []}]} | a.yaml:1: report.figures[0].measures: 0 of them; 1…6 are allowed
                report: {figures: [{name: a, measures: [b]}, {name: a, measures: [c]}]} | a.yaml:1: report.figures: two have one name, and so one file
                """)
    void aReportThatCannotBeIsRefusedInOneLine(String page, String line) {
        assertThatThrownBy(() -> load(page)).isInstanceOf(SettingsFault.class).hasMessage(line);
    }

    @Test
    void aCourseIsToldOfWhereItIsAskedFor() {
        assertThat(load("randomSeed: 1").told()).isEqualTo(Told.deciding);
        assertThat(load("generations: deciding").told()).isEqualTo(Told.deciding);
        var sweep = load("generations: all\nsweep: {randomSeed: [1, 2]}");
        assertThat(sweep.told()).isEqualTo(Told.all);
        assertThat(sweep.variants()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                generations: 3 | a.yaml:1: generations = 3: must be one of deciding, all
                generations: [1, 2] | a.yaml:1: generations: must be one of deciding, all
                """)
    void otherGenerationsAreRefusedInOneLine(String page, String line) {
        assertThatThrownBy(() -> load(page)).isInstanceOf(SettingsFault.class).hasMessage(line);
    }

    @Test
    void allExperimentsOfTheRepositoryLoad() throws IOException {
        try (var files = Files.list(Path.of("experiments"))) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(
                            Sweep.load(file, List.of()).variants())
                    .isNotEmpty());
        }
    }
}
