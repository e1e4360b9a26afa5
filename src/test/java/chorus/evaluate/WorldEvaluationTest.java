package chorus.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.config.RecommendSettings.Popularity;
import chorus.evaluate.amplification.EffectTally;
import chorus.playlist.Campaign;
import chorus.playlist.SomeCampaign;
import chorus.playlist.TrackId;
import chorus.recommend.CountedPlaylists;
import chorus.recommend.Recommender;
import chorus.recommend.TrainingSet;
import chorus.rows.results.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Popularity lists on five-track worlds: organic 0 1 | 0 1 | 0 2 | 0, and track 3 planted at the end of the first three. */
class WorldEvaluationTest {
    private static final Campaign CAMPAIGN =
            SomeCampaign.of("lift", List.of(new TrackId(3)), "Random", 3, 1, 9, List.of(new TrackId(1)));

    private static final List<TestPlaylist> TESTS = List.of(
            new TestPlaylist(5, new int[] {0}, new int[] {1, 2}), new TestPlaylist(8, new int[] {1}, new int[] {0}));

    /** Counts 4, 2, 1, 3: lists 3 1 2 and 0 3 2. */
    private final WorldEvaluation with =
            evaluation(List.of(new int[] {0, 1, 3}, new int[] {0, 1, 3}, new int[] {0, 2, 3}, new int[] {0}));

    /** Counts 4, 2, 1: lists 1 2 and 0 2. */
    private final WorldEvaluation twin =
            evaluation(List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 2}, new int[] {0}));

    private static WorldEvaluation evaluation(List<int[]> playlists) {
        return evaluation(playlists, TESTS);
    }

    private static WorldEvaluation evaluation(List<int[]> playlists, List<TestPlaylist> tests) {
        return evaluation(playlists, tests, 1);
    }

    private static WorldEvaluation evaluation(List<int[]> playlists, List<TestPlaylist> tests, int rareBound) {
        var counts = CountedPlaylists.count(playlists, 4, 10);
        var model = new Recommender(new Popularity()).fit(new TrainingSet(counts));
        return WorldEvaluation.of(
                model, counts, tests, new EvaluationTerms(10, 0.8, rareBound, new Artists(new int[] {0, 0, 1})));
    }

    @Test
    void onlyTheFirstKRecommendationsCountForATarget() {
        // track 3 leads the first list (K = 2) and is second in the other (K = 1)
        assertThat(with.hits(List.of(new TrackId(3)))).isEqualTo(1);
        assertThat(twin.hits(List.of(new TrackId(3)))).isZero();
    }

    @Test
    void theEffectIsMeasuredAgainstTheTwin() {
        var effect = with.effect(CAMPAIGN, 3, twin);
        assertThat(effect.members()).isEqualTo(3);
        assertThat(effect.alpha()).isEqualTo(3 / 4.0);
        // (1 − 0) / 2 / 0.75; 1 of ΣK = 3 against 3 of 10 entries
        assertThat(effect.figures().of("amplification_per_playlist").orElseThrow())
                .isCloseTo(2 / 3.0, within(1e-12));
        assertThat(effect.figures().of("amplification_per_frequency").orElseThrow())
                .isCloseTo(10 / 9.0, within(1e-12));
        assertThat(effect.figures().of("success_rate")).hasValue(0.5);
        // the anchor 1 is the seed of the second test, a miss, and within the twin's first K of the first, a hit
        assertThat(effect.figures().of("success_rate_anchor_in_seed")).hasValue(0);
        assertThat(effect.figures().of("success_rate_anchor_in_twin")).hasValue(1);
    }

    @Test
    void theTargetsRankIsThatInTheWholeList() {
        // first of three, second of three
        var figures = with.effect(CAMPAIGN, 3, twin).figures();
        assertThat(figures.of("target_reciprocal_rank")).hasValue((1 + 0.5) / 2);
        assertThat(figures.of("target_in_first_1")).hasValue(0.5);
        assertThat(figures.of("target_in_first_5")).hasValue(1);
    }

    @Test
    void theLossIsWhatTheTwinHasMore() {
        // the twin's lists begin with all that is held out; here the first has hits at ranks 1 and 2 of K = 2
        var figures = with.effect(CAMPAIGN, 3, twin).figures();
        assertThat(figures.of("loss_ndcg").orElseThrow()).isCloseTo((1 - 0.69343) / 2, within(5e-6));
        assertThat(figures.of("loss_r_precision")).hasValue((1 - 0.5) / 2);
        assertThat(figures.of("loss_clicks")).hasValue(0);
        // the target is a hit in the first test alone: of the twin's list there, the second of two is left, 0.63093 /
        // 1.63093
        assertThat(figures.of("loss_ndcg_adversarial").orElseThrow()).isCloseTo((1 - 0.38685) / 2, within(5e-6));
        assertThat(figures.of("loss_ndcg_optimistic")).isEqualTo(figures.of("loss_ndcg"));
    }

    @Test
    void successIsRatedOverTheTestsWithARareOrUnseenSeedTrack() {
        // track 1 stands in two playlists: the second test, a miss. Unseen 9: a third, of K = 2, a hit
        var playlists = List.of(new int[] {0, 1, 3}, new int[] {0, 1, 3}, new int[] {0, 2, 3}, new int[] {0});
        var third = new TestPlaylist(9, new int[] {9}, new int[] {1, 2});
        var effect = evaluation(playlists, List.of(TESTS.getFirst(), TESTS.getLast(), third), 2)
                .effect(CAMPAIGN, 3, twin);
        assertThat(effect.figures().of("rare_seed_share")).hasValue(2 / 3.0);
        assertThat(effect.figures().of("success_rate_rare_seed")).hasValue(0.5);
        var amplification = effect.figures().of("amplification_per_playlist").orElseThrow();
        assertThat(effect.figures().of("amplification_per_rare_seed")).hasValue(amplification / (2 / 3.0));
        // none is rare to the bound of 1
        assertThat(with.effect(CAMPAIGN, 3, twin).figures().of("rare_seed_share"))
                .hasValue(0);
        assertThat(with.effect(CAMPAIGN, 3, twin).figures().values())
                .doesNotContainKeys("success_rate_rare_seed", "amplification_per_rare_seed");
    }

    @Test
    void anAnchorCountsOnceItsMemberHoldsAPlant() {
        var late = new Campaign(
                "lift", List.of(new TrackId(3)), "Random", 3, 1, 9, List.of(new TrackId(1)), List.of(2), List.of());
        assertThat(with.effect(late, 1, twin).figures().values())
                .containsKey("success_rate")
                .doesNotContainKeys("success_rate_anchor_in_seed", "success_rate_anchor_in_twin");
        for (var holding = 2; holding <= 3; holding++) {
            assertThat(with.effect(late, holding, twin)).isEqualTo(with.effect(CAMPAIGN, holding, twin));
        }
    }

    @Test
    void membersAreThoseWhoPlantedNotWhoHoldTheTarget() {
        // two of the three copies are organic: (1 − 0) / 2 / 0.25
        var effect = with.effect(CAMPAIGN, 1, twin);
        assertThat(effect.members()).isEqualTo(1);
        assertThat(effect.alpha()).isEqualTo(0.25);
        assertThat(effect.figures().of("amplification_per_playlist")).hasValue(2);
        assertThat(with.effect(CAMPAIGN, 0, twin)).isEqualTo(EffectTally.none(1, 0));
    }

    @Test
    void interferenceComparesTheHitsWithThoseInTheWorldOfTheCampaignAlone() {
        assertThat(with.interference(CAMPAIGN, with).of("interference")).hasValue(0);
        assertThat(twin.interference(CAMPAIGN, with).of("interference")).hasValue(-1);
        assertThat(with.interference(CAMPAIGN, twin)).isEqualTo(Figures.NONE);
    }

    @Test
    void theSizesOfTheCountsAreKept() {
        // 10 entries; 01 03 13 02 23
        assertThat(with.sizes()).isEqualTo(new WorldEvaluation.Sizes(4, 10, 4, 5));
    }

    @Test
    void theTwinIsUntouched() {
        assertThat(twin.untouched(CAMPAIGN)).isEqualTo(EffectTally.none(0, 0));
    }

    @Test
    void accuracyIsTheMeanOverTheTests() {
        // NDCG: hits at ranks 1 and 2 of K = 2: (0.63093 + 0.5) / 1.63093 = 0.69343; a hit at rank 0: 1
        assertThat(with.figures().of("ndcg").orElseThrow()).isCloseTo((0.69343 + 1) / 2, within(5e-6));
    }

    @Test
    void biasIsThatOfTheFirstKRecommendations() {
        // 3 1 and 0: counts 1, 1, 0, 1 over four tracks: (−1 + 1 + 3) / (3·3); frequencies 3 + 2 + 4 over 3
        var bias = with.figures();
        assertThat(bias.of("gini_tracks").orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(bias.of("coverage")).hasValue(0.75);
        assertThat(bias.of("arp")).hasValue(3);
    }

    @Test
    void withoutTestsOrTrainingDataThereIsNoAccuracy() {
        var untested = evaluation(List.of(new int[] {0, 1}), List.of());
        assertThat(untested.figures()).isEqualTo(Figures.NONE);
        var untrained = evaluation(List.of());
        assertThat(untrained.testPlaylists()).isEqualTo(2);
        assertThat(untrained.figures()).isEqualTo(Figures.NONE);
    }
}
