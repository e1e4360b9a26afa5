package chorus.simulate.replay.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * A place in a file that cannot be read as it must be.
 *
 * @param place file, line:column
 * @param path the value, e.g. {@code /playlists/0/pid}; empty for the file as a whole
 * @param rule what is allowed
 * @param found what stands there instead; empty where the rule says it
 */
public record Fault(String place, String path, String rule, String found) {

    /** A file whose bytes cannot be had. */
    public static Fault unreadable(String file, IOException cause) {
        var reason =
                switch (cause) {
                    case AccessDeniedException _ -> "access is denied";
                    case NoSuchFileException _ -> "it is not there";
                    default ->
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
                };
        return new Fault(file, "", "must be readable: " + reason, "");
    }

    /** The rule at the value's key, whatever the number of playlist and track. */
    String kind() {
        return (path.isEmpty() ? "file" : path.replaceAll("/\\d+", "/*")) + ": " + rule;
    }

    @Override
    public String toString() {
        return place + (path.isEmpty() ? "" : ", " + path) + ": " + rule + (found.isEmpty() ? "" : ", found " + found);
    }
}
