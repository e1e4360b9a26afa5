package chorus.loadtest.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.loadtest.result.LoadResult.Origin;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    private static LoadResult result(String generators, double rate, int slowest, List<Step> steps) {
        var origin = new Origin(
                "smoke",
                "steady",
                "2026-01-01T00:00:00Z",
                7,
                generators,
                new TreeMap<>(Map.of("processors", "2")),
                new TreeMap<>(Map.of("chorus", "0.1.0")),
                "name: smoke\n");
        var measured = new Measured(
                rate,
                10,
                1000,
                990,
                980,
                rate,
                8,
                0.5,
                3,
                5,
                LatenciesTest.upTo(slowest),
                LatenciesTest.upTo(2 * slowest));
        return new LoadResult(
                origin,
                measured,
                steps.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(rate),
                steps,
                0,
                OptionalLong.of(0));
    }

    @Test
    void aResultReadsBackFromItsJson() {
        var result = result("0/1", 100, 400, List.of(new Step(100, true, 99.5, -1, 400)));
        assertThat(LoadJson.read(LoadJson.write(result))).isEqualTo(result);
    }

    @Test
    void aFileThatIsNoResultIsRefused() {
        assertThatThrownBy(() -> LoadJson.read("{\"schema\": \"other\"}"))
                .hasMessage("no result of a load test: \"schema\" must be \"chorus-load/1\"");
        assertThatThrownBy(() -> LoadJson.read("{\"schema\": \"chorus-load/1\"}"))
                .hasMessage("no result of a load test: \"workload\" is missing");
        assertThatThrownBy(() -> LoadJson.read("{")).hasMessageStartingWith("not JSON: ");
    }

    /** 100/s at 8 pairs and 300/s at 8 pairs side by side: 400/s, 3,200 pair updates/s; histograms are added. */
    @Test
    void generatorsOfOneLoadMergeIntoOneResult() {
        var whole = result("0/2", 100, 400, List.of()).merge(result("1/2", 300, 400, List.of()));
        assertThat(whole.origin().generators()).isEqualTo("0/2+1/2");
        assertThat(whole.measured().editsPerSecond()).isEqualTo(400);
        assertThat(whole.measured().pairUpdatesPerSecond()).isEqualTo(3200);
        assertThat(whole.measured().sent()).isEqualTo(2000);
        assertThat(whole.measured().counted().count()).isEqualTo(800);
        assertThat(whole.measured().counted().percentiles()).containsEntry("p50", 200L);
    }

    @Test
    void searchesAreNotMerged() {
        var search = result("0/1", 100, 4, List.of(new Step(100, true, 99.5, -1, 400)));
        assertThatThrownBy(() -> search.merge(search)).hasMessageContaining("nothing to merge");
    }

    @Test
    void comparingPrintsBothAndTheRatio() {
        var lines = LoadTable.compare(result("0/1", 100, 400, List.of()), result("0/1", 250, 100, List.of()));
        assertThat(lines).anyMatch(line -> line.matches("edits/s +100 +250 +2\\.50"));
        assertThat(lines).anyMatch(line -> line.matches("edit → counted ms p99 +396 +99 +0\\.25"));
        assertThat(lines).anyMatch(line -> line.matches("sustainable edits/s +– +– +–"));
        assertThat(lines).noneMatch(line -> line.contains("differ"));
    }
}
