package chorus.config;

import chorus.config.kinds.Choice;
import chorus.config.kinds.Form;
import chorus.config.kinds.Forms;
import chorus.config.kinds.Kinds;
import chorus.config.tree.ScalarText;
import chorus.reach.Shown;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes settings as a YAML page that loads again to the same settings, but for credentials in a URL, which are left out: the
 * {@code settings.yaml} of a run.
 */
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
            if (Kinds.isBeside(part)) {
                section((Record) value, lead, indent);
                lead = indent;
                continue;
            }
            page.append(lead).append(part.getName()).append(':');
            if (value instanceof Choice choice) {
                page.append(' ').append(choice.name()).append('\n');
                section((Record) choice, indent, indent);
            } else {
                entry(plain(part, value), indent);
            }
            lead = indent;
        }
    }

    /** A kind as it is written in one line: {@code DirLoF}, {@code {InsertAt: 3}}, {@code {uri: "…"}}. */
    public static String inLine(Record kind) {
        if (kind instanceof Form form) {
            return scalar(written(form));
        }
        var parts = kind.getClass().getRecordComponents();
        var values = new ArrayList<String>();
        for (var part : parts) {
            var value = value(kind, part);
            values.add(value instanceof Form form ? scalar(written(form)) : scalar(value));
        }
        return switch (kind) {
            case Choice choice when parts.length == 0 -> choice.name();
            case Choice choice when parts.length == 1 -> "{" + choice.name() + ": " + values.getFirst() + "}";
            default ->
                IntStream.range(0, parts.length)
                        .mapToObj(i -> parts[i].getName() + ": " + values.get(i))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static Object plain(RecordComponent part, Object value) {
        return switch (value) {
            case Optional<?> some -> some.orElseThrow();
            case List<?> list when Kinds.isOneOrMore(part) && list.size() == 1 -> list.getFirst();
            default -> value;
        };
    }

    private void entry(Object given, String indent) {
        var value = given instanceof Form form ? written(form) : given;
        if (value instanceof Record nested && !(value instanceof Keyed)) {
            page.append('\n');
            section(nested, indent + "  ", indent + "  ");
        } else if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Record) {
            page.append('\n');
            list.forEach(item -> section((Record) item, indent + "  - ", indent + "    "));
        } else {
            page.append(' ').append(scalar(value)).append('\n');
        }
    }

    /** A kind as it is written: its list, or its word, or a mapping of its word. */
    private static Object written(Form form) {
        var kind = (Record) form;
        var values = new ArrayList<Object>();
        for (var part : kind.getClass().getRecordComponents()) {
            values.add(value(kind, part));
        }
        if (Forms.isWord(kind.getClass())) {
            return Forms.word(kind.getClass());
        }
        var content = values.size() == 1 ? values.getFirst() : values;
        return Forms.isList(kind.getClass()) || Forms.isPlain(kind.getClass())
                ? content
                : new Keyed(Forms.word(kind.getClass()), content);
    }

    /** A mapping of one key, in one line. */
    private record Keyed(String key, Object value) {}

    private static String scalar(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(SettingsText::scalar).collect(Collectors.joining(", ", "[", "]"));
            case Duration duration -> ScalarText.duration(duration);
            case Keyed(var key, var keyed) -> "{" + key + ": " + scalar(keyed) + "}";
            case OptionalInt number -> Integer.toString(number.getAsInt());
            case OptionalDouble number -> Double.toString(number.getAsDouble());
            case String text -> text(Shown.bare(text));
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
            case Optional<?> any -> any.isEmpty();
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
