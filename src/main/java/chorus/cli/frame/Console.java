package chorus.cli.frame;

import chorus.report.Terminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The process's own streams as a terminal. */
public final class Console {
    private Console() {}

    public static Terminal terminal() {
        var live = Optional.ofNullable(System.console())
                .filter(console -> console.isTerminal())
                .isPresent();
        return new Terminal(utf8(System.out), utf8(System.err), live);
    }

    /** The process's stream for errors alone, as standard output is for a program. */
    public static Terminal beside() {
        var stream = utf8(System.err);
        return new Terminal(stream, stream, false);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
