package chorus.config.kinds;

import chorus.config.tree.ScalarText;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Checks of settings that say what is allowed, for records of settings anywhere; the loader adds the key's path. */
public final class Range {
    private static final int LONGEST_NAME = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (LONGEST_NAME - 1) + "}");

    private Range() {}

    public static void share(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(key + " = " + value + ": must lie in 0…1");
        }
    }

    /** Both ends are allowed. */
    public static void within(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    key + " = " + plain(value) + ": must lie in " + plain(least) + "…" + plain(most));
        }
    }

    public static void positive(String key, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new IllegalArgumentException(
                    key + " = " + plain(value) + ": must be above 0 and at most " + plain(most));
        }
    }

    /** A time that passes: at least a millisecond. */
    public static void lasts(String key, Duration value, Duration most) {
        within(key, value, Duration.ofMillis(1), most);
    }

    public static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " = " + ScalarText.duration(value) + ": must lie in "
                    + ScalarText.duration(least) + "…" + ScalarText.duration(most));
        }
    }

    /** A name that becomes one of a file, a topic, a column or a label: nothing that a path or a shell would take for more. */
    public static void name(String key, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    key + " = " + name + ": letters, digits, '.', '_' and '-' are allowed, at most " + LONGEST_NAME
                            + ", the first a letter or a digit");
        }
    }

    public static void oneOf(String key, String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw new IllegalArgumentException(key + " = " + value + ": must be one of " + String.join(", ", allowed));
        }
    }

    /** A text that is shown, e.g. as a column or a label. */
    public static void line(String key, String text, int most) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(key + ": must not be empty");
        }
        if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(key + ": must be one line of at most " + most + " characters");
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
