package chorus.evaluate.amplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EffectTallyTest {
    @Test
    void perPlaylistIsTheGainOverTheTwinForEachUnitOfAlpha() {
        // (12 − 2) of 100 tests at α = 1 %: 0.1 / 0.01
        assertThat(Amplification.perPlaylist(12, 2, 100, 0.01).orElseThrow()).isCloseTo(10, within(1e-12));
        assertThat(Amplification.perPlaylist(0, 0, 100, 0.01).orElseThrow()).isZero();
    }

    @Test
    void perFrequencyComparesSharesOfListsAndOfTrainingData() {
        // 6 of 300 counted recommendations; 20 of 4,000 entries: 0.02 / 0.005
        assertThat(Amplification.perFrequency(6, 300, 20, 4000).orElseThrow()).isCloseTo(4, within(1e-12));
    }

    @Test
    void withoutPlantsAmplificationIsUndefinedNotZero() {
        assertThat(Amplification.perPlaylist(3, 1, 100, 0)).isEmpty();
        assertThat(Amplification.perFrequency(3, 300, 0, 4000)).isEmpty();
    }

    @Test
    void withoutTestsAmplificationIsUndefined() {
        assertThat(Amplification.perPlaylist(0, 0, 0, 0.1)).isEmpty();
        assertThat(Amplification.perFrequency(0, 0, 5, 4000)).isEmpty();
    }

    @Test
    void successIsRatedOverThreeKindsOfTests() {
        var tally = new EffectTally();
        tally.add(20, true, true, false, false);
        tally.add(30, false, true, true, false);
        tally.add(25, true, false, false, false);
        tally.add(25, false, false, true, false);
        tally.addTwinHits(1);
        var effect = tally.effect(5, 50, 400);
        assertThat(effect.members()).isEqualTo(5);
        assertThat(effect.alpha()).isEqualTo(0.1);
        assertThat(effect.hits()).isEqualTo(2);
        assertThat(effect.twinHits()).isEqualTo(1);
        // (2 − 1) / 4 / 0.1; (2/100) / (5/400)
        assertThat(effect.figures().of("amplification_per_playlist").orElseThrow())
                .isCloseTo(2.5, within(1e-12));
        assertThat(effect.figures().of("amplification_per_frequency").orElseThrow())
                .isCloseTo(1.6, within(1e-12));
        // 2 of 4; 1 of the 2 with an anchor in the seed; 0 of the 2 with one in the twin's list
        assertThat(effect.figures().of("success_rate")).hasValue(0.5);
        assertThat(effect.figures().of("success_rate_anchor_in_seed")).hasValue(0.5);
        assertThat(effect.figures().of("success_rate_anchor_in_twin")).hasValue(0);
    }

    @Test
    void ratesOverKindsThatDoNotOccurAreUndefined() {
        var tally = new EffectTally();
        tally.add(20, true, false, false, false);
        assertThat(tally.effect(5, 50, 400).figures().values())
                .containsKey("success_rate")
                .doesNotContainKeys("success_rate_anchor_in_seed", "success_rate_anchor_in_twin");
    }

    @Test
    void withoutMembersOnlyHitsAreTold() {
        var tally = new EffectTally();
        tally.add(20, true, true, true, false);
        tally.addTwinHits(1);
        assertThat(tally.effect(0, 50, 400)).isEqualTo(EffectTally.none(1, 1));
    }

    @Test
    void mergedTalliesGiveTheEffectOfTheWhole() {
        for (var seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var whole = new EffectTally();
            var parts = new EffectTally[] {new EffectTally(), new EffectTally()};
            for (var test = 0; test < 30; test++) {
                var part = parts[random.nextInt(2)];
                var heldOut = 11 + random.nextInt(90);
                var facts = new boolean[] {
                    random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean()
                };
                whole.add(heldOut, facts[0], facts[1], facts[2], facts[3]);
                part.add(heldOut, facts[0], facts[1], facts[2], facts[3]);
                whole.addTwinHits(test % 2);
                part.addTwinHits(test % 2);
            }
            parts[0].merge(parts[1]);
            assertThat(parts[0].effect(9, 300, 7000)).as("seed %d", seed).isEqualTo(whole.effect(9, 300, 7000));
        }
    }
}
