package chorus.cli.frame;

import java.nio.file.Path;

/** Where the process writes its log; to be named before anything logs. */
public final class LogFile {
    private static final String PROPERTY = "chorus.log";

    private LogFile() {}

    /** Lets the log be {@code chorus.log} in a directory, unless the user named another file by -Dchorus.log=…. */
    public static void in(Path directory) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, directory.resolve("chorus.log").toString());
        }
    }

    public static Path path() {
        return Path.of(System.getProperty(
                PROPERTY,
                Path.of(System.getProperty("java.io.tmpdir"), "chorus.log").toString()));
    }
}
