package chorus.cli;

import chorus.broker.BrokerFault;
import chorus.cli.frame.LogFile;
import chorus.cli.frame.PlaceOptions.PlaceTaken;
import chorus.config.tree.SettingsFault;
import chorus.embedded.PlatformFailure;
import chorus.events.IncompatibleSchema;
import chorus.events.RegistryUnreachable;
import chorus.loadtest.LoadRun.NotFresh;
import chorus.run.StreamFailed;
import chorus.serve.PortFault;
import chorus.simulate.replay.MalformedSlice;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What a fault looks like from outside: one line and an exit code. What we did not foresee also goes to the log, whole. */
final class Faults {
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    /** Faults whose message already is the line to show. */
    private static final Set<Class<? extends Exception>> TOLD = Set.of(
            PortFault.class,
            PlatformFailure.class,
            BrokerFault.class,
            RegistryUnreachable.class,
            IncompatibleSchema.class,
            MalformedSlice.class,
            PlaceTaken.class,
            NotFresh.class,
            StreamFailed.class);

    private Faults() {}

    static int wrongUse(ParameterException fault, String... args) {
        var command = fault.getCommandLine();
        var line = oneLine(String.valueOf(fault.getMessage()));
        command.getErr()
                .println("chorus: " + line + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return WRONG_USE;
    }

    static int failed(Exception fault, CommandLine command, ParseResult parsed) {
        if (fault instanceof SettingsFault) {
            command.getErr().println("chorus: " + oneLine(String.valueOf(fault.getMessage())));
            return WRONG_USE;
        }
        if (TOLD.stream().anyMatch(told -> told.isInstance(fault))) {
            command.getErr().println("chorus: " + oneLine(String.valueOf(fault.getMessage())));
            return FAILED;
        }
        LoggerFactory.getLogger(Main.class).error("{} failed", command.getCommandName(), fault);
        command.getErr()
                .println("chorus: unforeseen: " + oneLine(fault.toString()) + " (the whole of it: " + LogFile.path()
                        + ")");
        return FAILED;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", "; ");
    }
}
