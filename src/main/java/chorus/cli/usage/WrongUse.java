package chorus.cli.usage;

import chorus.config.tree.NearestWord;
import chorus.reach.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells in one line what is wrong with a command line, and what an unknown command or option was meant to be. */
public final class WrongUse {
    private WrongUse() {}

    /** Returns the exit code. */
    public static int tell(ParameterException fault, String... args) {
        var command = fault.getCommandLine();
        var line = oneLine(String.valueOf(fault.getMessage())) + meant(fault);
        command.getErr()
                .println("chorus: " + line + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return ExitCodes.WRONG_USE;
    }

    private static String meant(ParameterException fault) {
        if (!(fault instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        var word = unmatched.getUnmatched().getFirst();
        var command = fault.getCommandLine();
        var near = NearestWord.of(word, word.startsWith("-") ? options(command) : commands(command));
        return near.isEmpty() ? "" : near.stream().collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }

    private static Collection<String> commands(CommandLine command) {
        return command.getSubcommands().keySet();
    }

    private static List<String> options(CommandLine command) {
        var names = new ArrayList<String>();
        command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        names.removeIf(name -> !name.startsWith("--"));
        return names;
    }

    /** A text of several lines as one. Nor are credentials in a URL shown, whoever put them there. */
    public static String oneLine(String text) {
        return Shown.masked(text).strip().lines().map(String::strip).collect(Collectors.joining("; "));
    }
}
