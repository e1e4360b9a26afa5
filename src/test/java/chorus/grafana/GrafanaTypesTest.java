package chorus.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards by Grafana's own types and units, from its packages on npm. */
@Timeout(480)
class GrafanaTypesTest {
    private static final Path SOURCE = Path.of("src/test/js/boards");
    private static final Path INSTALLED = Path.of("target/js-boards");
    private static final Path OVERVIEW = Path.of("grafana/dashboards/overview.json");

    @BeforeAll
    static void install() throws Exception {
        Needed.programs("npm");
        Files.createDirectories(INSTALLED);
        for (var file : List.of("package.json", "check.mjs", "page.mjs")) {
            Files.copy(SOURCE.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Program.run(
                        INSTALLED,
                        List.of(
                                "npm",
                                "install",
                                "--no-audit",
                                "--no-fund",
                                "--ignore-scripts",
                                "--prefer-offline",
                                "--silent"))
                .succeeds();
    }

    @Test
    void allDashboardsAreOfGrafanasTypesAndUnits() throws Exception {
        check(Boards.all().stream().map(board -> Path.of(Boards.file(board))).toList())
                .succeeds();
    }

    @Test
    void aWrongKeyAWrongWordAndAnUnknownUnitAreFound(@TempDir Path directory) throws Exception {
        var fine = Files.readString(OVERVIEW);
        var spoiled = List.of(
                spoil(fine, "\"graphTooltip\":", "\"grafTooltip\":"),
                spoil(fine, "\"mode\": \"palette-classic\"", "\"mode\": \"palette-clasic\""),
                spoil(fine, "\"unit\": \"percentunit\"", "\"unit\": \"shares\""));
        for (var text : spoiled) {
            var file = Files.writeString(directory.resolve("spoiled.json"), text, UTF_8);
            var found = check(List.of(file));
            assertThat(found.exitCode()).as(found.said()).isEqualTo(1);
            assertThat(found.said()).contains("1 dashboards").doesNotContain(" 0 faults");
        }
    }

    private static String spoil(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static Program check(List<Path> files) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("node", "check.mjs"));
        files.forEach(file -> line.add(file.toAbsolutePath().toString()));
        return Program.run(INSTALLED, line);
    }
}
