package chorus.config.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * By which rules a run is drawn and counted: a number beside its data, raised whenever the same settings come to another course. A
 * run goes on, and is asked, by the rules that it began with.
 */
public final class Rules {
    /** 1, which versions up to 0.4.0 had and did not write down; 2: folds, stationary editing, times of day. */
    private static final String HERE = "2";

    private static final String UNWRITTEN = "1";
    private static final String FILE = "rules";
    private static final String SETTINGS = "settings.yaml";

    private Rules() {}

    /** The data were made by the rules of another version. */
    public static final class OtherRules extends RuntimeException {
        private static final long serialVersionUID = 1;

        private OtherRules(Path data, String there) {
            super(data + " holds a run by the rules of another version of Chorus (" + there + " there, " + HERE
                    + " here; decision 0020): go on with that version, or name another --out");
        }
    }

    /** Notes the rules beside data that are about to be made. */
    public static void keep(Path data) {
        try {
            Files.writeString(data.resolve(FILE), HERE + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(data + " cannot be written", e);
        }
    }

    /**
     * Checks that a run was begun by the rules of this version.
     *
     * @param data of the run; nothing was begun where they hold no settings
     * @throws OtherRules where it was not
     */
    public static void requireSame(Path data) {
        if (Files.exists(data.resolve(SETTINGS))) {
            var there = read(data.resolve(FILE));
            if (!there.equals(HERE)) {
                throw new OtherRules(data, there);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : UNWRITTEN;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
