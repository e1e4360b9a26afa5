package chorus.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is asked for by system properties; a wrong one is refused in one line. */
public final class Asked {
    private Asked() {}

    /** A whole number, at least {@code least}. */
    public static long number(String property, long otherwise, long least) {
        var text = System.getProperty(property, Long.toString(otherwise));
        if (!text.matches("[0-9]{1,15}") || Long.parseLong(text) < least) {
            throw new IllegalArgumentException(
                    property + " = " + text + ": a whole number from " + least + " is allowed");
        }
        return Long.parseLong(text);
    }

    /** Modes by their names, with commas between them. */
    static List<Mode> modes(String property, Mode... otherwise) {
        var text = System.getProperty(property);
        return text == null
                ? List.of(otherwise)
                : Stream.of(text.split(",", -1))
                        .map(name -> mode(property, name))
                        .toList();
    }

    private static Mode mode(String property, String name) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.told().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        property + " = " + name + ": run, parts and cluster are allowed, with commas between them"));
    }
}
