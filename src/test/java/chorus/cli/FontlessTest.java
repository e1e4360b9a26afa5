package chorus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chorus.run.ChorusCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Java runtime that finds no font, as images of containers often have it: figures are left out, with a word, and nothing else. */
@Timeout(180)
class FontlessTest {
    private static final String SMALL = """
            name: small
            simulate: {playlists: 120, epochs: 3}
            evaluate: {testShare: 0.3}
            campaigns: [{name: a, strategy: DirLoF, budget: 5, start: 1}]
            sweep: {randomSeed: [1, 2]}
            """;
    private static final String WORD = "figures are left out, as this Java runtime cannot draw text (";

    @TempDir
    Path folder;

    @BeforeEach
    void fontsAreFoundByFontconfig() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "elsewhere the system itself finds fonts");
    }

    @Test
    void anExperimentHasItsTablesAndAReportThatSaysWhatIsMissing() throws Exception {
        var out = folder.resolve("out");
        assertThat(chorus("experiment", experiment(), "--out", out.toString())).containsOnlyOnce(WORD);
        assertThat(out)
                .isDirectoryContaining("glob:**/{results,means,amplification}.csv")
                .isDirectoryContaining("glob:**/summary.json");
        assertThat(out.resolve("figures")).doesNotExist();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains(WORD, "means.csv")
                .doesNotContain("<svg");
    }

    @Test
    void aComparisonHasItsDifferencesAndAReportThatSaysWhatIsMissing() throws Exception {
        var bundle = folder.resolve("out").toString();
        chorus("experiment", experiment(), "--out", bundle);
        var out = folder.resolve("both");
        assertThat(chorus("compare", bundle, bundle, "--out", out.toString())).containsOnlyOnce(WORD);
        assertThat(out).isDirectoryContaining("glob:**/differences.csv");
        assertThat(Files.readString(out.resolve("report.html"))).contains(WORD).doesNotContain("<svg");
    }

    private String experiment() throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), SMALL).toString();
    }

    /** What a command says that ends well, where fontconfig knows no font and no earlier runtime has noted any. */
    private String chorus(String... command) throws Exception {
        var fonts = Files.writeString(folder.resolve("fonts.conf"), """
                <?xml version="1.0"?>
                <fontconfig><cachedir>%s</cachedir></fontconfig>
                """.formatted(folder.resolve("cache")));
        var home = Files.createDirectories(folder.resolve("home"));
        var said = folder.resolve(command[0] + ".txt");
        var process = ChorusCommand.start(
                said, List.of("env", "FONTCONFIG_FILE=" + fonts), List.of("-Duser.home=" + home), List.of(command));
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        var text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
