package chorus.config;

import java.util.List;

/** Checks of settings that say what is allowed, for records of settings anywhere; the loader adds the key's path. */
public final class Range {
    private Range() {}

    public static void share(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(key + " = " + value + ": must lie in 0…1");
        }
    }

    public static void atLeast(String key, double value, double least) {
        if (!(value >= least)) {
            throw new IllegalArgumentException(key + " = " + plain(value) + ": must be " + plain(least) + " or more");
        }
    }

    public static void positive(String key, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(key + " = " + plain(value) + ": must be above 0");
        }
    }

    public static void oneOf(String key, String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw new IllegalArgumentException(key + " = " + value + ": must be one of " + String.join(", ", allowed));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
