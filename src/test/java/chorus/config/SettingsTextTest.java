package chorus.config;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.kinds.Kinds;
import chorus.config.tree.Node;
import chorus.config.tree.ScalarText;
import chorus.config.tree.YamlTree;
import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "campaigns[0].target={new: \"a: b # c \\\\ \\\" é\"}",
                "name=no",
                "simulate.changePerEpoch=1e-7",
                "randomSeed=-3",
                "evaluate.fold=-12",
                "recommend.model=Popularity",
                "recommend.model=PooledSVD",
                "recommend={name: mine, model: PooledSVD, rank: 7}",
                "recommend=[{model: PooledNN}, {model: PooledSVD, rank: 7}, {name: wide, model: PooledNN, rareBound: 3}]",
                "campaigns[4]={name: x, strategy: InsertAt, index: 3, alpha: 0.1, start: 1}",
                "campaigns[0].strategy={Hybrid: 5}",
                "campaigns[0].knowledge=own",
                "campaigns[0].noise={forget: 0.1, lateBy: 3}",
                "campaigns[0].knowledge={sample: 0.1}",
                "campaigns[0].knowledge={playlists: 450}",
                "campaigns[0].knowledge={streams: 0.5}",
                "campaigns[0].strategy={Hybrid: {share: 0.01}}",
                "campaigns[0].strategy={RandomFirst: 10}",
                "campaigns[0].target={uri: \"spotify:track:a,b}\"}",
                "campaigns[0].target={rank: [1, 20]}",
                "worlds=[{name: none}, {name: one, campaigns: [random]}, {name: other, campaigns: [dirlof]}]",
                "worlds=[{name: none, campaigns: []}]",
                "altruism.tolerance={share: 0.05}",
                "altruism.eta=middle",
                "altruism.eta=0.35",
                "altruism.choose={sample: 0.2}",
                "altruism.end=15",
                "altruism.platform=svd",
                "altruism.worlds=[{name: none, altruists: false}, {name: few, targets: 4, eta: bisected, end: 9, choose: random}]",
            })
    void whatIsWrittenLoadsAgainToTheSameSettings(String option) {
        var settings = SettingsLoader.demo(option.isEmpty() ? List.of() : List.of(option));
        var page = SettingsText.of(settings);
        assertThat(SettingsLoader.load("settings.yaml", page, List.of())).isEqualTo(settings);
    }

    @Test
    void credentialsInAUrlAreNotWritten() {
        var settings = SettingsLoader.load(
                Optional.empty(),
                List.of("kafka.bootstrap=\"host:9092\"", "kafka.registry=\"https://ada:t@ll/nobody@host:8081/path\""));
        assertThat(SettingsText.of(settings))
                .contains("registry: \"https://host:8081/path\"\n")
                .doesNotContain("ada", "nobody");
    }

    @Test
    void theWorldsOfARunWithoutCampaignsAreWrittenAsTheyWereChosen() {
        for (var worlds : List.of("[]", "each")) {
            var settings = SettingsLoader.load(Optional.empty(), List.of("worlds=" + worlds));
            assertThat(SettingsText.of(settings)).contains("\nworlds: " + worlds + "\n");
            assertThat(SettingsLoader.load("settings.yaml", SettingsText.of(settings), List.of()))
                    .isEqualTo(settings);
        }
    }

    @Test
    void everyComponentStandsInTheReferenceExactlyOnce() {
        var reference = YamlTree.file("reference.yaml", SettingsLoader.reference());
        var components = new ArrayList<String>();
        collect(Settings.class, "", components);
        // kinds may share parameters, which stand there once
        var once = components.stream().distinct().toList();
        var written = new ArrayList<String>();
        collect(reference, "", once, written);
        assertThat(written).doesNotHaveDuplicates().containsExactlyElementsOf(once);
    }

    @Test
    void theParametersOfAKindStandBesideItsName() {
        var text = SettingsText.of(SettingsLoader.load(Optional.empty(), List.of("recommend.rareBound=3")));
        assertThat(text).contains("""
                recommend:
                  name: ""
                  model: PooledNN
                  rareBound: 3
                  popularityDiscount: 0.3
                  popularityOffset: 5.0
                  backOffWeight: 1.0
                  backOffPairs: adjacent
                  normalisation: L2
                  seedDecay: 0.9
                  beforeWeight: 0.0
                  beforeDamping: 5.0
                  beforeDiscount: 0.7
                  beforeLeast: 50
                  listLength: 500
                """);
    }

    @Test
    void everyKeyOfACampaignIsExplainedInTheReference() {
        for (var key : Kinds.keys(CampaignSettings.class)) {
            assertThat(SettingsLoader.reference().lines())
                    .as(key)
                    .anyMatch(line -> line.matches("# (budget .* or )?" + key + "( .*|:.*)")
                            || line.contains("with " + key + ":")
                            || line.contains("or " + key + ":"));
        }
    }

    @Test
    void durationsAreWrittenInTheLargestUnitThatFits() {
        assertThat(ScalarText.duration(Duration.ofMillis(200))).isEqualTo("200ms");
        assertThat(ScalarText.duration(Duration.ofSeconds(90))).isEqualTo("90s");
        assertThat(ScalarText.duration(Duration.ofMinutes(60))).isEqualTo("1h");
        assertThat(ScalarText.duration(Duration.ofMinutes(2))).isEqualTo("2m");
    }

    /** @param components a value that is written as a mapping is one of them */
    private static void collect(Node.Mapping section, String prefix, List<String> components, List<String> paths) {
        section.entries().forEach((key, node) -> {
            if (node instanceof Node.Mapping nested && !components.contains(prefix + key)) {
                collect(nested, prefix + key + ".", components, paths);
            } else {
                paths.add(prefix + key);
            }
        });
    }

    private static void collect(Class<?> type, String prefix, List<String> paths) {
        for (var part : type.getRecordComponents()) {
            if (Kinds.isBeside(part)) {
                collect(part.getType(), prefix, paths);
                continue;
            }
            if (Kinds.isOneOrMore(part)) {
                collect(RecommendSettings.class, prefix + part.getName() + ".", paths);
                continue;
            }
            if (Kinds.isChoice(part.getType())) {
                paths.add(prefix + part.getName());
                Kinds.of(part.getType()).forEach(kind -> collect(kind, prefix, paths));
                continue;
            }
            if (part.getType().isRecord() && !(part.getGenericType() instanceof ParameterizedType)) {
                collect(part.getType(), prefix + part.getName() + ".", paths);
            } else {
                paths.add(prefix + part.getName());
            }
        }
    }
}
