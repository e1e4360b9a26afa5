package chorus.cli;

import chorus.broker.BrokerFault;
import chorus.broker.refused.MarkOrder.TwoMarks;
import chorus.cli.end.Shortage;
import chorus.cli.frame.DataOption.NoRun;
import chorus.cli.frame.LogFile;
import chorus.cli.frame.PlaceOptions.PlaceTaken;
import chorus.config.tree.SettingsFault;
import chorus.embedded.PlatformFailure;
import chorus.embedded.transactions.TransactionFault;
import chorus.events.registry.IncompatibleSchema;
import chorus.events.registry.RegistryUnreachable;
import chorus.loadtest.LoadRun.NotFresh;
import chorus.reach.Shown;
import chorus.retrain.OtherWorlds;
import chorus.run.StreamFailed;
import chorus.serve.PortFault;
import chorus.simulate.replay.input.MalformedInput;
import chorus.verify.Verifier.GivenUp;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a fault looks like from outside: one line and an exit code. What we did not foresee also goes to the log, whole. */
final class Faults {
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    /** Faults of what was asked for; their message is the line to show. */
    private static final Set<Class<? extends Exception>> WRONG =
            Set.of(SettingsFault.class, PlaceTaken.class, NoRun.class, NotFresh.class);

    /** Faults of the world outside; their message is the line to show. */
    private static final Set<Class<? extends Exception>> TOLD = Set.of(
            PortFault.class,
            PlatformFailure.class,
            BrokerFault.class,
            RegistryUnreachable.class,
            IncompatibleSchema.class,
            MalformedInput.class,
            OtherWorlds.class,
            StreamFailed.class,
            TransactionFault.class,
            TwoMarks.class,
            GivenUp.class,
            Shortage.Lacking.class);

    private Faults() {}

    static int wrongUse(ParameterException fault, String... args) {
        var command = fault.getCommandLine();
        var line = oneLine(String.valueOf(fault.getMessage())) + meant(fault);
        command.getErr()
                .println("chorus: " + line + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return WRONG_USE;
    }

    private static String meant(ParameterException fault) {
        var suggestions =
                fault instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.<String>of();
        return suggestions.isEmpty() ? "" : "; did you mean " + suggestions.getFirst() + "?";
    }

    static int failed(Exception fault, CommandLine command, ParseResult parsed) {
        if (WRONG.stream().anyMatch(wrong -> wrong.isInstance(fault))) {
            return told(command, String.valueOf(fault.getMessage()), WRONG_USE);
        }
        var lacking = Shortage.behind(fault);
        if (lacking.isPresent()) {
            return told(command, lacking.get(), FAILED);
        }
        if (TOLD.stream().anyMatch(told -> told.isInstance(fault))) {
            return told(command, String.valueOf(fault.getMessage()), FAILED);
        }
        if (fault instanceof FileSystemException file) {
            return told(command, reason(file), FAILED);
        }
        if (fault instanceof UncheckedIOException unchecked
                && unchecked.getCause() instanceof FileSystemException file) {
            return told(command, unchecked.getMessage() + ": " + reason(file), FAILED);
        }
        LoggerFactory.getLogger(Main.class).error("{} failed", command.getCommandName(), fault);
        return told(
                command,
                "unforeseen: " + oneLine(fault.toString()) + " (the whole of it: " + LogFile.path() + ")",
                FAILED);
    }

    private static int told(CommandLine command, String line, int code) {
        command.getErr().println("chorus: " + oneLine(line));
        return code;
    }

    private static String reason(FileSystemException fault) {
        return switch (fault) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " is missing or may not be written";
            case FileAlreadyExistsException there -> there.getFile() + " is there already and is no directory";
            default -> String.valueOf(fault.getMessage());
        };
    }

    /** Nor are credentials in a URL shown, whoever put them there. */
    private static String oneLine(String text) {
        return Shown.masked(text).strip().replaceAll("\\s*[\\r\\n]+\\s*", "; ");
    }
}
