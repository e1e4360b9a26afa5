package chorus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.rows.results.EvaluationRow;
import chorus.simulate.Collectives;
import chorus.simulate.SimulatedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Playlists of big scenes that take up tracks of a niche scene (after F25, the experiment on histories). */
class AltruisticTest {
    private static Settings settings(String campaign, String... more) {
        var sets = new ArrayList<>(List.of(
                "simulate.playlists=2000",
                "simulate.epochs=2",
                "simulate.changePerEpoch=0",
                "evaluate.testShare=0.3",
                "campaigns=[{name: kind, start: 1, join: [1], leave: [0], " + campaign + "}]"));
        sets.addAll(List.of(more));
        return SettingsLoader.load(Optional.empty(), sets);
    }

    private static final String WIDE = "strategy: {Altruistic: 10}, target: {scene: 40}, alpha: 0.3";

    private static double figure(EvaluationRow row, String name) {
        return row.effect().figures().of(name).orElseThrow();
    }

    /** A model of low rank hardly sees a niche; over five folds, each with few tests of the scene. */
    @Test
    void aModelOfLowRankServesTheNicheAndEverybodyElseHardlyLess() {
        var own = 0.0;
        var twin = 0.0;
        var folds = 0;
        for (var seed = 1; seed <= 5; seed++) {
            var settings =
                    settings(WIDE, "randomSeed=" + seed, "simulate.epochs=1", "recommend={model: PooledSVD, rank: 32}");
            var row = Scenarios.rows(Scenarios.run(settings).get(1), "factual").getFirst();
            assertThat(figure(row, "others_ndcg"))
                    .as("seed %d", seed)
                    .isGreaterThan(0.97 * figure(row, "others_ndcg_twin"));
            if (figure(row, "scene_tests") > 0) {
                own += figure(row, "scene_served");
                twin += figure(row, "scene_served_twin");
                folds++;
            }
        }
        assertThat(folds).isGreaterThan(1);
        assertThat(own).isGreaterThan(1.5 * twin);
    }

    @Test
    void membersAreOfBigScenesAndEachAddsItsShareOfTheTracks() {
        var settings = settings(WIDE);
        var roster = Collectives.rosters(settings, SimulatedPlan.draw(settings)).getFirst();
        var tracks = roster.targets();
        assertThat(tracks).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        var round = Scenarios.run(settings).get(1);
        assertThat(Scenarios.rows(round, "factual").getFirst().effect().members())
                .isEqualTo(roster.members().size());
    }

    @Test
    void whenTheyTakeThemBackAllIsAsItWas() {
        var rounds = Scenarios.run(settings(WIDE));
        assertThat(Scenarios.digest(rounds.get(1), "factual"))
                .isNotEqualTo(Scenarios.digest(rounds.get(1), "counterfactual"));
        assertThat(Scenarios.digest(rounds.get(2), "factual"))
                .isEqualTo(Scenarios.digest(rounds.get(2), "counterfactual"));
    }

    @Test
    void aBigSceneIsNoTargetAndNoOtherStrategyTakesAScene() {
        assertThatThrownBy(() -> Scenarios.run(settings(WIDE.replace("40", "1"))))
                .hasMessageMatching("campaigns: campaign kind: target: scene = 1: must be in \\d+…96, of 96 scenes the"
                        + " first \\d+ hold half of all entries when it starts");
        assertThatThrownBy(() -> settings(WIDE.replace("{Altruistic: 10}", "DirLoF")))
                .hasMessageContaining("Altruistic wants a target {scene: RANK}, and no other strategy takes one");
        assertThatThrownBy(() -> settings("strategy: {Altruistic: 5}, budget: 3"))
                .hasMessageContaining("Altruistic wants a target {scene: RANK}");
    }
}
