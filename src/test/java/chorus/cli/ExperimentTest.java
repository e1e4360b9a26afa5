package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.bundle.sheet.CsvSheet;
import chorus.bundle.sheet.Sheet;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Two campaigns with several recommenders, together in a world and each alone; a song in half of the playlists is heard of. */
    private static final String LISTED = """
            name: listed
            simulate: {playlists: 120, epochs: 3}
            evaluate: {testShare: 0.3}
            campaigns:
              - {name: a, strategy: DirLoF, budget: 30, start: 1}
              - {name: b, strategy: AtTheEnd, budget: 5, start: 2}
            worlds: [{name: twin}, {name: both, campaigns: [a, b]}]
            recommend: [{model: PooledNN}, {model: Popularity}]
            sweep: {"campaigns[0].budget": [30, 2], randomSeed: [1, 2]}
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

    /** Hits and NDCG are taken anew of the lists, by their definitions, and are those of the tables. */
    @Test
    void whatTheTablesSayFollowsFromTheListsThatAreKept() throws IOException {
        var out = folder.resolve("listed");
        assertThat(run(LISTED, "--out", out.toString(), "--lists")).isZero();
        var results = CsvSheet.read(out.resolve("results.csv"));
        assertThat(results.rows()).hasSize(16);
        for (var row : results.rows()) {
            var place = out.resolve("lists").resolve(results.at(row, "variant"));
            var lists = with(CsvSheet.read(place.resolve("lists.csv")), results, row, "world", "recommender");
            var tests =
                    with(CsvSheet.read(place.resolve("tests.csv")), results, row, "world", "campaign", "recommender");
            assertThat(lists.rows()).hasSize(Integer.parseInt(results.at(row, "test_playlists")));
            assertThat(tests.rows()).hasSameSizeAs(lists.rows());
            var target = tests.at(tests.rows().getFirst(), "targets");
            var hits = 0;
            var ndcg = 0.0;
            for (var list : lists.rows()) {
                var wanted = ids(lists.at(list, "held_out"));
                var recommended = ids(lists.at(list, "recommended"));
                var counted = recommended.subList(0, Math.min(wanted.size(), recommended.size()));
                hits += counted.contains(target) ? 1 : 0;
                ndcg += ndcg(recommended, wanted);
                assertThat(recommended).doesNotContainAnyElementsOf(ids(lists.at(list, "seed")));
            }
            assertThat(hits).isEqualTo(Integer.parseInt(results.at(row, "hits")));
            assertThat(ndcg / lists.rows().size())
                    .isCloseTo(Double.parseDouble(results.at(row, "ndcg")), within(1e-12));
            assertThat(tests.where("hit", "1").rows()).hasSize(hits);
        }
        assertThat(results.rows())
                .extracting(row -> results.at(row, "hits"))
                .contains("0")
                .anyMatch(hits -> !hits.equals("0"));
        assertThat(out.resolve("lists/1")).isDirectoryContaining("glob:**/{tests,lists}.parquet");
    }

    @Test
    void listsOfASweepAreThoseOfItsRunsAndAreMadeWhereTheyAreMissing() throws IOException {
        var swept = folder.resolve("swept");
        var alone = folder.resolve("alone");
        assertThat(run(LISTED, "--out", swept.toString())).isZero();
        assertThat(swept.resolve("lists")).doesNotExist();
        // its folds are finished, but not their lists
        assertThat(run(LISTED, "--out", swept.toString(), "--lists")).isZero();
        assertThat(run(LISTED, "--out", alone.toString(), "--lists", "--runs")).isZero();
        for (var variant = 1; variant <= 4; variant++) {
            for (var file : new String[] {"tests.csv", "lists.csv", "tests.parquet", "lists.parquet"}) {
                assertThat(swept.resolve("lists/" + variant + "/" + file))
                        .hasSameBinaryContentAs(alone.resolve("lists/" + variant + "/" + file));
            }
        }
        // what is there is not made again
        var torn = Files.writeString(swept.resolve("lists/2/lists.csv"), "torn");
        assertThat(run(LISTED, "--out", swept.toString(), "--lists")).isZero();
        assertThat(torn).hasContent("torn");
        assertThat(run(LISTED, "--out", swept.toString(), "--restart")).isZero();
        assertThat(swept.resolve("lists")).doesNotExist();
    }

    /** The rows of a sheet that have a result's values in some columns. */
    private static Sheet with(Sheet sheet, Sheet results, List<String> row, String... columns) {
        var rows = sheet;
        for (var column : columns) {
            rows = rows.where(column, results.at(row, column));
        }
        return rows.where("generation", results.at(row, "generation"));
    }

    private static List<String> ids(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(" "));
    }

    private static double ndcg(List<String> recommended, List<String> wanted) {
        var gained = 0.0;
        var best = 0.0;
        for (var i = 0; i < recommended.size(); i++) {
            gained += wanted.contains(recommended.get(i)) ? Math.log(2) / Math.log(i + 2) : 0;
        }
        for (var i = 0; i < wanted.size(); i++) {
            best += Math.log(2) / Math.log(i + 2);
        }
        return gained / best;
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
