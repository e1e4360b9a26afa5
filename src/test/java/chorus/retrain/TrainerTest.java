package chorus.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.RecommendSettings.Kind;
import chorus.config.RecommendSettings.Popularity;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest extends PlantedCuts {
    @Test
    void eachWorldHasARowForEachOfItsCampaignsAndTheTwinForAll() {
        var rows = train(POOLED, cut(1, SomeWorlds.twinAndTwo()), B, A).evaluations();
        assertThat(rows)
                .extracting(row ->
                        row.world() + " " + row.campaign() + " " + row.effect().members())
                .containsExactly("twin a 0", "twin b 0", "onlyA a 6", "onlyB b 6", "both a 6", "both b 6");
        assertThat(rows).allSatisfy(row -> assertThat(row.recommender()).isEqualTo("PooledNN"));
        assertThat(rows.getLast().effect().alpha()).isEqualTo(6 / 40.0);
    }

    @Test
    void worldsAreInTheOrderInWhichTheyAreShown() {
        var shown = new Worlds(List.of(ONLY_A, TWIN));
        assertThat(train(POOLED, cut(1, shown), A).evaluations())
                .extracting(EvaluationRow::world)
                .containsExactly("onlyA", "twin");
    }

    @Test
    void aWorldInWhichNoCampaignHasStartedShowsItsModelAlone() {
        var worlds = SomeWorlds.twinAndTwo();
        Function<Generation, List<String>> names = generation -> generation.evaluations().stream()
                .map(row -> row.world() + " " + row.campaign())
                .toList();
        assertThat(names.apply(train(POOLED, cut(1, worlds)))).containsExactly("twin ", "onlyA ", "onlyB ", "both ");
        assertThat(names.apply(train(POOLED, cut(1, worlds), A)))
                .containsExactly("twin a", "onlyA a", "onlyB ", "both a");
    }

    /** The law of worlds, for the trainer: what else is in a run changes a world's rows in nothing but the comparison. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aWorldsRowsAreThoseOfARunWithItAndTheTwinAlone(Kind model) {
        for (var seed = 1; seed <= 20; seed++) {
            var worlds = SomeWorlds.twinAndTwo();
            var all = train(model, cut(seed, worlds), A, B);
            for (var world : worlds.named().subList(1, worlds.size())) {
                var two = new Worlds(
                        List.of(new World(1, world.name(), world.campaigns()), new World(0, "twin", Set.of())));
                var alone = train(model, cut(seed, two), A, B);
                assertThat(uncompared(in(world.name(), all)))
                        .as("seed %d, %s", seed, world)
                        .isEqualTo(uncompared(in(world.name(), alone)));
                assertThat(in("twin", all)).as("seed %d", seed).isEqualTo(in("twin", alone));
            }
        }
    }

    private static List<EvaluationRow> uncompared(List<EvaluationRow> rows) {
        return rows.stream().map(TrainerTest::uncompared).toList();
    }

    /** Without the one figure that compares a world with another than the twin. */
    private static EvaluationRow uncompared(EvaluationRow row) {
        var effect = row.effect();
        var figures = new HashMap<>(effect.figures().values());
        figures.remove("interference");
        return new EvaluationRow(
                row.generation(),
                row.world(),
                row.campaign(),
                row.recommender(),
                row.testPlaylists(),
                new Effect(effect.members(), effect.alpha(), effect.hits(), effect.twinHits(), new Figures(figures)),
                row.figures());
    }

    @Test
    void interferenceIsWhatAnotherCampaignDoesToTheHits() {
        var changed = 0;
        for (var seed = 1; seed <= 20; seed++) {
            var rows = train(POOLED, cut(seed, SomeWorlds.twinAndTwo(), 14), A, B);
            // of two targets that are as frequent, the one with the lower id goes before the other
            var alone = in("onlyB", rows).getFirst().effect();
            var beside = in("both", rows).getLast().effect();
            var expected = alone.hits() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) beside.hits() / alone.hits() - 1);
            assertThat(beside.figures().of("interference")).as("seed %d", seed).isEqualTo(expected);
            assertThat(alone.figures().of("interference").orElse(0)).isZero();
            assertThat(in("twin", rows).getLast().effect().figures()).isEqualTo(Figures.NONE);
            changed += expected.orElse(0) < 0 ? 1 : 0;
        }
        assertThat(changed).as("seeds in which a costs b hits").isPositive();
    }

    @Test
    void withoutAWorldOfTheCampaignAloneThereIsNoInterference() {
        var both = new Worlds(List.of(new World(1, "both", Set.of("a", "b")), TWIN));
        assertThat(in("both", train(new Popularity(), cut(1, both), A, B))).allSatisfy(row -> {
            assertThat(row.effect().figures().of("interference")).isEmpty();
            assertThat(row.effect().figures().of("success_rate")).isPresent();
        });
    }

    @Test
    void aWorldThatAgreesWithAnotherIsNotFittedAgain() {
        var worlds = SomeWorlds.twinAndTwo();
        var apart = cut(1, worlds);
        var sides = apart.sides();
        var shared = new Cut(worlds, List.of(sides.get(0), sides.get(1), sides.get(0), sides.get(1)), apart.tallies());
        var rows = train(POOLED, shared, A);
        assertThat(made).hasValue(2);
        assertThat(in("onlyB", rows).getFirst().figures())
                .isEqualTo(in("twin", rows).getFirst().figures());
        assertThat(in("both", rows).getFirst().effect())
                .isEqualTo(in("onlyA", rows).getFirst().effect());
        train(POOLED, apart, A);
        assertThat(made).hasValue(2 + 4);
    }

    @Test
    void aCollectiveOfSizeZeroLeavesTheWorldsEqual() {
        var rows = train(POOLED, cut(1, SomeWorlds.twinAndTwo(), 0), A);
        var twin = in("twin", rows).getFirst();
        var with = in("onlyA", rows).getFirst();
        assertThat(with.figures()).isEqualTo(twin.figures());
        assertThat(with.effect()).isEqualTo(twin.effect());
        assertThat(with.effect().members()).isZero();
        assertThat(with.effect().figures()).isEqualTo(Figures.NONE);
    }

    @Test
    void theGenerationTellsTheCutAndTheCountsOfTheFirstWorldShown() {
        var cut = cut(1, new Worlds(List.of(ONLY_A, TWIN)));
        var row = train(POOLED, cut).row();
        var counts = cut.side(ONLY_A).training().get().counts();
        assertThat(row.generation()).isEqualTo(3);
        assertThat(row.recommender()).isEqualTo("PooledNN");
        assertThat(row.edits()).isEqualTo(700);
        assertThat(row.refused()).isEqualTo(2);
        assertThat(row.trainingPlaylists()).isEqualTo(40);
        assertThat(row.testPlaylists()).isEqualTo(cut.side(ONLY_A).tests().size());
        assertThat(row.tracks()).isEqualTo(counts.tracks());
        assertThat(row.pairs()).isEqualTo(counts.to().length);
        assertThat(row.skipped()).isEmpty();
    }

    @Test
    void anEpochWithoutDataStillYieldsAGeneration() {
        var side = side(List.of(), List.of());
        var cut = new Cut(new Worlds(List.of(ONLY_A, TWIN)), List.of(side, side), new Cut.Tallies(0, 0, 0, Map.of()));
        var generation = train(POOLED, cut, A);
        assertThat(generation.evaluations()).hasSize(2);
        assertThat(generation.evaluations().getFirst().figures()).isEqualTo(Figures.NONE);
        assertThat(generation.evaluations().getFirst().effect().hits()).isZero();
    }
}
