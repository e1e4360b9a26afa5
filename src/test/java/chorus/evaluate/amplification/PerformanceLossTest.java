package chorus.evaluate.amplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.evaluate.accuracy.JudgedList;
import chorus.rows.results.Figures;
import org.assertj.core.api.AbstractDoubleAssert;
import org.junit.jupiter.api.Test;

/** Lists of 20 tracks with three held out. */
class PerformanceLossTest {
    private final PerformanceLoss loss = new PerformanceLoss();

    private static JudgedList hits(int... ranks) {
        return new JudgedList(ranks, 3, 20, 0);
    }

    private AbstractDoubleAssert<?> figure(String name) {
        return assertThat(loss.figures().of(name).orElseThrow()).as(name);
    }

    @Test
    void aTargetThatTakesTheFirstPlaceShiftsWhatIsRelevant() {
        // relevant at 0 and 10 in the twin, at 1 and 11 beside the target at 0; the ideal is 1 + 0.63093 + 0.5 =
        // 2.13093
        loss.add(hits(0, 10), hits(1, 11), 0);
        // (1 + 1/log₂12) − (1/log₂3 + 1/log₂13) = 1.27894 − 0.90117
        figure("loss_ndcg").isCloseTo((1.27894 - 0.90117) / 2.13093, within(1e-5));
        // the target for a third relevant track: 1 more
        figure("loss_ndcg_optimistic").isCloseTo((1.27894 - 1.90117) / 2.13093, within(1e-5));
        // the twin without its first: 1 less
        figure("loss_ndcg_adversarial").isCloseTo(1 / 2.13093, within(1e-5));
        // within the first 3: one in either; two with the target; none without the first
        figure("loss_r_precision").isZero();
        figure("loss_r_precision_optimistic").isCloseTo(-1 / 3.0, within(1e-12));
        figure("loss_r_precision_adversarial").isCloseTo(1 / 3.0, within(1e-12));
        // the first click shows it in either; without the first of the twin a listener asks for ten more
        figure("loss_clicks").isZero();
        figure("loss_clicks_optimistic").isZero();
        figure("loss_clicks_adversarial").isEqualTo(1);
    }

    @Test
    void moreClicksAreALoss() {
        loss.add(hits(0), hits(10), -1);
        loss.add(hits(0), hits(), -1);
        figure("loss_clicks").isEqualTo((1 + 51) / 2.0);
        figure("loss_clicks_adversarial").isZero();
    }

    @Test
    void aTargetBeyondTheFirstKErasesNothingButMayBeTakenForRelevant() {
        loss.add(hits(0), hits(0), 3);
        figure("loss_ndcg_adversarial").isZero();
        // 1/log₂5 = 0.43068 at rank 3
        figure("loss_ndcg_optimistic").isCloseTo(-0.43068 / 2.13093, within(1e-5));
        figure("loss_r_precision_optimistic").isZero();
    }

    @Test
    void whereAllThatIsRelevantIsListedTheTargetCannotBeMore() {
        loss.add(hits(0, 1, 2), hits(1, 2, 3), 0);
        figure("loss_ndcg_optimistic").isEqualTo(loss.figures().of("loss_ndcg").orElseThrow());
    }

    @Test
    void withoutATestThereIsNoLoss() {
        assertThat(loss.figures()).isEqualTo(Figures.NONE);
    }
}
