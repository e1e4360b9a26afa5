package chorus.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.evaluate.amplification.RankQuantiles;
import chorus.evaluate.externality.Externalities;
import chorus.evaluate.externality.GainByAnchor;
import chorus.evaluate.externality.GainByPopularity;
import chorus.evaluate.externality.LorenzPoints;
import chorus.evaluate.externality.PlayCounts;
import chorus.rows.results.Figures;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How figures are spread: worked by hand. */
class SpreadTest {
    @Test
    void quantilesOfTheRankAreInUnitsOfKAndUndefinedBeyondTheLists() {
        // ranks 1, 6, 2 of K = 2, 4, 4: 0.5, 1.5, 0.5; the fourth list lacks the target
        var figures = RankQuantiles.of(new int[] {0, 5, 1, -1}, new int[] {2, 4, 4, 9});
        assertThat(of(figures, "target_listed")).isEqualTo(0.75);
        // ⌈0.05·4⌉ = 1st, ⌈0.25·4⌉ = 1st, ⌈0.5·4⌉ = 2nd, ⌈0.75·4⌉ = 3rd, ⌈0.9·4⌉ = 4th of 0.5, 0.5, 1.5, beyond
        assertThat(of(figures, "target_rank_p5")).isEqualTo(0.5);
        assertThat(of(figures, "target_rank_p25")).isEqualTo(0.5);
        assertThat(of(figures, "target_rank_p50")).isEqualTo(0.5);
        assertThat(of(figures, "target_rank_p75")).isEqualTo(1.5);
        assertThat(figures.of("target_rank_p90")).isEmpty();
    }

    @Test
    void aTenthOfThirtyTestsIsThreeOfThem() {
        var ranks = LongStream.range(0, 30).mapToInt(i -> (int) i).toArray();
        var heldOut = LongStream.range(0, 30).mapToInt(i -> 1).toArray();
        assertThat(of(RankQuantiles.of(ranks, heldOut), "target_rank_p10")).isEqualTo(3);
    }

    @Test
    void withoutATestNothingOfARankIsDefined() {
        assertThat(RankQuantiles.of(new int[0], new int[0])).isEqualTo(Figures.NONE);
    }

    @Test
    void theLorenzCurveOfEqualSharesIsTheStraightLine() {
        var figures = LorenzPoints.of(LongStream.range(0, 100).map(i -> 7).toArray());
        LorenzPoints.MEASURES.forEach(measure -> assertThat(of(figures, measure.name()))
                .isCloseTo(Integer.parseInt(measure.name().substring("lorenz_".length())) / 100.0, within(1e-12)));
    }

    @Test
    void theLorenzCurveOfOneTrackAloneStaysAtNothingToTheEnd() {
        var alone = new long[100];
        alone[42] = 9;
        var figures = LorenzPoints.of(alone);
        assertThat(figures.values().values())
                .hasSize(LorenzPoints.MEASURES.size())
                .containsOnly(0.0);
        assertThat(LorenzPoints.of(new long[100])).isEqualTo(Figures.NONE);
    }

    @Test
    void gainsAreSummedByThePopularityInTheTwinAndLeaveTheTargetOut() {
        // track:          0  1  2  3   4
        var counts = new int[] {1, 2, 4, 0, 200};
        var before = new long[] {3, 1, 5, 9, 20};
        var after = new long[] {2, 1, 8, 9};
        var figures = GainByPopularity.of(new Externalities(before, after, counts, IntSet.of(1)), 10, 38, 400, 1000);
        assertThat(of(figures, "delta_r_from_1")).isEqualTo(-1);
        // the only track with two plays is the target
        assertThat(of(figures, "delta_r_from_2")).isEqualTo(0);
        assertThat(of(figures, "delta_r_from_3")).isEqualTo(3);
        assertThat(of(figures, "delta_r_from_101")).isEqualTo(-20);
        assertThat(of(figures, "delta_r_share_from_3")).isEqualTo(0.6);
        assertThat(figures.of("delta_r_share_from_6")).isEmpty();
        // 20 of 38 recommendations, 200 of 1,000 entries
        assertThat(of(figures, "natural_amplification_from_101")).isEqualTo(20.0 / 38 / 0.2);
        assertThat(figures.of("natural_amplification_from_2")).isEmpty();
        // in 20 of 10 tests, 200 of 400 playlists
        assertThat(of(figures, "natural_amplification_per_playlist_from_101")).isEqualTo(20.0 / 10 / 0.5);
        assertThat(figures.of("natural_amplification_per_playlist_from_2")).isEmpty();
    }

    @Test
    void anchorsAreApartFromAllOthersAndTheTargetIsOfNeither() {
        var counts = new int[] {1, 2, 4, 0, 200};
        var before = new long[] {3, 1, 5, 9, 20};
        var after = new long[] {2, 1, 8, 9};
        var figures = GainByAnchor.of(new Externalities(before, after, counts, IntSet.of(1)), IntSet.of(0, 2, 3));
        assertThat(of(figures, "anchors")).isEqualTo(2);
        assertThat(of(figures, "delta_r_anchors")).isEqualTo(2);
        assertThat(of(figures, "r_twin_anchors")).isEqualTo(8);
        assertThat(of(figures, "delta_r_others")).isEqualTo(-20);
        assertThat(of(figures, "r_twin_others")).isEqualTo(20);
        assertThat(of(figures, "delta_r_share_anchors")).isEqualTo(0.25);
        assertThat(of(figures, "delta_r_share_others")).isEqualTo(-1);
    }

    @Test
    void whereNobodyWasRecommendedAnAnchorItsShareOfTheLossIsUndefined() {
        var none = new Externalities(new long[] {0, 4}, new long[] {0, 3}, new int[] {1, 2}, IntSet.of());
        var figures = GainByAnchor.of(none, IntSet.of(0));
        assertThat(figures.of("delta_r_share_anchors")).isEmpty();
        assertThat(of(figures, "delta_r_share_others")).isEqualTo(-0.25);
    }

    @Test
    void tracksAndAnchorsAreCountedByTheirPlaysAndTheTargetIsOfNeither() {
        // tracks 0…5, the target 1; an anchor that nobody plays in the twin is none of its catalogue
        var counts = new int[] {1, 2, 4, 0, 200, 1};
        var all = new Externalities(new long[0], new long[0], counts, IntSet.of(1));
        var figures = PlayCounts.of(all, IntSet.of(0, 1, 3, 4));
        assertThat(of(figures, "tracks_from_1")).isEqualTo(2);
        assertThat(of(figures, "tracks_from_2")).isEqualTo(0);
        assertThat(of(figures, "tracks_from_3")).isEqualTo(1);
        assertThat(of(figures, "tracks_from_101")).isEqualTo(1);
        assertThat(of(figures, "anchors_from_1")).isEqualTo(1);
        assertThat(of(figures, "anchors_from_2")).isEqualTo(0);
        assertThat(of(figures, "anchors_from_3")).isEqualTo(0);
        assertThat(of(figures, "anchors_from_101")).isEqualTo(1);
        assertThat(PlayCounts.of(all, IntSet.of()).of("anchors_from_1")).isEmpty();
    }

    /** The bins' names are written beside {@link Externalities}, which draws them. */
    @Test
    void everyBinHasTheNameOfItsLeastPlays() {
        var bins = new Externalities(new long[0], new long[0], new int[0], IntSet.of()).byPopularity();
        assertThat(GainByPopularity.MEASURES)
                .extracting(measure -> measure.name())
                .containsExactlyElementsOf(
                        Stream.of("delta_r_from_", "delta_r_share_from_", "natural_amplification_from_")
                                .flatMap(prefix -> bins.stream().map(bin -> prefix + bin.least()))
                                .toList());
        assertThat(PlayCounts.MEASURES)
                .extracting(measure -> measure.name())
                .containsExactlyElementsOf(Stream.of("tracks_from_", "anchors_from_")
                        .flatMap(prefix -> bins.stream().map(bin -> prefix + bin.least()))
                        .toList());
    }

    private static double of(Figures figures, String name) {
        return figures.of(name).orElseThrow();
    }
}
