package chorus.config.kinds;

import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Nothing;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.Node.Sequence;
import chorus.config.tree.ScalarText;
import chorus.config.tree.SettingsFault;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the kinds of a {@link Form} are written. */
public final class Forms {
    private Forms() {}

    public static boolean isForm(Class<?> type) {
        return type.isInterface() && Form.class.isAssignableFrom(type);
    }

    /** The word of a kind. */
    public static String word(Class<?> kind) {
        return kind.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Whether the kind is written as a word. */
    public static boolean isWord(Class<?> kind) {
        return kind.getRecordComponents().length == 0;
    }

    /** Whether the kind is written as a list. */
    public static boolean isList(Class<?> kind) {
        var parts = kind.getRecordComponents();
        return parts.length == 1 && parts[0].getType() == List.class;
    }

    /** Whether the kind is written as a number. */
    public static boolean isPlain(Class<?> kind) {
        return kind.isAnnotationPresent(Form.Plain.class);
    }

    private static boolean isWhole(Class<?> kind) {
        return kind.getRecordComponents()[0].getType() == int.class;
    }

    /** The kind as which {@code node} is written. */
    public static Class<? extends Record> kind(Class<?> form, Node node, String key) {
        return Kinds.of(form).stream()
                .filter(kind -> fits(kind, node))
                .findFirst()
                .orElseThrow(() -> refused(form, node, key));
    }

    private static boolean fits(Class<?> kind, Node node) {
        return switch (node) {
            case Scalar scalar ->
                isPlain(kind)
                        ? (isWhole(kind) ? ScalarText.isWhole(scalar) : ScalarText.isNumber(scalar))
                        : isWord(kind) && word(kind).equals(scalar.text().strip());
            case Sequence _ -> isList(kind);
            case Mapping mapping ->
                !isWord(kind)
                        && !isList(kind)
                        && !isPlain(kind)
                        && mapping.entries().size() == 1
                        && mapping.entries().containsKey(word(kind));
            case Nothing _ -> false;
        };
    }

    private static SettingsFault refused(Class<?> form, Node node, String key) {
        var allowed = "must be " + Kinds.of(form).stream().map(Forms::example).collect(Collectors.joining(" or "));
        return switch (node) {
            case Scalar scalar -> new SettingsFault(scalar.at(), key + " = " + scalar.text(), allowed);
            case Nothing nothing -> new SettingsFault(nothing.at(), key, "has no value: " + allowed);
            case Mapping _, Sequence _ -> new SettingsFault(node.at(), key, allowed);
        };
    }

    private static String example(Class<?> kind) {
        if (isWord(kind)) {
            return word(kind);
        }
        if (isList(kind)) {
            return "a list [ … ]";
        }
        if (isPlain(kind)) {
            return isWhole(kind) ? "a whole number" : "a number";
        }
        var parts = Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return "{" + word(kind) + ": " + (parts.size() == 1 ? "…" : parts.toString()) + "}";
    }
}
