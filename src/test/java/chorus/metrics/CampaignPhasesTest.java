package chorus.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.metrics.CampaignPhases.OfWorld;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CampaignPhasesTest {
    private static final OfWorld LIFT = new OfWorld("lift", "factual");

    private final CampaignPhases phases = new CampaignPhases();

    @Test
    void membersJoinHoldAndLeave() {
        var told = new ArrayList<String>();
        for (var members : List.of(0L, 0L, 4L, 8L, 8L, 3L, 0L, 0L)) {
            told.add(phases.next(List.of(row("lift", "factual", members))).getOrDefault(LIFT, "?"));
        }
        // what there was before the first is not known
        assertThat(told).containsExactly("?", "", "join", "join", "hold", "leave", "leave", "");
    }

    @Test
    void aCampaignThatIsThereForTheFirstTimeJoins() {
        phases.next(List.of());
        assertThat(phases.next(List.of(row("lift", "factual", 5)))).containsEntry(LIFT, "join");
    }

    @Test
    void aProcessThatComesBackSaysNothingUntilItHasSeenTwoGenerations() {
        assertThat(phases.next(List.of(row("lift", "factual", 5)))).isEmpty();
        assertThat(phases.next(List.of(row("lift", "factual", 5)))).containsEntry(LIFT, "hold");
    }

    @Test
    void worldsAndCampaignsAreApartAndRecommendersAreNot() {
        phases.next(List.of(row("lift", "factual", 5), row("lift", "alone", 5)));
        var rows = LongStream.of(5, 6)
                .mapToObj(members -> row("lift", members == 5 ? "factual" : "alone", members))
                .flatMap(row -> List.of(row, row).stream())
                .toList();
        assertThat(phases.next(rows))
                .containsEntry(LIFT, "hold")
                .containsEntry(new OfWorld("lift", "alone"), "join")
                .hasSize(2);
    }

    private static EvaluationRow row(String campaign, String world, long members) {
        var effect = new EvaluationRow.Effect(members, 0, 0, 0, Figures.NONE);
        return new EvaluationRow(7, world, campaign, "PooledNN", 10, effect, Figures.NONE);
    }
}
