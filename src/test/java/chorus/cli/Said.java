package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What a command has come to in this process. */
record Said(int code, String out, String err) {
    /** Results go to the process's own stream. */
    static Said by(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var stdout = System.out;
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            var code = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), words);
            return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(stdout);
        }
    }
}
