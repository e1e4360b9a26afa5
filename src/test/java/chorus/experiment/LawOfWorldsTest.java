package chorus.experiment;

import static chorus.experiment.Scenarios.digest;
import static chorus.experiment.Scenarios.rows;
import static chorus.experiment.Scenarios.run;
import static chorus.experiment.Scenarios.small;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.worlds.World;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens in a world depends on its campaigns alone, not on what other worlds a run has. */
class LawOfWorldsTest {
    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theTwinIsWhatHappensWithoutCampaigns(int seed) {
        var with = run(small("randomSeed=" + seed));
        var without = run(small("randomSeed=" + seed, "campaigns=[]"));
        assertThat(with).hasSameSizeAs(without);
        for (var epoch = 0; epoch < with.size(); epoch++) {
            var twin = with.get(epoch);
            var alone = without.get(epoch);
            assertThat(digest(twin, "counterfactual")).isEqualTo(digest(alone, "factual"));
            assertThat(digest(alone, "counterfactual")).isEqualTo(digest(alone, "factual"));
            var expected = unnamed(rows(alone, "factual").getFirst());
            assertThat(rows(twin, "counterfactual")).isNotEmpty().allSatisfy(row -> assertThat(unnamed(row))
                    .isEqualTo(expected));
        }
        assertThat(with).anyMatch(round -> !digest(round, "factual").equals(digest(round, "counterfactual")));
    }

    /** Four worlds of one campaign, one where all meet, and one where two do. */
    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3})
    void eachWorldIsThatOfARunWithItAndTheTwinAlone(int seed) {
        var settings = small("randomSeed=" + seed, "worlds=each");
        var pair = new World(7, "pair", Set.of("lift", "front"));
        var worlds = Stream.concat(
                        settings.allWorlds().named().stream().filter(world -> !world.isTwin()), Stream.of(pair))
                .toList();
        var all = run(small("randomSeed=" + seed, listed(Stream.concat(Stream.of(twin()), worlds.stream()))));
        for (var world : worlds) {
            var two = run(small("randomSeed=" + seed, listed(Stream.of(world, twin()))));
            requireSame(all, two, world.name());
            requireSame(all, two, "twin");
        }
        requireSame(all, run(settings), "all");
    }

    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3})
    void theOrderOfTheWorldsChangesNothingInThem(int seed) {
        var worlds = small("worlds=each").allWorlds().named();
        var forwards = run(small("randomSeed=" + seed, listed(worlds.stream())));
        var backwards = run(small("randomSeed=" + seed, listed(worlds.reversed().stream())));
        for (var world : worlds) {
            requireSame(forwards, backwards, world.name());
        }
        for (var epoch = 0; epoch < forwards.size(); epoch++) {
            assertThat(backwards.get(epoch).evaluations())
                    .containsExactlyInAnyOrderElementsOf(forwards.get(epoch).evaluations());
        }
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
            assertThat(unnamed(rows(round, "factual").getFirst()))
                    .isEqualTo(unnamed(rows(round, "counterfactual").getFirst()));
        }
    }

    /** A member who has left leaves no trace: once the last campaign has ended, the worlds are one again. */
    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3})
    void theWorldsAreOneAgainWhenAllCampaignsHaveEnded(int seed) {
        var last = run(small("randomSeed=" + seed, "campaigns[2].leave=[0]", "worlds=each"))
                .getLast();
        for (var world : List.of("lift", "noise", "cluster", "front", "all")) {
            assertThat(digest(last, world)).isEqualTo(digest(last, "twin"));
            assertThat(rows(last, world)).isNotEmpty().allSatisfy(row -> {
                assertThat(row.effect().members()).isZero();
                assertThat(row.effect().hits()).isZero();
            });
        }
        assertThat(rows(last, "all")).hasSize(4);
    }

    private static World twin() {
        return new World(0, "twin", Set.of());
    }

    private static String listed(Stream<World> worlds) {
        return worlds.map(world ->
                        "{name: " + world.name() + ", campaigns: [" + String.join(", ", world.campaigns()) + "]}")
                .collect(Collectors.joining(", ", "worlds=[", "]"));
    }

    private static void requireSame(List<Round> one, List<Round> other, String world) {
        assertThat(one).hasSameSizeAs(other);
        for (var epoch = 0; epoch < one.size(); epoch++) {
            assertThat(digest(one.get(epoch), world))
                    .as("%s in epoch %d", world, epoch)
                    .isEqualTo(digest(other.get(epoch), world));
            assertThat(uncompared(one.get(epoch), world))
                    .as("%s in epoch %d", world, epoch)
                    .isEqualTo(uncompared(other.get(epoch), world));
        }
    }

    /** Rows without the one figure that compares a world with another than the twin. */
    private static List<EvaluationRow> uncompared(Round round, String world) {
        return rows(round, world).stream()
                .map(row -> {
                    var effect = row.effect();
                    var figures = new HashMap<>(effect.figures().values());
                    figures.remove("interference");
                    return with(
                            row,
                            row.world(),
                            row.campaign(),
                            new Effect(
                                    effect.members(),
                                    effect.alpha(),
                                    effect.hits(),
                                    effect.twinHits(),
                                    new Figures(figures)));
                })
                .toList();
    }

    private static EvaluationRow unnamed(EvaluationRow row) {
        return with(row, "", "", row.effect());
    }

    private static EvaluationRow with(EvaluationRow row, String world, String campaign, Effect effect) {
        return new EvaluationRow(
                row.generation(), world, campaign, row.recommender(), row.testPlaylists(), effect, row.figures());
    }
}
