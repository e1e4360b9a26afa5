package chorus.experiment;

import chorus.config.Settings;
import chorus.config.tree.SettingsFault;
import chorus.retrain.Generation;
import chorus.rows.results.TestRows;
import chorus.simulate.Plan;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A whole run in one process: every writer of a plan in turn, epoch by epoch, each epoch ending in a generation. */
public final class Experiment {
    private Experiment() {}

    /**
     * Runs the simulation of {@code settings}.
     *
     * @param generations is shown each generation as soon as it is made
     * @return one round an epoch
     */
    public static List<Round> run(Settings settings, Consumer<Generation> generations) {
        return run(settings, SimulatedPlan.draw(settings), generations);
    }

    /** Runs a plan that was drawn or read for {@code settings}. */
    public static List<Round> run(Settings settings, Plan plan, Consumer<Generation> generations) {
        return run(settings, plan, generations, Optional.empty());
    }

    /** @param tests is told, if anybody is, what is recommended for each test */
    public static List<Round> run(
            Settings settings, Plan plan, Consumer<Generation> generations, Optional<Consumer<TestRows>> tests) {
        if (!settings.epochs().by().followsPlan()) {
            throw new SettingsFault(
                    "epochs.by = " + settings.epochs().by() + ": an experiment has no clock; simulator is");
        }
        var rounds = new ArrayList<Round>();
        var standing = settings.standing();
        var process = new OneProcess(
                settings, epoch -> standing.worlds(epoch - plan.campaignsFrom()), (generation, counts) -> {
                    rounds.add(Round.of(generation, counts));
                    generations.accept(generation);
                });
        tests.ifPresent(process::tell);
        var writers = IntStream.range(0, settings.simulate().writers())
                .mapToObj(writer -> Writer.of(settings, plan, writer))
                .toList();
        for (var epoch = 0L; epoch < plan.epochs(); epoch++) {
            for (var writer : writers) {
                writer.write(epoch, process);
            }
            process.requireNoRefusals();
        }
        return List.copyOf(rounds);
    }
}
