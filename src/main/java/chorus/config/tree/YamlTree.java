package chorus.config.tree;

import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Nothing;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.Node.Sequence;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML text into {@link Node}s; text that is not YAML is refused with file, line and column. */
public final class YamlTree {
    /** Characters of a page, or of an option. A campaign takes some hundred. */
    public static final int LONGEST_PAGE = 1 << 20;

    /** Characters of a key or a plain value. */
    private static final int LONGEST_SCALAR = 1000;

    /** After an even number of backslashes. */
    private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\/");

    private final Function<Mark, String> where;

    private YamlTree(Function<Mark, String> where) {
        this.where = where;
    }

    /** The sections of a file; an empty file has none. */
    public static Mapping file(String name, String text) {
        requireShort(name, "the file", text, LONGEST_PAGE);
        var tree = new YamlTree(mark -> name + ":" + (mark.getLine() + 1));
        var node = tree.read(name, text);
        return switch (node) {
            case Mapping mapping -> mapping;
            case Nothing nothing -> new Mapping(name + ":1", new LinkedHashMap<>());
            case Scalar scalar -> throw new SettingsFault(scalar.at(), "", "a settings file holds lines of key: value");
            case Sequence list -> throw new SettingsFault(list.at(), "", "a settings file holds lines of key: value");
        };
    }

    /** A JSON object, whatever lines it has. */
    public static Mapping json(String name, String text) {
        // the one escape of JSON that YAML 1.1 does not have
        return file(name, ESCAPED_SLASH.matcher(text).replaceAll("$1/"));
    }

    /** The value of an override such as {@code [0.5, 1]}; {@code at} says where it was given. */
    public static Node value(String at, String text) {
        return new YamlTree(mark -> at).read(at, text);
    }

    /** A JSON object that stands in one line; {@code at} says in which. */
    static Node line(String at, String json) {
        try {
            // the one escape of JSON that YAML 1.1 does not have
            return new YamlTree(mark -> at).read("", ESCAPED_SLASH.matcher(json).replaceAll("$1/"));
        } catch (SettingsFault e) {
            // the line's place instead of one within it
            throw new SettingsFault(
                    at,
                    "",
                    String.valueOf(e.getMessage()).replaceFirst("^:\\d+:(\\d+): not YAML", "column $1: not JSON"));
        }
    }

    /** Refuses what is too long to be meant, before time is spent on it. */
    static void requireShort(String at, String what, String text, int most) {
        if (text.length() > most) {
            throw new SettingsFault(
                    at, "", what + " has " + text.length() + " characters: at most " + most + " are allowed");
        }
    }

    private Node read(String source, String text) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            return root == null ? new Nothing(source) : node(root, where.apply(root.getStartMark()));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var position = mark == null ? "" : ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
            throw new SettingsFault(source + position, "", "not YAML: " + oneLine(String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            throw new SettingsFault(source, "", "not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private Node node(org.yaml.snakeyaml.nodes.Node raw, String at) {
        if (raw instanceof MappingNode mapping) {
            return mapping(mapping.getValue(), at);
        }
        if (raw instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue().stream()
                    .map(item -> node(item, where.apply(item.getStartMark())))
                    .toList();
            return new Sequence(at, items);
        }
        return raw instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())
                ? new Scalar(at, plain(scalar, at))
                : new Nothing(at);
    }

    private static String plain(ScalarNode scalar, String at) {
        requireShort(at, "a key or value", scalar.getValue(), LONGEST_SCALAR);
        return scalar.getValue();
    }

    private Mapping mapping(List<NodeTuple> tuples, String at) {
        var entries = new LinkedHashMap<String, Node>();
        for (var tuple : tuples) {
            var keyAt = where.apply(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new SettingsFault(keyAt, "", "a key must be a plain word");
            }
            if (entries.put(plain(key, keyAt), node(tuple.getValueNode(), keyAt)) != null) {
                throw new SettingsFault(keyAt, key.getValue(), "is given twice");
            }
        }
        return new Mapping(at, entries);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
