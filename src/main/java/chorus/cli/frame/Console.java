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

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
