package chorus.experiment;

import static chorus.experiment.Scenarios.course;
import static chorus.experiment.Scenarios.rows;
import static chorus.experiment.Scenarios.run;
import static chorus.experiment.Scenarios.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.tree.SettingsFault;
import chorus.retrain.Generation;
import chorus.rows.results.Figures;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
    private static final String WORLDS = "worlds=[{name: nobodys, campaigns: [lift]}, {name: twin, campaigns: []},"
            + " {name: noises, campaigns: [noise]}, {name: both, campaigns: [lift, noise]}]";

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
        assertThat(course(rounds, "factual", "")).hasSize(1); // generation 0, before the first campaign
        assertThat(course(rounds, "factual", "noise")).first().satisfies(row -> assertThat(row.generation())
                .isEqualTo(2));
        // joins with 6 and 12 of 12, holds once, leaves with 6 and 0, less what listeners remove or delete meanwhile
        assertThat(course(rounds, "factual", "lift").get(1).effect().members()).isBetween(9L, 12L);
        assertThat(course(rounds, "factual", "lift").getLast().effect().members())
                .isZero();
    }

    @Test
    void worldsThatAgreeHaveTheSameFigures() {
        // nobody's world is the twin's; in both, noise is alone for all that happens
        var rounds = run(small("campaigns[0].budget=0", "campaigns[2].budget=0", "campaigns[3].budget=0", WORLDS));
        for (var round : rounds) {
            assertThat(figures(round, "nobodys")).isEqualTo(figures(round, "twin"));
            assertThat(figures(round, "both")).isEqualTo(figures(round, "noises"));
        }
        assertThat(rounds).anyMatch(round -> !figures(round, "both").equals(figures(round, "twin")));
    }

    private static Figures figures(Round round, String world) {
        return rows(round, world).getFirst().figures();
    }

    @Test
    void anExperimentHasNoClock() {
        assertThatThrownBy(() -> run(small("epochs.by=clock")))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("epochs.by");
    }
}
