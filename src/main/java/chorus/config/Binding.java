package chorus.config;

import chorus.config.altruism.NamedWorld;
import chorus.config.collective.Noise;
import chorus.config.kinds.Forms;
import chorus.config.kinds.Kinds;
import chorus.config.kinds.NearestKey;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the records of the settings from a tree: the records' components say which keys there are and of which type. */
final class Binding {
    /** Defaults of the items of lists; sections of the page have theirs there. */
    private static final Map<Class<?>, Mapping> ITEMS = Map.of(
            CampaignSettings.class, YamlTree.file("reference.yaml", "{hold: 0, leave: [], join: [1]}"),
            Noise.class, YamlTree.file("reference.yaml", "{misplace: 0, forget: 0, late: 0, lateBy: 1, dropOut: 0}"),
            NamedWorld.class, YamlTree.file("reference.yaml", "{altruists: true}"),
            OrderSettings.class, YamlTree.file("reference.yaml", "{hold: 0, leave: [], join: [1], plants: back}"),
            WorldsSettings.Named.class, YamlTree.file("reference.yaml", "{campaigns: []}"),
            RecommendSettings.class, section("recommend"));

    private static final String ITEM = "[0]";

    private Binding() {}

    private static Mapping section(String key) {
        return (Mapping) Objects.requireNonNull(YamlTree.file("reference.yaml", SettingsLoader.reference())
                .entries()
                .get(key));
    }

    static <R extends Record> R read(Class<R> type, Mapping section, String path) {
        var known = Kinds.keys(type);
        section.entries().forEach((key, node) -> {
            if (!known.contains(key)) {
                throw new SettingsFault(
                        node.at(), below(path, key), NearestKey.unknown(Settings.class, key, path, known));
            }
        });
        return make(type, Kinds.spread(type, section, below(path, "")), path);
    }

    private static <R extends Record> R make(Class<R> type, Mapping section, String path) {
        var values = Arrays.stream(type.getRecordComponents())
                .map(part -> component(part, section, path))
                .toArray();
        return construct(type, values, section, path);
    }

    private static Object component(RecordComponent part, Mapping section, String path) {
        if (Kinds.isBeside(part)) {
            return make(part.getType().asSubclass(Record.class), section, path);
        }
        var node = section.entries().get(part.getName());
        var key = below(path, part.getName());
        var optional = optional(part, node, key);
        if (optional != null) {
            return optional;
        }
        if (node == null) {
            throw new SettingsFault(section.at(), key, "is missing");
        }
        if (Kinds.isOneOrMore(part) && !(node instanceof Sequence)) {
            return List.of(value(argument(part.getGenericType()), node, key));
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
        for (var key : Kinds.required(chosen)) {
            if (!section.entries().containsKey(key)) {
                throw new SettingsFault(section.at(), below(path, key), "must be given: " + named(part, chosen));
            }
        }
        for (var kind : Kinds.of(part.getType())) {
            for (var key : Kinds.keys(kind)) {
                if (section.entries().containsKey(key)
                        && !own.contains(key)
                        && path.endsWith("]")
                        && isByHand(section.entries().get(key))) {
                    throw new SettingsFault(section.at(), below(path, key), "belongs to " + named(part, kind));
                }
            }
            if (!path.endsWith("]")) {
                make(kind, section, path);
            }
        }
        return make(chosen, section, path);
    }

    private static boolean isByHand(@Nullable Node node) {
        return node != null && !node.at().startsWith("reference.yaml");
    }

    private static String named(RecordComponent part, Class<? extends Record> kind) {
        return part.getName() + " " + kind.getSimpleName();
    }

    private static @Nullable Object optional(RecordComponent part, @Nullable Node node, String key) {
        var type = part.getType();
        var absent = node == null || node instanceof Nothing;
        if (type == OptionalInt.class) {
            return absent ? OptionalInt.empty() : OptionalInt.of((int) value(int.class, node, key));
        }
        if (type == OptionalDouble.class) {
            return absent ? OptionalDouble.empty() : OptionalDouble.of((double) value(double.class, node, key));
        }
        if (type == Optional.class) {
            return absent ? Optional.empty() : Optional.of(value(argument(part.getGenericType()), node, key));
        }
        return null;
    }

    private static Object value(Type type, @Nullable Node node, String key) {
        if (node == null) {
            throw new IllegalStateException(key);
        }
        if (type instanceof ParameterizedType) {
            return items(argument(type), node, key);
        }
        var plain = (Class<?>) type;
        if (Forms.isForm(plain)) {
            return form(plain, node, key);
        }
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

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /** An item of a list by itself, which is not told of as one. */
    static <R extends Record> R item(Class<R> type, Mapping node) {
        try {
            return read(type, section(type, node, ITEM), ITEM);
        } catch (SettingsFault fault) {
            throw new SettingsFault(String.valueOf(fault.getMessage()).replace(ITEM + ".", ""));
        }
    }

    /** The kind as which a value is written. */
    private static Record form(Class<?> type, Node node, String key) {
        var kind = Forms.kind(type, node, key);
        var parts = kind.getRecordComponents();
        var values = node instanceof Mapping(var _, var entries)
                ? components(parts, entries.get(Forms.word(kind)), below(key, Forms.word(kind)))
                : Arrays.stream(parts)
                        .map(part -> value(part.getGenericType(), node, key))
                        .toArray();
        return construct(kind, values, node, key);
    }

    private static Object[] components(RecordComponent[] parts, @Nullable Node node, String key) {
        if (parts.length == 1) {
            return new Object[] {value(parts[0].getGenericType(), node, key)};
        }
        if (!(node instanceof Sequence(var _, var items)) || items.size() != parts.length) {
            throw new SettingsFault(
                    node == null ? "" : node.at(),
                    key,
                    "must be "
                            + Arrays.stream(parts).map(RecordComponent::getName).toList());
        }
        return IntStream.range(0, parts.length)
                .mapToObj(i -> value(parts[i].getGenericType(), items.get(i), key + "[" + i + "]"))
                .toArray();
    }

    private static Mapping section(Class<?> type, Node node, String key) {
        var mapping =
                switch (node) {
                    case Mapping given -> given;
                    case Nothing nothing -> new Mapping(nothing.at(), new LinkedHashMap<>());
                    case Scalar scalar -> throw new SettingsFault(scalar.at(), key, "must hold keys of its own");
                    case Sequence list -> throw new SettingsFault(list.at(), key, "must hold keys of its own");
                };
        var defaults = ITEMS.get(type);
        return defaults == null ? mapping : defaults.under(mapping);
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

    private static <R extends Record> R construct(Class<R> type, Object[] values, Node node, String path) {
        try {
            var parameters = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(parameters).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused(String.valueOf(refused.getMessage()), node, path);
            }
            throw new IllegalStateException(type + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    /** The records' messages begin with the key (or keys, or path) that they refuse. */
    private static SettingsFault refused(String message, Node node, String path) {
        var refused = node.below(message.split("[ :,]", 2)[0]);
        var at = refused.at().startsWith("reference.yaml") ? node.at() : refused.at();
        return new SettingsFault(at + ": " + below(path, message));
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
