package chorus.experiment;

import static chorus.experiment.Scenarios.course;
import static chorus.experiment.Scenarios.run;
import static chorus.experiment.Scenarios.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.tree.SettingsFault;
import chorus.retrain.Generation;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3})
    void oneTwoAndThreeWritersGiveTheSameFigures(int seed) {
        var one = run(small("randomSeed=" + seed));
        assertThat(run(small("randomSeed=" + seed, "simulate.writers=2"))).isEqualTo(one);
        assertThat(run(small("randomSeed=" + seed, "simulate.writers=3"))).isEqualTo(one);
    }

    @Test
    void neitherChunksNorBuffersShowInTheFigures() {
        var usual = run(small());
        assertThat(run(small("stream.chunkNeighbours=3", "stream.bufferedPairs=1000")))
                .isEqualTo(usual);
    }

    @Test
    void everyEpochEndsInAGenerationThatIsShownAtOnce() {
        var shown = new ArrayList<Generation>();
        var rounds = Experiment.run(small(), shown::add);
        assertThat(shown)
                .extracting(generation -> generation.row().generation())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(rounds)
                .extracting(Round::generation)
                .isEqualTo(shown.stream().map(Generation::row).toList());
        assertThat(rounds).allMatch(round -> round.generation().refused() == 0);
    }

    @Test
    void aCampaignIsEvaluatedFromItsStartOn() {
        var rounds = run(small());
        assertThat(course(rounds, "")).hasSize(1); // generation 0, before the first campaign
        assertThat(course(rounds, "noise")).first().satisfies(row -> assertThat(row.generation())
                .isEqualTo(2));
        // joins with 6 and 12 of 12, holds once, leaves with 6 and 0, less what listeners remove or delete meanwhile
        assertThat(course(rounds, "lift").get(1).effect().members()).isBetween(9L, 12L);
        assertThat(course(rounds, "lift").getLast().effect().members()).isZero();
    }

    @Test
    void anExperimentHasNoClock() {
        assertThatThrownBy(() -> run(small("epochs.by=clock")))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("epochs.by");
    }
}
