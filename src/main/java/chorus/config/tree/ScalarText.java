package chorus.config.tree;

import chorus.config.tree.Node.Scalar;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain values as they are written: whole numbers, numbers, durations such as {@code 200ms}, words and texts. */
public final class ScalarText {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(_\\d+)*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h)");
    private static final List<Class<?>> PLAIN =
            List.of(int.class, long.class, short.class, double.class, boolean.class, String.class, Duration.class);

    private ScalarText() {}

    public static boolean isWhole(Scalar scalar) {
        return WHOLE.matcher(scalar.text().strip()).matches();
    }

    public static boolean isNumber(Scalar scalar) {
        return NUMBER.matcher(scalar.text().strip()).matches();
    }

    public static Object parse(Class<?> type, Scalar scalar, String key) {
        var text = scalar.text().strip();
        try {
            return switch (PLAIN.indexOf(type)) {
                case 0 -> Integer.parseInt(whole(text));
                case 1 -> Long.parseLong(whole(text));
                case 2 -> Short.parseShort(whole(text));
                case 3 -> number(text);
                case 4 -> truth(text);
                case 5 -> scalar.text();
                case 6 -> duration(text);
                default -> word(type, text);
            };
        } catch (IllegalArgumentException e) {
            throw new SettingsFault(scalar.at(), key + " = " + scalar.text(), "must be " + allowed(type));
        }
    }

    public static String allowed(Class<?> type) {
        return switch (PLAIN.indexOf(type)) {
            case 0, 1, 2 ->
                "a whole number"
                        + (type == long.class
                                ? ""
                                : " of at most " + (type == short.class ? Short.MAX_VALUE : Integer.MAX_VALUE));
            case 3 -> "a number";
            case 4 -> "true or false";
            case 5 -> "a text";
            case 6 -> "a duration such as 200ms, 5s, 1m or 2h";
            default ->
                "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.joining(", "));
        };
    }

    /** A duration in the largest unit that needs no fraction. */
    public static String duration(Duration duration) {
        var millis = duration.toMillis();
        if (millis == 0 || millis % 1000 != 0) {
            return millis + "ms";
        }
        var seconds = millis / 1000;
        if (seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }

    private static String whole(String text) {
        check(WHOLE.matcher(text).matches());
        return text.replace("_", "");
    }

    private static double number(String text) {
        check(NUMBER.matcher(text).matches());
        var value = Double.parseDouble(text);
        check(!Double.isInfinite(value));
        return value;
    }

    private static boolean truth(String text) {
        check(text.equals("true") || text.equals("false"));
        return text.equals("true");
    }

    private static Duration duration(String text) {
        var form = DURATION.matcher(text);
        check(form.matches());
        var count = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    private static Object word(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static void check(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException();
        }
    }
}
