package chorus.report.kept;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.altruism.SomeAltruism;
import chorus.ratings.results.RoundRow;
import chorus.report.altruism.RoundTable;
import chorus.report.altruism.RoundsBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRoundTest {
    private static final List<RoundRow> ROWS = SomeAltruism.played();

    @TempDir
    private Path directory;

    @Test
    void whatABundleHoldsIsReadBackToTheSameBitsAndWhatIsUndefinedHasNoEntry() throws IOException {
        write(RoundsBundle.csv(ROWS));
        assertThat(KeptRound.areIn(directory)).isTrue();
        var kept = KeptRound.in(directory);
        assertThat(kept).extracting(KeptRound::round).containsExactly(0, 1, 2);
        for (var row : ROWS) {
            var figures = requireNonNull(kept.get(row.round()).worlds().get(row.world()));
            assertThat(figures)
                    .containsEntry("minority", row.welfare().minority())
                    .containsEntry("members", (double) row.campaign().members())
                    .containsEntry("sigma_3", row.platform().singular().get(2));
            assertThat(figures.containsKey("belief"))
                    .isEqualTo(row.campaign().belief().isPresent());
        }
        assertThat(kept.getFirst().worlds()).hasSize(2);
        assertThat(kept.getFirst().worlds().get("factual")).containsKey("belief");
        assertThat(kept.getFirst().worlds().get("counterfactual")).doesNotContainKey("belief");
    }

    @Test
    void aLineThatIsStillBeingWrittenIsLeftOutAndFilesOfEarlierVersionsHaveFewerColumns() throws IOException {
        write("round,world,k\n0,a,3\n0,b,4\n1,a,");
        assertThat(KeptRound.in(directory)).singleElement().satisfies(round -> assertThat(
                        round.worlds().get("b"))
                .containsOnlyKeys("round", "k")
                .containsEntry("k", 4.0));
    }

    @Test
    void whatIsNoNumberIsTold() throws IOException {
        write("round,world,k\n0,a,three\n");
        assertThatThrownBy(() -> KeptRound.in(directory))
                .isInstanceOf(KeptFault.class)
                .hasMessage(directory.resolve("rounds.csv") + ":2: k = three: must be a number or nothing");
    }

    @Test
    void aDirectoryOfSomethingElseHasNone() {
        assertThat(KeptRound.areIn(directory)).isFalse();
    }

    private void write(String page) throws IOException {
        Files.writeString(directory.resolve(RoundTable.ROUNDS.file()), page);
    }
}
