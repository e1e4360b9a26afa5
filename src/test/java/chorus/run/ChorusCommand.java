package chorus.run;

import chorus.cli.Main;
import chorus.embedded.ChildJvm;
import chorus.embedded.NoOrphans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of chorus as a process of its own, from the classes of the tests. */
public final class ChorusCommand {
    private ChorusCommand() {}

    /**
     * Starts it.
     *
     * @param output the file that all it prints is appended to
     * @param options of the virtual machine, over those for a short small run
     */
    public static Process start(Path output, List<String> options, List<String> command) throws IOException {
        return start(output, List.of(), options, command);
    }

    /**
     * The same in a surrounding of its own.
     *
     * @param before words that go before the virtual machine's
     */
    public static Process start(Path output, List<String> before, List<String> options, List<String> command)
            throws IOException {
        var line = new ArrayList<>(heedingInterrupts());
        line.addAll(before);
        var all = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=logback.xml"));
        all.addAll(options);
        line.addAll(ChildJvm.command(all, Main.class.getName()));
        line.addAll(command);
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        if (command.getFirst().equals("stream")) {
            // as the launcher does
            builder.environment().put("MALLOC_ARENA_MAX", "2");
        }
        return NoOrphans.watch(builder.start());
    }

    /** A shell without job control starts what is in its background deaf to Ctrl-C, and so all that comes of it. */
    private static List<String> heedingInterrupts() {
        return System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal=INT") : List.of();
    }
}
