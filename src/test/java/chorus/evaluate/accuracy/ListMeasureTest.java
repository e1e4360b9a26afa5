package chorus.evaluate.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.rows.results.Figures;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListMeasureTest {
    /** Artists of tracks 0…4; that of track 2 is unknown. */
    private static final int[] ARTISTS = {0, 1, -1, 0, 2};

    /** Track 2 misses, 0 hits at rank 1, 1 misses, 4 hits at rank 3; K = 3, four asked for. */
    private static final JudgedList LIST = judged(new int[] {2, 0, 1, 4}, 0, 3, 4);

    /** A list that begins with all that was held out. */
    private static final JudgedList PERFECT = judged(new int[] {3, 1, 2, 0}, 1, 3);

    private static final JudgedList MISS = judged(new int[] {2, 4}, 0, 3);

    private static JudgedList judged(int[] recommended, int... heldOut) {
        return JudgedList.of(recommended, heldOut, 4, track -> ARTISTS[track]);
    }

    @Test
    void precisionIsHitsOverTracksAskedFor() {
        assertThat(new Precision().of(LIST)).isEqualTo(2 / 4.0);
        assertThat(new Precision().of(MISS)).isZero();
    }

    @Test
    void aShortListIsNotRewardedWithPrecision() {
        // one hit in a list of one, four asked for
        assertThat(new Precision().of(judged(new int[] {0}, 0))).isEqualTo(1 / 4.0);
    }

    @Test
    void recallIsHitsOverHeldOutTracks() {
        assertThat(new Recall().of(LIST)).isEqualTo(2 / 3.0);
        assertThat(new Recall().of(PERFECT)).isEqualTo(1);
    }

    @Test
    void ndcgDiscountsByRankAgainstTheIdealList() {
        // (1/log₂3 + 1/log₂5) / (1 + 1/log₂3 + 1/log₂4) = (0.63093 + 0.43068) / (1 + 0.63093 + 0.5) = 0.49819
        assertThat(new Ndcg().of(LIST)).isCloseTo(0.49819, within(5e-6));
        assertThat(new Ndcg().of(PERFECT)).isEqualTo(1);
        assertThat(new Ndcg().of(MISS)).isZero();
    }

    @Test
    void rPrecisionLooksAtTheFirstKOnly() {
        // of the hits at ranks 1 and 3 only the first is within K = 3
        assertThat(new RPrecision().of(LIST)).isEqualTo(1 / 3.0);
        assertThat(new RPrecision().of(PERFECT)).isEqualTo(1);
    }

    @Test
    void rPrecisionWithArtistsAddsAQuarterOfTheSharedArtists() {
        // held out 0, 3, 4: artists {0, 2}; recommended 2, 0, 1, 4: artists {0, 1, 2}; shared 2: (1 + 2/4) / 3
        assertThat(new RPrecisionArtists().of(LIST)).isEqualTo(1.5 / 3);
        assertThat(new RPrecisionArtists().of(MISS)).isZero();
        // both held-out tracks found with both artists: (2 + 2/4) / 2
        assertThat(new RPrecisionArtists().of(PERFECT)).isEqualTo(1.25);
    }

    @Test
    void unknownArtistsAreNeverShared() {
        assertThat(judged(new int[] {2}, 2).sharedArtists()).isZero();
    }

    @Test
    void clicksCountTensBeforeTheFirstHitAnd51OnAMiss() {
        assertThat(new Clicks().of(LIST)).isZero();
        assertThat(new Clicks().of(MISS)).isEqualTo(51);
        assertThat(new Clicks().of(new JudgedList(new int[] {10, 11}, 3, 500, 0)))
                .isEqualTo(1);
        assertThat(new Clicks().of(new JudgedList(new int[] {499}, 3, 500, 0))).isEqualTo(49);
    }

    @Test
    void meansAreTakenOverTheLists() {
        var tally = new AccuracyTally();
        assertThat(tally.means()).isEqualTo(Figures.NONE);
        tally.add(LIST);
        tally.add(MISS);
        var means = tally.means();
        assertThat(means.of("precision")).hasValue((0.5 + 0) / 2);
        assertThat(means.of("recall")).hasValue(2 / 3.0 / 2);
        assertThat(means.of("ndcg").orElseThrow()).isCloseTo(0.49819 / 2, within(5e-6));
        assertThat(means.of("r_precision")).hasValue(1 / 3.0 / 2);
        assertThat(means.of("r_precision_artists")).hasValue(0.5 / 2);
        assertThat(means.of("clicks")).hasValue((0 + 51) / 2.0);
    }

    @Test
    void mergedTalliesGiveTheMeansOfTheWhole() {
        var whole = new AccuracyTally();
        var parts = new AccuracyTally[] {new AccuracyTally(), new AccuracyTally()};
        IntStream.range(0, 3).forEach(i -> {
            var list = new JudgedList[] {LIST, MISS, PERFECT}[i];
            whole.add(list);
            parts[i % 2].add(list);
        });
        parts[0].merge(parts[1]);
        assertThat(parts[0].means())
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
                .isEqualTo(whole.means());
    }
}
