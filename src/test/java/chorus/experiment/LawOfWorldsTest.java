package chorus.experiment;

import static chorus.experiment.Scenarios.rows;
import static chorus.experiment.Scenarios.run;
import static chorus.experiment.Scenarios.small;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.World;
import chorus.rows.results.EvaluationRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counterfactual world of a run with campaigns is the factual one of the same run without them. */
class LawOfWorldsTest {
    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theCounterfactualIsWhatHappensWithoutCampaigns(int seed) {
        var with = run(small("randomSeed=" + seed));
        var without = run(small("randomSeed=" + seed, "campaigns=[]"));
        assertThat(with).hasSameSizeAs(without);
        for (var epoch = 0; epoch < with.size(); epoch++) {
            var twin = with.get(epoch);
            var alone = without.get(epoch);
            assertThat(twin.counts().counterfactual()).isEqualTo(alone.counts().factual());
            assertThat(alone.counts().counterfactual()).isEqualTo(alone.counts().factual());
            var expected = unnamed(rows(alone, World.FACTUAL).getFirst(), World.COUNTERFACTUAL);
            assertThat(rows(twin, World.COUNTERFACTUAL)).isNotEmpty().allSatisfy(row -> assertThat(
                            unnamed(row, World.COUNTERFACTUAL))
                    .isEqualTo(expected));
        }
        assertThat(with)
                .anyMatch(
                        round -> !round.counts().factual().equals(round.counts().counterfactual()));
    }

    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3})
    void aCollectiveOfNobodyLeavesTheWorldsEqual(int seed) {
        var nobody = "campaigns=[{name: nobody, strategy: DirLoF, budget: 0, start: 1}]";
        var rounds = run(small("randomSeed=" + seed, nobody));
        var without = run(small("randomSeed=" + seed, "campaigns=[]"));
        for (var epoch = 0; epoch < rounds.size(); epoch++) {
            var round = rounds.get(epoch);
            assertThat(round.counts()).isEqualTo(without.get(epoch).counts());
            assertThat(unnamed(rows(round, World.FACTUAL).getFirst(), World.COUNTERFACTUAL))
                    .isEqualTo(unnamed(rows(round, World.COUNTERFACTUAL).getFirst(), World.COUNTERFACTUAL));
        }
    }

    /** A member who has left leaves no trace: once the last campaign has ended, the worlds are one again. */
    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3})
    void theWorldsAreOneAgainWhenAllCampaignsHaveEnded(int seed) {
        var last = run(small("randomSeed=" + seed, "campaigns[2].leave=[0]")).getLast();
        assertThat(last.counts().factual()).isEqualTo(last.counts().counterfactual());
        assertThat(rows(last, World.FACTUAL)).hasSize(4).allSatisfy(row -> {
            assertThat(row.effect().members()).isZero();
            assertThat(row.effect().hits()).isZero();
        });
    }

    private static EvaluationRow unnamed(EvaluationRow row, World world) {
        return new EvaluationRow(row.generation(), world, "", row.testPlaylists(), row.effect(), row.figures());
    }
}
