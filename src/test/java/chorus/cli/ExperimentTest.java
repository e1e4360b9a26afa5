package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.bundle.sheet.CsvSheet;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code chorus experiment} leaves in its directory. */
class ExperimentTest {
    private static final String SMALL = """
            name: small
            simulate: {playlists: 120, epochs: 3}
            evaluate: {testShare: 0.3}
            campaigns: [{name: a, strategy: DirLoF, budget: 5, start: 1}]
            report: {title: A <small> one, figures: [{name: lift, measures: [hit_share, ndcg], paper: much more there}]}
            sweep: {"campaigns[0].budget": [2, 5], randomSeed: [1, 2]}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aBundleHasTablesFiguresAndAReportThatNeedsNoNetwork() throws IOException {
        var out = folder.resolve("out");
        assertThat(run(SMALL, "--out", out.toString(), "--set", "recommend.rareBound=2"))
                .isZero();
        assertThat(out)
                .isDirectoryContaining("glob:**/{results,means,amplification}.csv")
                .isDirectoryContaining("glob:**/{results,means,amplification}.parquet");
        assertThat(Files.readString(out.resolve("experiment.yaml"))).isEqualTo(SMALL);
        assertThat(Files.readString(out.resolve("settings.yaml")))
                .contains("rareBound: 2")
                .contains("randomSeed: 1");
        assertThat(out.resolve("figures")).isDirectoryContaining("glob:**/lift.{svg,png}");
        var summary = new ObjectMapper().readTree(out.resolve("summary.json").toFile());
        assertThat(summary.get("kind").asText()).isEqualTo("experiment");
        assertThat(summary.get("scale").get("variants").asInt()).isEqualTo(4);
        assertThat(summary.get("overrides").get(0).asText()).isEqualTo("recommend.rareBound=2");
        var report = Files.readString(out.resolve("report.html"));
        assertThat(report)
                .contains("<title>A &lt;small&gt; one</title>", "much more there", "<svg ", "budget")
                .doesNotContain("src=")
                .doesNotContain("href=")
                .doesNotContain("<script")
                .doesNotContain("@import");
    }

    @Test
    void theTablesOfTwoRunsAreTheSameBytesAndRunsAreKeptWhereTheyAreAskedFor() throws IOException {
        var one = folder.resolve("one");
        var two = folder.resolve("two");
        assertThat(run(SMALL, "--out", one.toString())).isZero();
        assertThat(run(SMALL, "--out", two.toString(), "--runs")).isZero();
        for (var table : new String[] {"results.csv", "means.csv", "amplification.csv", "results.parquet"}) {
            assertThat(one.resolve(table)).hasSameBinaryContentAs(two.resolve(table));
        }
        assertThat(two.resolve("runs/4/evaluations.csv")).exists();
        assertThat(one.resolve("runs")).doesNotExist();
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("evaluations.csv"), "mine");
        assertThat(run(SMALL, "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .hasLineCount(1)
                .contains("so that they are no experiment's: name another --out");
    }

    @Test
    void aFigureThatCouldNotBeDrawnIsRefusedBeforeAnythingIsRun() throws IOException {
        var out = folder.resolve("out");
        assertThat(run(SMALL.replace("hit_share", "hits_share"), "--out", out.toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).hasLineCount(1).contains("figures[0].measures: hits_share is no measure");
        assertThat(run(SMALL.replace("paper:", "over: state.window, paper:"), "--out", out.toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("figures[0].over: state.window is not varied");
        assertThat(run(SMALL.replace("paper:", "over: randomSeed, paper:"), "--out", out.toString()))
                .isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void aCourseHasTablesAndAFigureOverTheGenerations() throws IOException {
        var out = folder.resolve("course");
        var text = "generations: all\n"
                + SMALL.replace("measures: [hit_share, ndcg]", "measures: [members, hits], over: generation");
        assertThat(run(text, "--out", out.toString())).isZero();
        assertThat(out)
                .isDirectoryContaining("glob:**/{course,course_means}.csv")
                .isDirectoryContaining("glob:**/{course,course_means}.parquet");
        var course = CsvSheet.read(out.resolve("course.csv"));
        // 3 generations after the fill of each of 4 variants
        assertThat(course.rows()).hasSize(12);
        var results = CsvSheet.read(out.resolve("results.csv"));
        assertThat(course.where("generation", "1").rows()).isEqualTo(results.rows());
        assertThat(out.resolve("figures/lift.svg")).exists();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("aria-label=\"lift, a line each: budget 2; budget 5\"");
        // over a course that nobody asked for nothing can be drawn
        assertThat(run(text.replace("generations: all", "generations: deciding"), "--out", folder + "/no"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("figures[0].over: over generations nothing is told unless");
    }

    private int run(String text, String... options) throws IOException {
        var file = Files.writeString(
                Files.createTempDirectory(folder.getParent(), "e").resolve("small.yaml"), text);
        var line = new String[options.length + 2];
        line[0] = "experiment";
        line[1] = file.toString();
        System.arraycopy(options, 0, line, 2, options.length);
        return Main.run(
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8), new PrintStream(err, true, UTF_8), line);
    }
}
