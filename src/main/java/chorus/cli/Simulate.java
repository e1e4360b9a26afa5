package chorus.cli;

import chorus.cli.frame.Console;
import chorus.cli.frame.PartRunner;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.Runner;
import chorus.cli.frame.SettingsOptions;
import chorus.run.LoggedPlan;
import chorus.run.WriterRun;
import chorus.serve.Parts.State;
import chorus.simulate.SimulatedPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chorus simulate}: one writer of edits, as a process of its own. */
@Command(
        name = "simulate",
        description = "Write the simulation's edits: one writer of simulate.writers, in a process of its own.",
        mixinStandardHelpOptions = true)
final class Simulate implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--writer",
            paramLabel = "I",
            description = "which writer this is, from 0; default: ${DEFAULT-VALUE}")
    private int writer;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.load();
        var writers = chosen.simulate().writers();
        if (writer < 0 || writer >= writers) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--writer " + writer + ": must lie in 0…" + (writers - 1) + ", as simulate.writers = " + writers);
        }
        var terminal = Console.terminal();
        chosen.remark().ifPresent(terminal::note);
        var name = "writer " + writer;
        return new PartRunner(name, chosen, place.of(chosen), terminal).run(settings.client(chosen), bench -> {
            var site = bench.site(chosen);
            var plan = LoggedPlan.in(site, SimulatedPlan.draw(chosen));
            bench.parts().set(name, State.READY, "");
            new WriterRun(site, plan, Runner.pace(chosen)).write(writer, bench.stop());
        });
    }
}
