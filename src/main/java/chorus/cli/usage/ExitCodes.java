package chorus.cli.usage;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** How a command of chorus ends; each help shows it, with the command's own words where it has some. */
public final class ExitCodes {
    public static final int FAILED = 1;
    public static final int WRONG_USE = 2;

    private static final String HEADING = "%nExit codes:%n";

    private ExitCodes() {}

    /** Lets the help of a command, and of all below it, name all exit codes. */
    public static void show(CommandLine line) {
        var usage = line.getCommandSpec().usageMessage();
        var codes = all();
        codes.putAll(usage.exitCodeList());
        usage.exitCodeListHeading(HEADING).exitCodeList(codes);
        line.getSubcommands().values().forEach(ExitCodes::show);
    }

    private static Map<String, String> all() {
        var codes = new LinkedHashMap<String, String>();
        codes.put("0", "done");
        codes.put(Integer.toString(FAILED), "failed");
        codes.put(Integer.toString(WRONG_USE), "wrong use");
        codes.put("130", "ended by Ctrl-C");
        codes.put("143", "ended by SIGTERM");
        return codes;
    }
}
