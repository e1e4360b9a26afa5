package chorus.evaluate.amplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InterferenceTest {
    @Test
    void isTheChangeAgainstTheHitsOfTheCampaignAlone() {
        // 44 instead of 50, 55 instead of 50
        assertThat(Interference.of(44, 50).orElseThrow()).isCloseTo(-0.12, within(1e-12));
        assertThat(Interference.of(55, 50).orElseThrow()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void isNoneWhereNothingChangesAndMinusOneWhereNothingIsLeft() {
        assertThat(Interference.of(7, 7)).hasValue(0);
        assertThat(Interference.of(0, 7)).hasValue(-1);
    }

    @Test
    void isUndefinedWhereTheCampaignAloneHasNoHit() {
        assertThat(Interference.of(3, 0)).isEmpty();
        assertThat(Interference.of(0, 0)).isEmpty();
    }
}
