package chorus.report.altruism;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.altruism.SomeAltruism;
import chorus.ratings.results.RoundRow;
import chorus.report.altruism.RoundsBundle.Origin;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsBundleTest {
    private static final List<RoundRow> ROWS = SomeAltruism.played();

    @Test
    void theFirstColumnsStandInTheirOrder() {
        assertThat(RoundsBundle.csv(ROWS))
                .startsWith("round,world,observed,k,members,welfare,majority,minority,minority_ideal,minority_served,"
                        + "minority_right,harmed,loss,");
    }

    @Test
    void aRunHasARowARoundAndWorldAndItsOtherFiles(@TempDir Path directory) throws IOException {
        RoundsBundle.write(directory, new Origin("a", 1, "name: a\n", new TreeMap<>()), ROWS);
        var lines = Files.readAllLines(directory.resolve("rounds.csv"));
        assertThat(lines).hasSize(1 + 3 * 2);
        var columns = lines.getFirst().split(",", -1).length;
        assertThat(lines).allMatch(line -> line.split(",", -1).length == columns);
        assertThat(lines.get(2)).startsWith("0,counterfactual,");
        var summary =
                new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
        assertThat(summary.get("rounds").asInt()).isEqualTo(3);
        assertThat(summary.get("worlds").get(0).get("minority").asDouble())
                .isEqualTo(ROWS.get(4).welfare().minority());
        assertThat(Files.readString(directory.resolve("settings.yaml"))).isEqualTo("name: a\n");
        assertThat(Files.readString(directory.resolve("chart.svg")))
                .startsWith("<svg")
                .contains("factual");
    }

    @Test
    void aSweepHasWhatWasVariedInFront(@TempDir Path directory) throws IOException {
        var runs = new LinkedHashMap<List<String>, List<RoundRow>>();
        runs.put(List.of("0.2", "[1, 2]"), ROWS);
        runs.put(List.of("0.5", "[1, 2]"), ROWS);
        RoundsBundle.write(directory, List.of("altruism.eta", "other"), runs);
        var lines = Files.readAllLines(directory.resolve("sweep.csv"));
        assertThat(lines).hasSize(1 + 2 * 6);
        assertThat(lines.getFirst()).startsWith("altruism.eta,other,round,world,");
        assertThat(lines.get(7)).startsWith("0.5,\"[1, 2]\",0,factual,");
    }
}
