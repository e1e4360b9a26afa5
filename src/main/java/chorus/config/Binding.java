package chorus.config;

import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Nothing;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.Node.Sequence;
import chorus.config.tree.ScalarText;
import chorus.config.tree.SettingsFault;
import chorus.config.tree.YamlTree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the records of the settings from a tree: the records' components say which keys there are and of which type. */
final class Binding {
    private static final Mapping CAMPAIGN = YamlTree.file("reference.yaml", "{hold: 0, leave: [], join: [1]}");

    private Binding() {}

    static <R extends Record> R read(Class<R> type, Mapping section, String path) {
        var known = Kinds.keys(type);
        section.entries().forEach((key, node) -> {
            if (!known.contains(key)) {
                throw new SettingsFault(node.at(), below(path, key), NearestKey.unknown(key, path, known));
            }
        });
        return make(type, section, path);
    }

    private static <R extends Record> R make(Class<R> type, Mapping section, String path) {
        var values = Arrays.stream(type.getRecordComponents())
                .map(part -> component(part, section, path))
                .toArray();
        return construct(type, values, section, path);
    }

    private static Object component(RecordComponent part, Mapping section, String path) {
        var node = section.entries().get(part.getName());
        var key = below(path, part.getName());
        var optional = optional(part.getType(), node, key);
        if (optional != null) {
            return optional;
        }
        if (node == null) {
            throw new SettingsFault(section.at(), key, "is missing");
        }
        return Kinds.isChoice(part.getType())
                ? choice(part, Kinds.named(part.getType(), node, key), section, path)
                : value(part.getGenericType(), node, key);
    }

    /**
     * The chosen kind, its parameters read from the section in which the choice stands. What belongs to other kinds is refused
     * in an item of a list; a section of the page has defaults for the parameters of every kind, so there it is only checked.
     */
    private static Record choice(RecordComponent part, Class<? extends Record> chosen, Mapping section, String path) {
        var own = Kinds.keys(chosen);
        for (var kind : Kinds.of(part.getType())) {
            for (var key : Kinds.keys(kind)) {
                var given = section.entries().containsKey(key);
                if (kind == chosen && !given) {
                    throw new SettingsFault(section.at(), below(path, key), "must be given: " + named(part, kind));
                }
                if (given && !own.contains(key) && path.endsWith("]")) {
                    throw new SettingsFault(section.at(), below(path, key), "belongs to " + named(part, kind));
                }
            }
            if (!path.endsWith("]")) {
                make(kind, section, path);
            }
        }
        return make(chosen, section, path);
    }

    private static String named(RecordComponent part, Class<? extends Record> kind) {
        return part.getName() + " " + kind.getSimpleName();
    }

    private static @Nullable Object optional(Class<?> type, @Nullable Node node, String key) {
        var absent = node == null || node instanceof Nothing;
        if (type == OptionalInt.class) {
            return absent ? OptionalInt.empty() : OptionalInt.of((int) value(int.class, node, key));
        }
        if (type == OptionalDouble.class) {
            return absent ? OptionalDouble.empty() : OptionalDouble.of((double) value(double.class, node, key));
        }
        return null;
    }

    private static Object value(Type type, @Nullable Node node, String key) {
        if (node == null) {
            throw new IllegalStateException(key);
        }
        if (type instanceof ParameterizedType list) {
            return items(list.getActualTypeArguments()[0], node, key);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return read(plain.asSubclass(Record.class), section(plain, node, key), key);
        }
        return switch (node) {
            case Scalar scalar -> ScalarText.parse(plain, scalar, key);
            case Nothing nothing when plain == String.class && nothing.at().equals("--set") -> "";
            case Nothing nothing ->
                throw new SettingsFault(nothing.at(), key, "has no value: must be " + ScalarText.allowed(plain));
            case Mapping mapping -> throw new SettingsFault(mapping.at(), key, "must be " + ScalarText.allowed(plain));
            case Sequence list -> throw new SettingsFault(list.at(), key, "must be " + ScalarText.allowed(plain));
        };
    }

    private static Mapping section(Class<?> type, Node node, String key) {
        var mapping =
                switch (node) {
                    case Mapping given -> given;
                    case Nothing nothing -> new Mapping(nothing.at(), new LinkedHashMap<>());
                    case Scalar scalar -> throw new SettingsFault(scalar.at(), key, "must hold keys of its own");
                    case Sequence list -> throw new SettingsFault(list.at(), key, "must hold keys of its own");
                };
        return type == CampaignSettings.class ? CAMPAIGN.under(mapping) : mapping;
    }

    private static List<?> items(Type item, Node node, String key) {
        if (!(node instanceof Sequence list)) {
            throw new SettingsFault(node.at(), key, "must be a list: [ … ]");
        }
        return IntStream.range(0, list.items().size())
                .mapToObj(i -> value(
                        item == Double.class ? double.class : item, list.items().get(i), key + "[" + i + "]"))
                .toList();
    }

    private static <R extends Record> R construct(Class<R> type, Object[] values, Mapping section, String path) {
        try {
            var parameters = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(parameters).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused(String.valueOf(refused.getMessage()), section, path);
            }
            throw new IllegalStateException(type + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    /** The records' messages begin with the key (or keys) they refuse. */
    private static SettingsFault refused(String message, Mapping section, String path) {
        var node = section.entries().get(message.split("[ :,]", 2)[0]);
        var at = node == null || node.at().startsWith("reference.yaml") ? section.at() : node.at();
        return new SettingsFault(at + ": " + below(path, message));
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
