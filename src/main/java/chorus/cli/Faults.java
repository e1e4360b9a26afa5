package chorus.cli;

import static chorus.cli.usage.ExitCodes.FAILED;
import static chorus.cli.usage.ExitCodes.WRONG_USE;

import chorus.broker.BrokerFault;
import chorus.broker.refused.MarkOrder.TwoMarks;
import chorus.bundle.PlaceOfOthers;
import chorus.bundle.compare.NotComparable;
import chorus.bundle.sheet.CsvSheet.NotASheet;
import chorus.cli.end.Shortage;
import chorus.cli.frame.DataOption.NoRun;
import chorus.cli.frame.LogFile;
import chorus.cli.frame.PlaceOptions.PlaceTaken;
import chorus.cli.usage.WrongUse;
import chorus.config.course.Rules.OtherRules;
import chorus.config.tree.SettingsFault;
import chorus.embedded.PlatformFailure;
import chorus.embedded.transactions.TransactionFault;
import chorus.events.registry.IncompatibleSchema;
import chorus.events.registry.RegistryUnreachable;
import chorus.experiment.sweep.KeptFolds.OtherExperiment;
import chorus.loadtest.LoadRun.NotFresh;
import chorus.report.kept.KeptFault;
import chorus.retrain.OtherWorlds;
import chorus.run.StreamFailed;
import chorus.run.orders.Heard.TooLate;
import chorus.serve.PortFault;
import chorus.simulate.replay.input.MalformedInput;
import chorus.simulate.replay.input.NothingToRead;
import chorus.verify.Verifier.GivenUp;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What a fault looks like from outside: one line and an exit code. What we did not foresee also goes to the log, whole. */
final class Faults {
    /** Faults of what was asked for; their message is the line to show. */
    private static final Set<Class<? extends Exception>> WRONG = Set.of(
            SettingsFault.class,
            PlaceTaken.class,
            PlaceOfOthers.class,
            NotComparable.class,
            OtherExperiment.class,
            NotASheet.class,
            OtherRules.class,
            NoRun.class,
            NotFresh.class,
            NothingToRead.class,
            KeptFault.class);

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
            TooLate.class,
            Shortage.Lacking.class);

    private Faults() {}

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
            return told(command, reason(file), code(file));
        }
        if (fault instanceof UncheckedIOException unchecked
                && unchecked.getCause() instanceof FileSystemException file) {
            return told(command, unchecked.getMessage() + ": " + reason(file), code(file));
        }
        LoggerFactory.getLogger(Main.class).error("{} failed", command.getCommandName(), fault);
        return told(
                command,
                "unforeseen: " + WrongUse.oneLine(fault.toString()) + " (the whole of it: " + LogFile.path() + ")",
                FAILED);
    }

    private static int told(CommandLine command, String line, int code) {
        command.getErr().println("chorus: " + WrongUse.oneLine(line));
        return code;
    }

    /** A file where a directory is asked for was named so. */
    private static int code(FileSystemException fault) {
        return fault instanceof FileAlreadyExistsException ? WRONG_USE : FAILED;
    }

    private static String reason(FileSystemException fault) {
        return switch (fault) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " is missing or may not be written";
            case FileAlreadyExistsException there -> there.getFile() + " is there already and is no directory";
            default -> String.valueOf(fault.getMessage());
        };
    }
}
