package chorus.experiment.sweep;

import chorus.config.Settings;
import chorus.config.Sweep.Told;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.TestRows;
import chorus.simulate.Plan;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What a variant came to.
 *
 * @param held at the generations that decide
 * @param course at every generation, ascending, where that was asked for; else empty
 */
public record Findings(List<Held> held, List<Held> course) {
    public Findings {
        held = List.copyOf(held);
        course = List.copyOf(course);
    }

    /** The generations that have to be made, ascending, all of them after the fill. */
    static LongStream generations(Settings settings, Plan plan, Told told) {
        return switch (told) {
            case deciding -> Held.generations(settings, plan);
            case all -> LongStream.range(plan.campaignsFrom() + 1, plan.epochs());
        };
    }

    /** Of what was recommended, that of the generations that decide. */
    public static List<TestRows> tests(Settings settings, Plan plan, List<TestRows> rows) {
        var deciding = Held.generations(settings, plan).boxed().toList();
        return rows.stream()
                .filter(each -> deciding.contains(each.generation()))
                .toList();
    }

    /** @param rows of these generations, at least */
    public static Findings of(Settings settings, Plan plan, Told told, List<EvaluationRow> rows) {
        return new Findings(
                Held.of(settings, plan, rows),
                switch (told) {
                    case deciding -> List.of();
                    case all -> Held.course(settings, plan, rows);
                });
    }
}
