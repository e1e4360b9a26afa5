package chorus.cli;

import chorus.cli.altruism.Altruism;
import chorus.cli.compare.Compare;
import chorus.cli.end.LastWord;
import chorus.cli.frame.Version;
import chorus.cli.orders.CampaignOrders;
import chorus.cli.show.Show;
import chorus.cli.usage.ExitCodes;
import chorus.cli.usage.WrongUse;
import chorus.fatal.Fatal;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code chorus}. */
@Command(
        name = "chorus",
        description = "Algorithmic collective action in recommender systems, as a live stream.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nOf the launcher: `./chorus test` (the whole build), `./chorus bench` (beside other engines)."},
        subcommands = {
            Demo.class,
            Run.class,
            Simulate.class,
            Stream.class,
            Train.class,
            Show.class,
            Replay.class,
            Verify.class,
            Doctor.class,
            Export.class,
            RunExperiment.class,
            CampaignOrders.class,
            Altruism.class,
            Compare.class,
            Load.class,
            Describe.class
        })
public final class Main {
    private Main() {}

    public static void main(String... args) {
        LastWord.onErrors();
        try {
            System.exit(run(utf8(System.out), utf8(System.err), args));
        } catch (Error fatal) {
            Fatal.end(fatal);
            throw fatal;
        }
    }

    /** Runs a command line; the exit code is 0, 1 or 2. */
    static int run(PrintStream out, PrintStream err, String... args) {
        var line = commandLine(out, err);
        if (args.length == 0) {
            line.usage(out);
            return 0;
        }
        return line.execute(args);
    }

    static CommandLine commandLine(PrintStream out, PrintStream err) {
        var line = new CommandLine(new Main());
        ExitCodes.show(line);
        return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(WrongUse::tell)
                .setExecutionExceptionHandler(Faults::failed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
