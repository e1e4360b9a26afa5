package chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.results.GenerationRow;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationLinesTest {
    @Test
    void aGenerationIsOneLineBelowItsHead() {
        var lines = new GenerationLines(Rows.WORLDS, List.of("lift", "a, \"b\""));
        assertThat(lines.head().lines())
                .containsExactly(
                        "                 │ lift                  │ a, \"b\"                │",
                        " gen       edits │       α hits %      A │       α hits %      A │   Gini R-prec    lag");
        assertThat(lines.line(Rows.generation(4), Rows.evaluations(4), OptionalLong.of(12)))
                .isEqualTo("   4       5,000 │ 0.01000   18.0   18.0 │ 0.00000    0.0      – │  0.900  0.230     12");
    }

    @Test
    void aSkippedGenerationTellsWhy() {
        var skipped = new GenerationRow(5, "", 7000, 0, 0, 0, 0, 0, "no test playlists");
        assertThat(new GenerationLines(Rows.WORLDS, List.of()).line(skipped, List.of(), OptionalLong.empty()))
                .isEqualTo("   5       7,000 │ skipped: no test playlists");
    }

    @Test
    void withoutCampaignsTheHeadIsOneLine() {
        assertThat(new GenerationLines(Rows.WORLDS, List.of()).head())
                .isEqualTo(" gen       edits │   Gini R-prec    lag");
    }

    @Test
    void moreThanTwoCampaignsStandSideBySideWithTheirHitsAlone() {
        var worlds = Rows.race(2);
        var lines = new GenerationLines(worlds, List.of("c2", "c1"));
        assertThat(lines.head().lines())
                .containsExactly(
                        "                 │           c1           c2    c2 in all    c1 in all │",
                        " gen       edits │       hits %       hits %       hits %       hits % │   Gini R-prec    lag");
        assertThat(lines.line(Rows.generation(4), Rows.race(worlds, 4), OptionalLong.empty()))
                .isEqualTo(
                        "   4       5,000 │         18.0         18.0         15.0         15.0 │  0.900  0.230      –");
        assertThat(lines.line(Rows.generation(4), List.of(), OptionalLong.empty()))
                .isEqualTo("   4       5,000 │" + " ".repeat(52) + " │      –      –      –");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 12})
    void whatDoesNotFitIntoAHundredColumnsIsLeftToTheFile(int campaigns) {
        var worlds = Rows.race(campaigns);
        var lines = new GenerationLines(worlds, Rows.names(campaigns));
        assertThat(lines.head().contains("more: evaluations.csv")).isEqualTo(2 * campaigns > 6);
        assertThat(lines.head().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(lines.line(Rows.generation(4), Rows.race(worlds, 4), OptionalLong.of(7)))
                .hasSameSizeAs(lines.head().lines().toList().getLast());
    }
}
