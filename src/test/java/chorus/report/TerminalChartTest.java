package chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.results.EvaluationRow;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalChartTest {
    @Test
    void aCampaignRisesAndFallsBesideItsTwin() {
        var rows = LongStream.range(0, 10)
                .mapToObj(g -> Rows.evaluations(g).getFirst())
                .toList();
        // 90 of 500 = 18 % of an axis of 20 %: 7.2 of 8 rows
        assertThat(TerminalChart.of(Rows.WORLDS, rows)).isEqualTo("""
                        lift: % of tests with the target in their first K; peak 18.0 % at generation 4
                            20 ┤                      ▂▂▂▂ ▂▂▂▂
                               │                      ████ ████
                               │                      ████ ████
                               │                 ▇▇▇▇ ████ ████ ▇▇▇▇
                          10.0 ┤                 ████ ████ ████ ████
                               │                 ████ ████ ████ ████
                               │            ▅▅▅▅ ████ ████ ████ ████ ▅▅▅▅
                               │            ████ ████ ████ ████ ████ ████
                               └──────────────────────────────────────────────────
                           gen       0    1    2    3    4    5    6    7    8    9
                        hits %     0.0  0.0  4.0 12.0 18.0 18.0 12.0  4.0  0.0  0.0
                        twin %     0.0  0.0  0.0  0.0  0.0  0.0  0.0  0.0  0.0  0.0
                           α %    0.00 0.00 0.22 0.67 1.00 1.00 0.67 0.22 0.00 0.00
                             A       –    – 18.0 18.0 18.0 18.0 18.0 18.0    –    –
                        """);
    }

    @Test
    void aCampaignIsDrawnInEachOfItsWorldsAndNotInTheTwin() {
        var worlds = Rows.race(2);
        assertThat(TerminalChart.of(worlds, Rows.race(worlds, 4)).lines().filter(line -> line.contains("peak")))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("c1", "c2", "c1 in all", "c2 in all");
    }

    @Test
    void withoutACampaignThereIsNoChart() {
        assertThat(TerminalChart.of(Rows.WORLDS, List.of(Rows.row(0, "factual", "", 0))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 18, 40, 91, 92, 1000})
    void noLineIsWiderThanAHundredColumns(int generations) {
        var name = "a campaign with a name that has no end at all";
        var worlds = new Worlds(List.of(new World(1, "world", Set.of(name)), new World(0, "twin", Set.of())));
        List<EvaluationRow> rows = LongStream.range(0, generations)
                .mapToObj(g -> Rows.row(g, "world", name, g % 500))
                .toList();
        assertThat(TerminalChart.of(worlds, rows).lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    }
}
