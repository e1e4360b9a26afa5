package chorus.cli.show;

import chorus.cli.frame.Console;
import chorus.cli.frame.Interrupts;
import chorus.config.SettingsLoader;
import chorus.report.kept.KeptRound;
import chorus.report.kept.KeptRows;
import chorus.run.Stop;
import chorus.serve.Asked.Reply;
import chorus.serve.Feed;
import chorus.serve.Parts;
import chorus.serve.Parts.State;
import chorus.serve.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chorus show}: the page of a run, from its files. */
@Command(
        name = "show",
        description = {
            "Serve the page of a finished run from its directory until Ctrl-C; no broker is needed and nothing is written.",
            "The page has a slider over the generations, or the rounds of altruists. With --pace they come one after the other, as in the run."
        },
        mixinStandardHelpOptions = true)
public final class Show implements Callable<Integer> {
    private static final double FASTEST = 1000;

    private static final Reply NO_MODELS =
            new Reply(503, "a run is shown from its files, which hold no models: ask while it goes");

    @Parameters(paramLabel = "DIR", description = "the run's directory, e.g. runs/demo or runs/altruism-demo")
    private Path directory = Path.of(".");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "one setting over those of the run, e.g. serve.port=0")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--pace", paramLabel = "N", description = "generations or rounds a second; default: all at once")
    private double pace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (!(pace >= 0 && pace <= FASTEST)) {
            throw new ParameterException(spec.commandLine(), "--pace " + pace + ": must lie in 0…" + (int) FASTEST);
        }
        return KeptRound.areIn(directory) ? rounds() : generations();
    }

    private int generations() throws InterruptedException {
        var rows = KeptRows.in(directory);
        var settings = SettingsLoader.load(settings(), orders(), sets);
        return serve(
                KeptPage.ofGenerations(settings, rows),
                (parts, feed) -> WebServer.start(settings.serve(), _ -> "", parts, Optional.of(feed), _ -> NO_MODELS));
    }

    private int rounds() throws InterruptedException {
        var rows = KeptRound.in(directory);
        var settings = SettingsLoader.altruists(settings(), orders(), sets);
        return serve(
                KeptPage.ofRounds(settings, rows),
                (parts, feed) -> WebServer.ofRounds(settings.serve(), _ -> "", parts, feed));
    }

    private Optional<Path> settings() {
        return Optional.of(directory.resolve("settings.yaml"));
    }

    private Optional<Path> orders() {
        return Optional.of(directory.resolve("orders.yaml")).filter(Files::exists);
    }

    private int serve(KeptRun run, BiFunction<Parts, Feed, WebServer> server) throws InterruptedException {
        var terminal = Console.terminal();
        var stop = new Stop();
        var parts = new Parts();
        parts.set("show", State.READY, directory.toString());
        try (var interrupts = Interrupts.install(stop, () -> terminal.note("stopping …"));
                var web = server.apply(parts, run.feed())) {
            terminal.result(directory + " at " + web.address() + "/ until Ctrl-C");
            run.tell(pace, stop);
            while (!stop.await(Long.MAX_VALUE)) {
                // until it is asked for
            }
        }
        return 0;
    }
}
