package chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.results.EvaluationRow;
import chorus.worlds.Worlds;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PeakMatrixTest {
    @Test
    void aCampaignStandsInEachOfItsWorldsAtItsPeakThere() {
        var worlds = Rows.race(2);
        // 90 of 500 alone, 75 of 500 beside the other: 75/90 − 1
        assertThat(PeakMatrix.of(worlds, rows(worlds))).isEqualTo("""
                        hits % at the campaign's peak in each world (against the world of the campaign alone)
                                                      c1               c2              all
                        c1                          18.0                –     15.0 (-17 %)
                        c2                             –             18.0     15.0 (-17 %)""");
    }

    @Test
    void whereNoneMeetNothingIsCompared() {
        var all = Rows.race(2).named();
        var apart = new Worlds(all.subList(0, all.size() - 1));
        assertThat(PeakMatrix.of(apart, rows(Rows.race(2)))).isEqualTo("""
                        hits % at the campaign's peak in each world
                                                      c1               c2
                        c1                          18.0                –
                        c2                             –             18.0""");
    }

    @Test
    void fourCampaignsInFiveWorldsStandInAHundredColumns() {
        var worlds = Rows.race(4);
        assertThat(PeakMatrix.of(worlds, rows(worlds)).lines())
                .hasSize(1 + 1 + 4)
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    }

    @Test
    void moreWorldsStandBelow() {
        var worlds = Rows.race(6);
        assertThat(PeakMatrix.of(worlds, rows(worlds)).lines())
                .hasSize(1 + 2 * (1 + 6))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    }

    @Test
    void oneWorldWithCampaignsMakesNoMatrix() {
        assertThat(PeakMatrix.of(Rows.WORLDS, Rows.tenGenerations())).isEmpty();
    }

    private static List<EvaluationRow> rows(Worlds worlds) {
        return LongStream.range(0, 10)
                .mapToObj(generation -> Rows.race(worlds, generation))
                .flatMap(List::stream)
                .toList();
    }
}
