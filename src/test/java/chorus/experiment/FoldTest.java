package chorus.experiment;

import static chorus.experiment.Scenarios.small;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.simulate.SimulatedPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on from a fold that was filled whole comes to what it would have come to edit by edit, from the start. */
class FoldTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void eachRunOfAFoldIsThatOfOneProcessFromTheStart(long seed) {
        var one = small("randomSeed=" + seed, "worlds=each", "simulate.writers=2");
        var other = small("randomSeed=" + seed, "campaigns=[{name: alone, strategy: AtTheEnd, alpha: 0.05, start: 2}]");
        var fold = Fold.fill(small("randomSeed=" + seed, "campaigns=[]"), SimulatedPlan.draw(one));
        for (var settings : List.of(one, other, one)) {
            assertThat(fold.run(settings, 1, 2, 3, 4, 5, 6))
                    .usingRecursiveComparison()
                    .isEqualTo(Scenarios.run(settings).subList(1, 7));
        }
    }

    /** What the stages remember of frozen tests is among what a fold keeps. */
    @Test
    void testsThatWereFrozenAtTheFillStayFrozen() {
        var settings = small("evaluate.tests=frozen", "evaluate.testShare=0.3");
        var fold = Fold.fill(settings.organic(), SimulatedPlan.draw(settings));
        assertThat(fold.run(settings, 1, 6))
                .usingRecursiveComparison()
                .isEqualTo(List.of(
                        Scenarios.run(settings).get(1), Scenarios.run(settings).get(6)));
    }

    @Test
    void onlyWantedEpochsAreTrained() {
        var settings = small();
        var fold = Fold.fill(small("campaigns=[]"), SimulatedPlan.draw(settings));
        assertThat(fold.run(settings, 4))
                .usingRecursiveComparison()
                .isEqualTo(Scenarios.run(settings).subList(4, 5));
    }
}
