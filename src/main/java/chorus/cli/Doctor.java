package chorus.cli;

import chorus.cli.frame.DataOption;
import chorus.cli.frame.LogFile;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.json.Answers;
import chorus.cli.json.JsonOption;
import chorus.config.Settings;
import chorus.embedded.Platform;
import chorus.embedded.transactions.Forgotten;
import chorus.embedded.transactions.TransactionKeeper;
import chorus.events.Simulation;
import chorus.events.ratings.RatingTopics;
import chorus.report.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chorus doctor}: how brokers, topics, groups, transactions and the registry are. */
@Command(
        name = "doctor",
        description = {
            "Examine brokers, topics, the topology's group, transactions and the schema registry; changes nothing.",
            "What is wrong begins with an exclamation mark; exit code 1 where anything is. Without --bootstrap and "
                    + "--registry, those of --data, which are started where they do not run."
        },
        exitCodeList = {"0:done, nothing is wrong", "1:failed, or something is wrong"},
        mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--repair",
            description = {
                "end transactions that their coordinator has forgotten, as it had decided (commit or abort);",
                "takes the right ALTER on the cluster"
            })
    private boolean repair;

    @Option(
            names = "--simulation",
            paramLabel = "playlists|altruism",
            description = "whose topics and group; default: that of the run in --data, else playlists")
    private @Nullable Simulated simulation;

    /** The simulations by the names that people know them by. */
    private enum Simulated {
        playlists,
        altruism
    }

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.loadBeside(data);
        var kafka = chosen.kafka();
        var config = settings.client(chosen);
        var terminal = json.terminal();
        if (!kafka.embedded()) {
            return tell(new Diagnosis(
                    chosen, simulation(chosen), config.to(kafka.bootstrap(), kafka.registry()), terminal));
        }
        data.requireRun(chosen);
        var directory = data.of(chosen);
        LogFile.in(directory);
        if (!Platform.runs(directory)) {
            terminal.note("starting broker and schema registry under " + directory);
        }
        try (var platform = Platform.open(directory, new Noted(terminal), terminal::note)) {
            return tell(new Diagnosis(
                    chosen, simulation(chosen), config.to(platform.bootstrap(), platform.registry()), terminal));
        }
    }

    private Simulation simulation(Settings chosen) {
        var name = simulation == null ? data.simulation(chosen) : simulation.name();
        return name.equals(RatingTopics.SIMULATION.name()) ? RatingTopics.SIMULATION : Simulation.PLAYLISTS;
    }

    private int tell(Diagnosis diagnosis) throws InterruptedException {
        var code = diagnosis.tell(repair);
        if (json.asked()) {
            json.print("chorus-doctor/1", Answers.examined(diagnosis.found()));
        }
        return code;
    }

    /** Tells what the start of an embedded broker repaired by itself. */
    private record Noted(Terminal terminal) implements TransactionKeeper.Listener {
        @Override
        public void hangs(Forgotten transaction) {
            // the examination tells it
        }

        @Override
        public void repaired(Forgotten transaction) {
            terminal.note(transaction.told() + "; repaired");
        }
    }
}
