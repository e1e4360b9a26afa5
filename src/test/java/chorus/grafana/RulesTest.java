package chorus.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus is told to scrape, record and alert. */
class RulesTest {
    private static final Path HERE = Path.of("grafana/prometheus");
    private static final List<String> TESTS = List.of("tests/alerts_test.yml", "tests/recording_test.yml");

    @Test
    void rulesAndConfigurationsAreWellFormed() throws Exception {
        Needed.programs("promtool");
        promtool(HERE, "check", "config", "prometheus.yml", "localhost.yml").succeeds();
        promtool(HERE, "check", "rules", "rules/recording.yml", "rules/alerts.yml")
                .succeeds();
    }

    @Test
    void eachAlertFiresAndDoesNotFire() throws Exception {
        Needed.programs("promtool");
        testRules(HERE).succeeds();
    }

    /** An alert with another bound fails the tests of the rules: they are about the bounds. */
    @Test
    void aBoundThatIsOffIsFound(@TempDir Path other) throws Exception {
        Needed.programs("promtool");
        for (var file : Stream.concat(TESTS.stream(), Stream.of("rules/recording.yml", "rules/alerts.yml"))
                .toList()) {
            Files.createDirectories(other.resolve(file).getParent());
            Files.copy(HERE.resolve(file), other.resolve(file));
        }
        var alerts = other.resolve("rules/alerts.yml");
        Files.writeString(alerts, Files.readString(alerts).replace("> 10000", "> 10000000"));
        assertThat(testRules(other).exitCode()).isNotZero();
    }

    @Test
    void eachAlertSaysWhatToDoAndHasATestOfBothKinds() throws IOException {
        var tests = Files.readString(HERE.resolve(TESTS.getFirst()));
        var alerts = Rules.alerts();
        assertThat(alerts).hasSizeGreaterThan(6).allSatisfy(alert -> {
            assertThat(alert.labels()).containsKey("severity");
            assertThat(alert.annotations().get("summary")).isNotBlank();
            assertThat(alert.annotations().get("action")).hasSizeGreaterThan(40).endsWith(".");
            var asked = "- expr: ALERTS{alertname=\"" + alert.name() + "\",alertstate=\"firing\"}";
            var after = Stream.of(tests.split(java.util.regex.Pattern.quote(asked), -1))
                    .skip(1)
                    .map(rest -> rest.lines().skip(2).findFirst().orElseThrow().strip())
                    .toList();
            assertThat(after).as(alert.name()).contains("exp_samples: []", "exp_samples:");
        });
    }

    @Test
    void allRulesAreInThePlaceWhereTheConfigurationsLookForThem() throws IOException {
        for (var file : List.of("prometheus.yml", "localhost.yml")) {
            assertThat(Rules.yaml(HERE.resolve(file)).get("rule_files"))
                    .isEqualTo(List.of("rules/recording.yml", "rules/alerts.yml"));
        }
    }

    private static Program testRules(Path folder) throws Exception {
        var line = new ArrayList<>(List.of("test", "rules"));
        line.addAll(TESTS);
        return promtool(folder, line.toArray(String[]::new));
    }

    private static Program promtool(Path folder, String... arguments) throws Exception {
        var line = new ArrayList<>(List.of("promtool"));
        line.addAll(List.of(arguments));
        return Program.run(folder, line);
    }
}
