package chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.results.GenerationRow;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GenerationLinesTest {
    @Test
    void aGenerationIsOneLineBelowItsHead() {
        var lines = new GenerationLines(List.of("lift", "a, \"b\""));
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
        assertThat(new GenerationLines(List.of()).line(skipped, List.of(), OptionalLong.empty()))
                .isEqualTo("   5       7,000 │ skipped: no test playlists");
    }

    @Test
    void withoutCampaignsTheHeadIsOneLine() {
        assertThat(new GenerationLines(List.of()).head()).isEqualTo(" gen       edits │   Gini R-prec    lag");
    }

    @Test
    void moreThanTwoCampaignsAreLeftToTheFile() {
        var head = new GenerationLines(List.of("a", "b", "c", "d")).head();
        assertThat(head).contains("2 more in evaluations.csv");
        assertThat(head.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }
}
