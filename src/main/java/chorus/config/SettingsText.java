package chorus.config;

import chorus.config.tree.ScalarText;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes settings as a YAML page that loads again to the same settings: the {@code settings.yaml} of a run. */
public final class SettingsText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern WORD_WITH_MEANING = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private final StringBuilder page = new StringBuilder();

    private SettingsText() {}

    /** The page of {@link Settings}, or of another record of settings that {@link SettingsLoader} reads. */
    public static String of(Record settings) {
        var text = new SettingsText();
        text.section(settings, "", "");
        return text.page.toString();
    }

    private void section(Record section, String first, String indent) {
        var lead = first;
        for (var part : section.getClass().getRecordComponents()) {
            var value = value(section, part);
            if (isAbsent(value)) {
                continue;
            }
            page.append(lead).append(part.getName()).append(':');
            if (value instanceof Choice choice) {
                page.append(' ').append(choice.name()).append('\n');
                section((Record) choice, indent, indent);
            } else {
                entry(value, indent);
            }
            lead = indent;
        }
    }

    private void entry(Object value, String indent) {
        if (value instanceof Record nested) {
            page.append('\n');
            section(nested, indent + "  ", indent + "  ");
        } else if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Record) {
            page.append('\n');
            list.forEach(item -> section((Record) item, indent + "  - ", indent + "    "));
        } else {
            page.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static String scalar(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(SettingsText::scalar).collect(Collectors.joining(", ", "[", "]"));
            case Duration duration -> ScalarText.duration(duration);
            case OptionalInt number -> Integer.toString(number.getAsInt());
            case OptionalDouble number -> Double.toString(number.getAsDouble());
            case String text -> text(text);
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }

    private static String text(String text) {
        if (PLAIN.matcher(text).matches() && !WORD_WITH_MEANING.matcher(text).matches()) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        text.chars()
                .forEach(c -> quoted.append(
                        switch (c) {
                            case '"' -> "\\\"";
                            case '\\' -> "\\\\";
                            default -> c < ' ' || c == 0x7f ? "\\u%04x".formatted(c) : Character.toString(c);
                        }));
        return quoted.append('"').toString();
    }

    private static boolean isAbsent(Object value) {
        return switch (value) {
            case OptionalInt number -> number.isEmpty();
            case OptionalDouble number -> number.isEmpty();
            default -> false;
        };
    }

    private static Object value(Record section, RecordComponent part) {
        try {
            return part.getAccessor().invoke(section);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(part + " cannot be read", e);
        }
    }
}
