package chorus.report;

import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.amplification.Interference;
import chorus.evaluate.amplification.SuccessRate;
import chorus.rows.SomeFigures;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Rows as a run would give them: a campaign that rises to 90 of 500 tests and is over at generation 9. */
final class Rows {
    private static final String QUOTED = "a, \"b\"";
    private static final long[] HITS = {0, 0, 20, 60, 90, 90, 60, 20, 0, 0};

    /** One world with two campaigns, the first to be shown, and its twin. */
    static final Worlds WORLDS = new Worlds(
            List.of(new World(1, "factual", Set.of("lift", QUOTED)), new World(0, "counterfactual", Set.of())));

    private Rows() {}

    /** The twin, a world for each of so many campaigns named c1, c2, …, and one in which all meet. */
    static Worlds race(int campaigns) {
        var names = names(campaigns);
        var worlds = new LinkedHashMap<String, Set<String>>();
        worlds.put("twin", Set.of());
        names.forEach(name -> worlds.put(name, Set.of(name)));
        worlds.put("all", Set.copyOf(names));
        return Worlds.of(worlds);
    }

    static List<String> names(int campaigns) {
        return IntStream.rangeClosed(1, campaigns).mapToObj(i -> "c" + i).toList();
    }

    /** Alone a campaign has so many hits, beside the others five in six of them. */
    static List<EvaluationRow> race(Worlds worlds, long generation) {
        var all = names(worlds.size() - 2);
        return worlds.named().stream()
                .flatMap(world -> all.stream()
                        .filter(name -> world.isTwin() || world.campaigns().contains(name))
                        .map(name -> row(
                                generation, world.name(), name, hits(world, generation), compared(world, generation))))
                .toList();
    }

    private static long hits(World world, long generation) {
        var alone = HITS[(int) generation];
        return world.isTwin() ? 0 : world.campaigns().size() > 1 ? alone * 5 / 6 : alone;
    }

    private static OptionalDouble compared(World world, long generation) {
        return world.isTwin()
                ? OptionalDouble.empty()
                : Interference.of(hits(world, generation), HITS[(int) generation]);
    }

    static GenerationRow generation(long number) {
        return new GenerationRow(number, "PooledNN", 1000 * (number + 1), 2, 4500, 500, 20_000, 1_800_000, "");
    }

    static List<EvaluationRow> evaluations(long number) {
        return List.of(
                row(number, "factual", "lift", HITS[(int) number]),
                row(number, "factual", QUOTED, 0),
                row(number, "counterfactual", "lift", 0),
                row(number, "counterfactual", QUOTED, 0));
    }

    static List<EvaluationRow> tenGenerations() {
        return LongStream.range(0, 10)
                .mapToObj(Rows::evaluations)
                .flatMap(List::stream)
                .toList();
    }

    static EvaluationRow row(long generation, String world, String campaign, long hits) {
        return row(generation, world, campaign, hits, OptionalDouble.empty());
    }

    private static EvaluationRow row(
            long generation, String world, String campaign, long hits, OptionalDouble interference) {
        var members = hits / 2;
        var alpha = members / 4500.0;
        var perPlaylist = members == 0 ? OptionalDouble.empty() : OptionalDouble.of(hits / 500.0 / alpha);
        var gained = Figures.NONE
                .with(Amplification.PER_PLAYLIST, perPlaylist)
                .with(SuccessRate.ALL, OptionalDouble.of(hits / 500.0))
                .with(Interference.MEASURE, interference);
        var effect = new EvaluationRow.Effect(members, alpha, hits, 0, gained);
        var figures = SomeFigures.accuracy(0.1, 0.2, 0.31, 0.23, 0.25, 1.8)
                .and(SomeFigures.bias(0.9, 0.8, 0.7, 0.6, 12, 0.2, 0.05, 6));
        return new EvaluationRow(generation, world, campaign, "PooledNN", 500, effect, figures);
    }
}
