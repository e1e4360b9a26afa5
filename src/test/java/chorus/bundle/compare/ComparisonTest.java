package chorus.bundle.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.bundle.sheet.CsvSheet;
import chorus.bundle.sheet.CsvSheet.NotASheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String HEAD = "state.window,seed,campaign,world,recommender,ndcg\n";

    @TempDir
    Path folder;

    /** Differences 1 and 3 of the seeds that both have: mean 2, sd √2, half 12.706. */
    @Test
    void whereSeedsAreSharedDifferencesArePairedByThem() throws IOException {
        var a = experiment("a", HEAD + "5,1,lift,w,NN,10\n5,2,lift,w,NN,20\n5,3,lift,w,NN,90\n");
        var b = experiment("b", HEAD + "5,2,lift,w,NN,23\n5,1,lift,w,NN,11\n7,1,lift,w,NN,0\n");
        var both = Comparison.of(a, b, false);
        assertThat(both.differences().rows()).singleElement().satisfies(row -> {
            assertThat(row.subList(0, 10))
                    .containsExactly("5", "lift", "w", "NN", "ndcg", "seed", "2", "2", "15.0", "17.0");
            assertThat(row.get(10)).isEqualTo("2.0");
            assertThat(Double.parseDouble(row.get(11))).isBetween(-10.707, -10.706);
            assertThat(Double.parseDouble(row.get(12))).isBetween(14.706, 14.707);
        });
    }

    /** Means 2 and 6, variances 2 and 8: error √(1 + 4) = 2.236, freedom 25 ÷ (1 + 16) = 1.47. */
    @Test
    void whereNoneIsSharedTheyAreTwoSamples() throws IOException {
        var a = experiment("a", HEAD + "5,1,lift,w,NN,1\n5,2,lift,w,NN,3\n");
        var b = experiment("b", HEAD + "5,3,lift,w,NN,4\n5,4,lift,w,NN,8\n");
        var row = Comparison.of(a, b, false).differences().rows().getFirst();
        assertThat(row.get(5)).isEqualTo("none");
        assertThat(row.get(10)).isEqualTo("4.0");
        var half = 4 - Double.parseDouble(row.get(11));
        // t(1; .975) = 12.71, t(2; .975) = 4.30
        assertThat(half).isBetween(4.30 * 2.236, 12.71 * 2.236);
    }

    @Test
    void runsAreComparedGenerationByGeneration() throws IOException {
        var a = run("a", 1, "0,w,lift,NN,0.3\n1,w,lift,NN,0.4\n");
        var b = run("b", 1, "0,w,lift,NN,0.3\n1,w,lift,NN,0.5\n");
        var both = Comparison.of(a, b, false);
        var differences = both.differences();
        assertThat(differences.rows()).hasSize(2);
        assertThat(ComparisonBundle.text(both, differences)).isEqualTo("""
                        generation  campaign  world  recommender  measure  pairing  n_a  n_b  mean_a  mean_b  difference  low  high
                        1           lift      w      NN           ndcg     seed     1    1    0.4     0.5     0.1
                        """);
    }

    @Test
    void aReportHasBothBundlesInOneFigure() throws IOException {
        var both = Comparison.of(
                experiment("a", HEAD + "5,1,lift,w,NN,10\n9,1,lift,w,NN,20\n"),
                experiment("b", HEAD + "5,1,lift,w,NN,11\n9,1,lift,w,NN,12\n"),
                false);
        var out = folder.resolve("out");
        ComparisonBundle.write(both, both.differences(), out);
        assertThat(Files.readString(out.resolve("report.html"))).contains("bundle a; bundle b");
        assertThat(out.resolve("figures/accuracy.png")).isNotEmptyFile();
        assertThat(CsvSheet.read(out.resolve("differences.csv")).rows())
                .isEqualTo(both.differences().rows());
    }

    @Test
    void whatCannotBeComparedIsToldInOneLine() throws IOException {
        var a = experiment("a", HEAD + "5,1,lift,w,NN,10\n");
        assertThatThrownBy(() -> Comparison.of(a, folder, false))
                .isInstanceOf(NotComparable.class)
                .hasMessage(folder + " is no bundle of a run or an experiment that has ended: it has no summary.json");
        assertRefused(a, run("r", 1, "0,w,lift,NN,0.3\n"), "only two of one kind can be compared");
        assertRefused(a, bundle("k", "experiment", "1.0", "[\"x\"]", HEAD), "they must vary the same keys");
        var other = bundle("v", "experiment", "2.0", "[\"state.window\"]", HEAD + "5,1,lift,w,NN,12\n");
        assertRefused(a, other, "version 1.0, " + other + " by 2.0: their rules may differ");
        assertThat(Comparison.of(a, other, true).differences().rows()).hasSize(1);
        assertRefused(
                a,
                experiment("c", HEAD.replace("ndcg", "ndcg,gini") + "5,1,lift,w,NN,12,0\n"),
                "has other columns than " + a + ": [] are missing, [gini] are more");
        var apart = experiment("d", HEAD + "6,1,lift,w,NN,10\n");
        assertThatThrownBy(() -> Comparison.of(a, apart, false).differences())
                .isInstanceOf(NotComparable.class)
                .hasMessageStartingWith("a and d have no row in common");
        var torn = experiment("e", HEAD + "5,1,lift\n");
        assertThatThrownBy(() -> Comparison.of(a, torn, false))
                .isInstanceOf(NotASheet.class)
                .hasMessage(torn.resolve("results.csv") + ": row 1 has 3 fields under 6 names");
    }

    private void assertRefused(Path a, Path b, String line) {
        assertThatThrownBy(() -> Comparison.of(a, b, false))
                .isInstanceOf(NotComparable.class)
                .hasMessageContaining(line)
                .message()
                .hasLineCount(1);
    }

    private Path experiment(String name, String results) throws IOException {
        return bundle(name, "experiment", "1.0", "[\"state.window\", \"randomSeed\"]", results);
    }

    private Path bundle(String name, String kind, String version, String keys, String results) throws IOException {
        var directory = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                directory.resolve("summary.json"),
                "{\"kind\": \"%s\", \"versions\": {\"chorus\": \"%s\"}, \"keys\": %s}".formatted(kind, version, keys));
        Files.writeString(directory.resolve("results.csv"), results);
        return directory;
    }

    private Path run(String name, long seed, String rows) throws IOException {
        var directory = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                directory.resolve("summary.json"),
                "{\"versions\": {\"chorus\": \"1.0\"}, \"randomSeed\": %d}".formatted(seed));
        Files.writeString(directory.resolve("evaluations.csv"), "generation,world,campaign,recommender,ndcg\n" + rows);
        return directory;
    }
}
