package chorus.evaluate.amplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.rows.results.Figures;
import org.junit.jupiter.api.Test;

class TargetRankTest {
    @Test
    void ranksOfAWorkedExample() {
        var ranks = new TargetRank();
        for (var rank : new int[] {0, 1, 5, 9, 10, -1}) {
            ranks.add(rank);
        }
        var figures = ranks.figures();
        // 1 + 1/2 + 1/6 + 1/10 + 1/11 over six tests
        assertThat(figures.of("target_reciprocal_rank").orElseThrow())
                .isCloseTo((1 + 1 / 2.0 + 1 / 6.0 + 1 / 10.0 + 1 / 11.0) / 6, within(1e-12));
        assertThat(figures.of("target_in_first_1")).hasValue(1 / 6.0);
        assertThat(figures.of("target_in_first_5")).hasValue(2 / 6.0);
        assertThat(figures.of("target_in_first_10")).hasValue(4 / 6.0);
    }

    @Test
    void withoutATestThereIsNoRank() {
        assertThat(new TargetRank().figures()).isEqualTo(Figures.NONE);
    }
}
