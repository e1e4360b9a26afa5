package chorus.config.kinds;

import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Nothing;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.SettingsFault;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a sealed interface can be, in the order in which its records are declared; and the keys that a {@link Choice} brings. */
public final class Kinds {
    private static final Set<Class<?>> OPTIONAL = Set.of(Optional.class, OptionalInt.class, OptionalDouble.class);

    private Kinds() {}

    public static boolean isChoice(Class<?> type) {
        return type.isInterface() && Choice.class.isAssignableFrom(type);
    }

    public static List<Class<? extends Record>> of(Class<?> choice) {
        return Arrays.stream(choice.getPermittedSubclasses())
                .<Class<? extends Record>>mapMulti((kind, kinds) -> {
                    if (kind.isRecord()) {
                        kinds.accept(kind.asSubclass(Record.class));
                    } else {
                        of(kind).forEach(kinds);
                    }
                })
                .toList();
    }

    /** A section in which every choice of the record, and those that a kind brings, stands as a word with its parameters beside it. */
    public static Mapping spread(Class<?> record, Mapping section, String path) {
        var spread = section;
        for (var part : record.getRecordComponents()) {
            if (isChoice(part.getType())) {
                spread = spread(part, spread, path);
                for (var kind : of(part.getType())) {
                    spread = spread(kind, spread, path);
                }
            }
        }
        return spread;
    }

    /** A section with the kind that it has in one value, {@code {InsertAt: 3}}, as a word and its parameter beside it. */
    private static Mapping spread(RecordComponent choice, Mapping section, String path) {
        var name = choice.getName();
        if (!(section.entries().get(name) instanceof Mapping one)) {
            return section;
        }
        var kind = of(choice.getType()).stream()
                .filter(each -> each.getRecordComponents().length == 1)
                .filter(each ->
                        one.entries().keySet().stream().allMatch(key -> key.equalsIgnoreCase(each.getSimpleName())))
                .findFirst()
                .filter(_ -> one.entries().size() == 1)
                .orElseThrow(() -> new SettingsFault(
                        one.at(),
                        path + name,
                        "must be " + words(choice.getType()) + ", or one with its parameter: " + inOne(choice)));
        var parameter = keys(kind).getFirst();
        var beside = section.entries().get(parameter);
        if (beside != null) {
            throw new SettingsFault(beside.at(), path + parameter, "is given twice");
        }
        var value = one.entries().values().iterator().next();
        return section.with(name, new Scalar(one.at(), kind.getSimpleName())).with(parameter, value);
    }

    private static String inOne(RecordComponent choice) {
        return of(choice.getType()).stream()
                .filter(each -> each.getRecordComponents().length == 1)
                .map(each -> "{" + each.getSimpleName() + ": …}")
                .collect(Collectors.joining(", "));
    }

    public static Class<? extends Record> named(Class<?> choice, Node node, String key) {
        return switch (node) {
            case Scalar scalar ->
                of(choice).stream()
                        .filter(kind ->
                                kind.getSimpleName().equals(scalar.text().strip()))
                        .findFirst()
                        .orElseThrow(() -> new SettingsFault(
                                scalar.at(), key + " = " + scalar.text(), "must be " + words(choice)));
            case Nothing nothing ->
                throw new SettingsFault(nothing.at(), key, "has no value: must be " + words(choice));
            case Mapping _, Node.Sequence _ -> throw new SettingsFault(node.at(), key, "must be " + words(choice));
        };
    }

    private static String words(Class<?> choice) {
        return "one of " + of(choice).stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    /** The keys of a section: of the record's components, and behind a choice those of all its kinds. */
    public static List<String> keys(Class<? extends Record> section) {
        return Arrays.stream(section.getRecordComponents())
                .flatMap(part -> isBeside(part)
                        ? keys(part.getType().asSubclass(Record.class)).stream()
                        : Stream.concat(Stream.of(part.getName()), parameters(part)))
                .distinct()
                .toList();
    }

    /** The keys of a kind that must be given; behind a choice of its own, what is to be given is for that one to say. */
    public static List<String> required(Class<? extends Record> kind) {
        return Arrays.stream(kind.getRecordComponents())
                .filter(part -> !OPTIONAL.contains(part.getType()))
                .flatMap(part -> isBeside(part)
                        ? required(part.getType().asSubclass(Record.class)).stream()
                        : Stream.of(part.getName()))
                .toList();
    }

    public static boolean isOneOrMore(RecordComponent part) {
        return part.isAnnotationPresent(OneOrMore.class);
    }

    public static boolean isBeside(RecordComponent part) {
        return part.isAnnotationPresent(Beside.class);
    }

    private static Stream<String> parameters(RecordComponent part) {
        return isChoice(part.getType())
                ? of(part.getType()).stream().flatMap(kind -> keys(kind).stream())
                : Stream.empty();
    }
}
