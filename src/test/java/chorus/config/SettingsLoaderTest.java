package chorus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.AltruismSettings.Tolerance;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.altruism.Eta;
import chorus.config.altruism.World;
import chorus.config.collective.Target;
import chorus.config.tree.SettingsFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {
    private static final String CAMPAIGN = """
            campaigns:
              - name: lift
                strategy: DirLoF
                alpha: 0.01
                start: 2
            """;

    @Test
    void theReferenceAloneGivesAllDefaults() {
        var settings = SettingsLoader.load(Optional.empty(), List.of());
        assertThat(settings.simulate().playlists()).isEqualTo(5000);
        assertThat(settings.epochs().every()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.stream().closeSlice()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.kafka().bootstrap()).isEmpty();
        assertThat(settings.campaigns()).isEmpty();
    }

    @Test
    void aFileOverridesTheReferenceAndAnOptionOverridesTheFile(@TempDir Path dir) throws IOException {
        var file = Files.writeString(dir.resolve("a.yaml"), "simulate:\n  playlists: 100\n  epochs: 3\n");
        var settings = SettingsLoader.load(Optional.of(file), List.of("simulate.playlists=7", "kafka.prefix="));
        assertThat(settings.simulate().playlists()).isEqualTo(7);
        assertThat(settings.simulate().epochs()).isEqualTo(3);
        assertThat(settings.simulate().writers()).isEqualTo(1);
        assertThat(settings.kafka().prefix()).isEmpty();
    }

    @Test
    void aCampaignNeedsOnlyWhatHasNoDefault() {
        var campaign = load(CAMPAIGN).campaigns().getFirst();
        assertThat(campaign.hold()).isZero();
        assertThat(campaign.join()).containsExactly(1.0);
        assertThat(campaign.leave()).isEmpty();
        assertThat(campaign.budget()).isEmpty();
        assertThat(campaign.alpha()).hasValue(0.01);
    }

    @Test
    void optionsReachIntoTheListOfCampaigns() {
        var changed = load(CAMPAIGN, "campaigns[0].alpha=0.02", "campaigns[0].join=[0.5, 1]")
                .campaigns();
        assertThat(changed.getFirst().alpha()).hasValue(0.02);
        assertThat(changed.getFirst().join()).containsExactly(0.5, 1.0);
        var added = load(CAMPAIGN, "campaigns[1]={name: b, strategy: InsertAt, index: 3, budget: 4, start: 1}");
        assertThat(added.campaigns()).hasSize(2);
        assertThat(load(CAMPAIGN, "campaigns=[]").campaigns()).isEmpty();
    }

    @Test
    void aKindIsReadWithItsOwnParameters() {
        assertThat(load("").recommend().getFirst().model())
                .isEqualTo(new RecommendSettings.PooledNN(SomePooling.of(1, 0.3, 5, 1, 0.9)));
        assertThat(load(CAMPAIGN, "campaigns[0].strategy=InsertAt", "campaigns[0].index=3")
                        .campaigns()
                        .getFirst()
                        .strategy())
                .isEqualTo(new Strategy.InsertAt(3));
    }

    @Test
    void severalRecommendersEachTakeTheRestFromTheReference() {
        var two = load("", "recommend=[{model: PooledNN, rareBound: 3}, {model: PooledSVD, rank: 7}]");
        assertThat(two.recommenders()).containsExactly("PooledNN", "PooledSVD");
        assertThat(two.recommend().getFirst().model())
                .isEqualTo(new RecommendSettings.PooledNN(SomePooling.of(3, 0.3, 5, 1, 0.9)));
        assertThat(two.recommend().getLast().model())
                .isEqualTo(new RecommendSettings.PooledSVD(SomePooling.of(1, 0.3, 5, 1, 0.9), 7, 8, 2));
        assertThat(two.recommend()).extracting(RecommendSettings::listLength).containsOnly(500);
        assertThat(load("recommend:\n  - model: PooledNN\n", "recommend[0].rareBound=2")
                        .recommend())
                .isEqualTo(load("", "recommend.rareBound=2").recommend());
        assertThat(load("", "recommend=[{model: PooledNN}, {name: b, model: PooledNN, rareBound: 2}]")
                        .recommenders())
                .containsExactly("PooledNN", "b");
    }

    /** As a run's settings.yaml of an earlier version has them, and as a sweep over kinds needs them. */
    @Test
    void parametersOfAnotherKindMayStandInASectionButAreChecked() {
        assertThat(load("", "recommend.model=Popularity", "recommend.rareBound=3")
                        .recommend())
                .isEqualTo(load("", "recommend.model=Popularity").recommend());
        assertThatThrownBy(() -> load("", "recommend.model=Popularity", "recommend.rareBound=few"))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("recommend.rareBound = few: must be a whole number");
    }

    @Test
    void aBudgetGivenAsAnOptionDisplacesAlpha() {
        var campaign = load(CAMPAIGN, "campaigns[0].budget=45").campaigns().getFirst();
        assertThat(campaign.budget()).hasValue(45);
        assertThat(campaign.alpha()).isEmpty();
    }

    @Test
    void oneToleranceDisplacesTheOtherInAFileAndAnOption() {
        var file = "altruism: {tolerance: {share: 0.05}}";
        assertThat(load("").altruism().tolerance()).isEqualTo(new Tolerance.Absolute(22));
        assertThat(load(file).altruism().tolerance()).isEqualTo(new Tolerance.Share(0.05));
        assertThat(load(file, "altruism.tolerance.absolute=3").altruism().tolerance())
                .isEqualTo(new Tolerance.Absolute(3));
        assertThat(load(file, "altruism.tolerance={absolute: 3}").altruism().tolerance())
                .isEqualTo(new Tolerance.Absolute(3));
    }

    @Test
    void aWorldOfAltruistsTakesTheRestFromTheSection() {
        var worlds =
                load("altruism: {eta: 0.5, end: 12, worlds: [{name: a, targets: 4}, {name: none, altruists: false}]}")
                        .altruism()
                        .allWorlds();
        assertThat(worlds).extracting(World::name).containsExactly("a", "none");
        var first = worlds.getFirst().collective().orElseThrow();
        assertThat(first.targets()).isEqualTo(4);
        assertThat(first.eta()).isEqualTo(new Eta.Value(0.5));
        assertThat(first.end()).hasValue(12);
        assertThat(worlds.getLast().collective()).isEmpty();
        assertThat(load("").altruism().allWorlds())
                .extracting(World::name)
                .containsExactly("factual", "counterfactual");
    }

    @Test
    void theDemoIsARaceOfPlacementsForOneSongByTheSameMembers() {
        var demo = SettingsLoader.demo(List.of("campaigns[0].alpha=0.02"));
        assertThat(demo.campaigns())
                .extracting(CampaignSettings::strategy)
                .containsExactly(
                        new Strategy.DirLoF(), new Strategy.InClust(), new Strategy.Random(), new Strategy.AtTheEnd());
        assertThat(demo.campaigns()).extracting(CampaignSettings::drawnFor).containsOnly("dirlof");
        assertThat(demo.campaigns()).extracting(CampaignSettings::promoted).containsOnly(new Target.New("song"));
        assertThat(demo.campaigns().get(0).alpha()).hasValue(0.02);
        assertThat(SettingsLoader.demo(List.of()).campaigns().get(0).budget()).hasValue(45);
        assertThat(demo.allWorlds().names()).containsExactly("twin", "dirlof", "inclust", "random", "attheend");
        // start 2, six steps of joining (2…7), two of holding (8, 9), five of leaving (10…14): none is left at 14
        assertThat(demo.campaigns()).extracting(CampaignSettings::end).containsOnly(14L);
        assertThat(demo.simulate().epochs()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulate.playlits=5|--set: simulate.playlits: unknown setting; did you mean simulate.playlists?",
                "playlists=5|--set: playlists: unknown setting; did you mean simulate.playlists?",
                "simulate.epochs=few|--set: simulate.epochs = few: must be a whole number of at most 2147483647",
                "simulate.epochs=1.5|--set: simulate.epochs = 1.5: must be a whole number of at most 2147483647",
                "simulate.epochs=-1|--set: simulate.epochs = -1: must lie in 0…100000",
                "epochs.every=5|--set: epochs.every = 5: must be a duration such as 200ms, 5s, 1m or 2h",
                "epochs.by=moon|--set: epochs.by = moon: must be one of simulator, clock",
                "evaluate.testShare=NaN|--set: evaluate.testShare = NaN: must be a number",
                "evaluate.fold=1.5|--set: evaluate.fold = 1.5: must be randomSeed or a whole number of at most 18 digits",
                "evaluate.tests=dead|--set: evaluate.tests = dead: must be one of living, frozen",
                "evaluate.testShare=1.5|--set: evaluate.testShare = 1.5: must lie in 0…1",
                "randomSeed.x=1|--set: randomSeed: has no keys below it",
                "campaigns.alpha=1|--set: campaigns: is a list: name an item, e.g. campaigns[0].alpha",
                "campaigns[3].alpha=1|--set: campaigns: has 0 items; [3] is beyond the next one",
                "simulate|--set: simulate: must read key.path=value, e.g. simulate.playlists=2000",
                "simulate=7|--set: simulate: must hold keys of its own",
                "state.window=[1]|--set: state.window: must be a whole number of at most 2147483647",
                "stream.guarantee=maybe|--set: stream.guarantee = maybe: must be one of exactly_once_v2, at_least_once",
                "recommend.model=PooledN|--set: recommend.model = PooledN: must be one of PooledNN, PooledSVD, Popularity",
                "recommend.rareBound=-1|--set: recommend.rareBound = -1: must lie in 0…10000000",
                "recommend=[]|--set: recommend: 0 of them; 1…16 are allowed",
                "'recommend=[{model: PooledNN}, {model: PooledNN}]'|--set: recommend[1]: PooledNN is there already: give it a name"
                        + " of its own",
                "'recommend=[{model: PooledNN, rank: 3}]'|--set: recommend[0].rank: belongs to model PooledSVD",
                "'recommend=[{model: PooledSVD, rank: 0}]'|--set: recommend[0].rank = 0: must lie in 1…1000",
                "'recommend=[{rnak: 3}]'|--set: recommend[0].rnak: unknown setting; did you mean recommend[0].rank?",
                "'recommend.name=a b'|--set: recommend.name = a b: letters, digits, '.', '_' and '-' are allowed, at most 100, the"
                        + " first a letter or a digit",
                "recommend.normalisation=L3|--set: recommend.normalisation = L3: must be one of L2, L1, max, none",
                "recommend.beforeLeast=0|--set: recommend.beforeLeast = 0: must lie in 1…10000000",
                "recommend.rank=0|--set: recommend.rank = 0: must lie in 1…1000",
                "recommend.rareBoun=1|--set: recommend.rareBoun: unknown setting; did you mean recommend.rareBound?",
                "rareBound=1|--set: rareBound: unknown setting; did you mean recommend.rareBound?",
                "recommend.model=|--set: recommend.model: has no value: must be one of PooledNN, PooledSVD, Popularity",
            })
    void aWrongOptionIsRefusedInOneLineThatSaysWhatIsAllowed(String option, String message) {
        assertThatThrownBy(() -> load("", option))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alpha: 0.01|alpha: 1.5|demo.yaml:4: campaigns[0].alpha = 1.5: must lie in 0…1",
                "start: 2|start: 0|demo.yaml:5: campaigns[0].start = 0: must lie in 1…100000",
                "strategy: DirLoF|strategy: Loud|demo.yaml:3: campaigns[0].strategy = Loud: must be one of DirLoF,"
                        + " InClust, InClustGreedy, Hybrid, Random, RandomFirst, RandomLast, AtTheEnd, InsertAt, Altruistic, File",
                "strategy: DirLoF|strategy: {Loud: 3}|demo.yaml:3: campaigns[0].strategy: must be one of DirLoF, InClust, InClustGreedy,"
                        + " Hybrid, Random, RandomFirst, RandomLast, AtTheEnd, InsertAt, Altruistic, File, or one with its parameter:"
                        + " {Hybrid: …}, {RandomFirst: …}, {RandomLast: …}, {InsertAt: …}, {Altruistic: …}, {File: …}",
                "strategy: DirLoF|'strategy: {InsertAt: 3}\n    index: 3'|demo.yaml:4: campaigns[0].index: is given twice",
                "strategy: DirLoF|strategy: {InsertAt: -3}|demo.yaml:3: campaigns[0].index = -3: must lie in 0…10000",
                "strategy: DirLoF|strategy: {Hybrid: 0}|demo.yaml:3: campaigns[0].minSupport.playlists = 0: must lie in 1…10000000",
                "strategy: DirLoF|strategy: {Hybrid: 0.1}|demo.yaml:3: campaigns[0].minSupport = 0.1: must be a whole number or"
                        + " {share: …}",
                "start: 2|strat: 2|demo.yaml:5: campaigns[0].strat: unknown setting; did you mean campaigns[0].start?",
                "start: 2|alpha: 0.1|demo.yaml:5: alpha: is given twice",
                "start: 2|zzzzzz: 1|demo.yaml:5: campaigns[0].zzzzzz: unknown setting; known in campaigns[0] are name,"
                        + " strategy, minSupport, tracks, index, file, target, budget, alpha, members, start, join, hold, leave, knowledge, noise",
                "alpha: 0.01|budget: 4.5|demo.yaml:4: campaigns[0].budget = 4.5: must be a whole number of at most 2147483647",
                "strategy: DirLoF|strategy: InsertAt|demo.yaml:2: campaigns[0].index: must be given: strategy InsertAt",
                "start: 2|index: 2|demo.yaml:2: campaigns[0].index: belongs to strategy InsertAt",
                "start: 2|'start: 2\n    knowledge: all'|demo.yaml:6: campaigns[0].knowledge = all: must be full or own or {sample: …} or {playlists: …}"
                        + " or {streams: …}",
                "start: 2|'start: 2\n    noise: {fogret: 0.1}'|demo.yaml:6: campaigns[0].noise.fogret: unknown setting; did you mean campaigns[0].noise.forget?",
                "start: 2|target: song|demo.yaml:5: campaigns[0].target = song: must be {new: …} or {uri: …} or {rank: [from, to]} or {scene: …}",
                "start: 2|target: {nwe: a}|demo.yaml:5: campaigns[0].target: must be {new: …} or {uri: …} or {rank: [from, to]} or {scene: …}",
                "start: 2|'target: {new: a, uri: b}'|demo.yaml:5: campaigns[0].target: must be {new: …} or {uri: …} or {rank: [from, to]} or {scene: …}",
                "start: 2|target: {new: ''}|demo.yaml:5: campaigns[0].target.new: must not be empty",
                "start: 2|target: {rank: 3}|demo.yaml:5: campaigns[0].target.rank: must be [from, to]",
                "start: 2|'target: {rank: [0, 3]}'|demo.yaml:5: campaigns[0].target.rank = [0, 3]: must be the first and the"
                        + " last rank, 1 ≤ first ≤ last ≤ 16777216",
                "start: 2|'target: {rank: [4, 3]}'|demo.yaml:5: campaigns[0].target.rank = [4, 3]: must be the first and the"
                        + " last rank, 1 ≤ first ≤ last ≤ 16777216",
                "start: 2|'start: 2\n    leave: [0.5]'|demo.yaml:6: campaigns[0].leave = [0.5]: its last share must be 0; [] is for a campaign that"
                        + " never ends",
                "start: 2|hold: 2|demo.yaml:2: campaigns[0].start: is missing",
                "alpha: 0.01|hold: 1|demo.yaml:2: campaigns[0].budget, alpha, members: at least one of them must be given",
                "alpha: 0.01|'alpha: 0.01\n    budget: 3'|demo.yaml:5: campaigns[0].budget, alpha: only one of them may be given",
            })
    void aWrongLineIsRefusedWithItsFileAndLine(String line, String wrong, String message) {
        assertThatThrownBy(() -> load(CAMPAIGN.replace(line, wrong)))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(message);
    }

    @Test
    void whatIsNotYamlIsRefusedWithLineAndColumn() {
        assertThatThrownBy(() -> load("simulate:\n  epochs: [1, 2\nname: x\n"))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith("demo.yaml:3:")
                .hasMessageContaining("not YAML")
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- 1\n", "hello\n", "a: &x [1]\nb: *x\n", "---\nname: a\n---\nname: b\n"})
    void whatIsNoTreeOfKeysIsRefused(String text) {
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(SettingsFault.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aSectionWithNothingBelowItKeepsItsDefaults() {
        assertThat(load("simulate:\n").simulate().playlists()).isEqualTo(5000);
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path dir) {
        var missing = dir.resolve("no.yaml");
        assertThatThrownBy(() -> SettingsLoader.load(Optional.of(missing), List.of()))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(missing + ": there is no such file");
    }

    private static Settings load(String text, String... overrides) {
        return SettingsLoader.load("demo.yaml", text, List.of(overrides));
    }
}
