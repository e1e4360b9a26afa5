package chorus.cli.frame;

import chorus.broker.Cluster;
import chorus.events.Simulation;
import chorus.report.Terminal;
import chorus.run.Connection;
import chorus.run.Stop;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a command asks something of a run's data: finds or starts broker and registry, and gives up at Ctrl-C or in time. */
public final class Asking {
    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description =
                    "give up where nothing has come for so long, e.g. no complete epoch; default: ${DEFAULT-VALUE}")
    private int patience = 60;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** What is asked; {@code giveUp} says when to stop waiting. */
    @FunctionalInterface
    public interface Question {
        int ask(Cluster cluster, BooleanSupplier giveUp) throws Exception;
    }

    /** Returns the answer's exit code. */
    public int ask(SettingsOptions options, DataOption data, Terminal terminal, Question question) throws Exception {
        return ask(Simulation.PLAYLISTS, options, data, terminal, question);
    }

    /** The same of a run of any simulation. */
    public int ask(
            Simulation simulation, SettingsOptions options, DataOption data, Terminal terminal, Question question)
            throws Exception {
        if (patience < 1) {
            throw new ParameterException(spec.commandLine(), "--patience " + patience + ": must be 1 or more");
        }
        var settings = options.loadBeside(data);
        var config = options.client(settings);
        data.requireRun(settings);
        if (settings.kafka().embedded()) {
            data.requireSimulation(settings, simulation);
        }
        var directory = data.of(settings);
        if (Files.isDirectory(directory)) {
            LogFile.in(directory);
        }
        var stop = new Stop();
        try (var interrupts = Interrupts.install(stop, () -> terminal.note("stopping …"));
                var notes = new Notes(terminal, System::nanoTime);
                var connection = Connection.open(settings, simulation, config, directory, notes, System::nanoTime)) {
            return question.ask(
                    connection.cluster(), () -> stop.asked() || notes.still().toSeconds() >= patience);
        }
    }
}
