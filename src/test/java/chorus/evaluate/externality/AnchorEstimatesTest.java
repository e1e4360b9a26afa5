package chorus.evaluate.externality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.playlist.Campaign;
import chorus.playlist.TrackId;
import chorus.rows.results.Figures;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnchorEstimatesTest {
    /** Tracks 0…4 in 1, 2, 4, 0 and 200 of 400 playlists, the target 3. */
    private final Externalities found =
            new Externalities(new long[5], new long[5], new int[] {1, 2, 4, 0, 200}, IntSet.of(3));

    private static Campaign campaign(List<Double> estimates) {
        var anchors = Stream.of(0, 2, 4, 7).map(TrackId::new).toList();
        return new Campaign(
                "lift", List.of(new TrackId(3)), "DirLoF", 4, 1, 9, anchors, List.of(1, 2, 3, 4), estimates);
    }

    @Test
    void aWorkedExample() {
        var campaign = campaign(List.of(.01, .02, .5, .01));
        var figures = AnchorEstimates.of(found, campaign, campaign.anchors(4), 400);
        // of the truth, the fourth is in none
        assertThat(figures.of("anchor_probability").orElseThrow())
                .isCloseTo((1 + 4 + 200 + 0) / 4.0 / 400, within(1e-15));
        assertThat(figures.of("anchor_probability_estimated").orElseThrow())
                .isCloseTo((.01 + .02 + .5 + .01) / 4, within(1e-15));
        assertThat(figures.of("anchor_plays_estimated_from_1")).hasValue(4);
        assertThat(figures.of("anchor_plays_estimated_from_2")).isEmpty();
        assertThat(figures.of("anchor_plays_estimated_from_3")).hasValue(8);
        assertThat(figures.of("anchor_plays_estimated_from_101")).hasValue(200);
    }

    @Test
    void onlyOfMembersWhoHoldAPlant() {
        var campaign = campaign(List.of(.01, .02, .5, .01));
        var first = AnchorEstimates.of(found, campaign, campaign.anchors(1), 400);
        assertThat(first.of("anchor_probability")).hasValue(1 / 400.0);
        assertThat(first.of("anchor_plays_estimated_from_3")).isEmpty();
    }

    @Test
    void undefinedWhereNothingIsEstimated() {
        var untold = campaign(List.of());
        assertThat(AnchorEstimates.of(found, untold, untold.anchors(4), 400)).isEqualTo(Figures.NONE);
        var told = campaign(List.of(.01, .02, .5, .01));
        assertThat(AnchorEstimates.of(found, told, List.of(), 400)).isEqualTo(Figures.NONE);
    }
}
