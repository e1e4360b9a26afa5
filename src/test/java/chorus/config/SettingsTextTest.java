package chorus.config;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.tree.Node;
import chorus.config.tree.YamlTree;
import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "name=\"a: b # c \\\\ \\\" é\"", "name=no", "simulate.changePerEpoch=1e-7", "randomSeed=-3"})
    void whatIsWrittenLoadsAgainToTheSameSettings(String option) {
        var settings = SettingsLoader.demo(option.isEmpty() ? List.of() : List.of(option));
        var page = SettingsText.of(settings);
        assertThat(SettingsLoader.load("settings.yaml", page, List.of())).isEqualTo(settings);
    }

    @Test
    void everyComponentStandsInTheReferenceExactlyOnce() {
        var reference = YamlTree.file("reference.yaml", SettingsLoader.reference());
        var written = new ArrayList<String>();
        collect(reference, "", written);
        var components = new ArrayList<String>();
        collect(Settings.class, "", components);
        assertThat(written).doesNotHaveDuplicates().containsExactlyElementsOf(components);
    }

    @Test
    void everyKeyOfACampaignIsExplainedInTheReference() {
        for (var part : CampaignSettings.class.getRecordComponents()) {
            assertThat(SettingsLoader.reference().lines())
                    .as(part.getName())
                    .anyMatch(line -> line.matches("# (budget .* or )?" + part.getName() + "( .*|:.*)")
                            || line.contains("with " + part.getName() + ":")
                            || line.contains("or " + part.getName() + ":"));
        }
    }

    @Test
    void durationsAreWrittenInTheLargestUnitThatFits() {
        assertThat(ScalarText.duration(Duration.ofMillis(200))).isEqualTo("200ms");
        assertThat(ScalarText.duration(Duration.ofSeconds(90))).isEqualTo("90s");
        assertThat(ScalarText.duration(Duration.ofMinutes(60))).isEqualTo("1h");
        assertThat(ScalarText.duration(Duration.ofMinutes(2))).isEqualTo("2m");
    }

    private static void collect(Node.Mapping section, String prefix, List<String> paths) {
        section.entries().forEach((key, node) -> {
            if (node instanceof Node.Mapping nested) {
                collect(nested, prefix + key + ".", paths);
            } else {
                paths.add(prefix + key);
            }
        });
    }

    private static void collect(Class<?> type, String prefix, List<String> paths) {
        for (var part : type.getRecordComponents()) {
            if (part.getType().isRecord() && !(part.getGenericType() instanceof ParameterizedType)) {
                collect(part.getType(), prefix + part.getName() + ".", paths);
            } else {
                paths.add(prefix + part.getName());
            }
        }
    }
}
