package chorus.config.tree;

import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Nothing;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One value put at a key's path: {@code --set key.path=value}, or a line of a sweep. {@code campaigns[0].alpha} reaches into a
 * list, {@code campaigns[*].alpha} into every item of one.
 *
 * @param at where it was given
 */
public record SetOption(String at, List<String> path, Node value) {
    private static final String STEP = "\\w+(?:\\[(?:\\d{1,9}|\\*)])?";
    private static final String PATH = STEP + "(?:\\." + STEP + ")*";
    private static final String EVERY = "[*]";
    private static final Pattern FORM = Pattern.compile("(" + PATH + ")=(.*)", Pattern.DOTALL);

    /** An option of the command line. */
    public static SetOption parse(String text) {
        var at = "--set";
        YamlTree.requireShort(at, "the option", text, YamlTree.LONGEST_PAGE);
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new SettingsFault(at, "", text + ": must read key.path=value, e.g. simulate.playlists=2000");
        }
        var value = form.group(2).strip();
        return new SetOption(at, path(form.group(1)), value.isEmpty() ? new Nothing(at) : YamlTree.value(at, value));
    }

    /** A value of a file that belongs at another path than where it stands. */
    public static SetOption of(String key, Node value) {
        if (!key.matches(PATH)) {
            throw new SettingsFault(value.at(), key, "must be the path of a setting, e.g. simulate.playlists");
        }
        return new SetOption(value.at(), path(key), value);
    }

    /** The steps of a path: keys, and items of lists as {@code [i]}. */
    static List<String> path(String key) {
        return List.of(key.replace("[", ".[").split("\\."));
    }

    /** Whether the other reaches what this one does: the same key, of one item or of all. */
    public boolean meets(SetOption other) {
        return path.size() == other.path.size()
                && IntStream.range(0, path.size()).allMatch(i -> {
                    var steps = List.of(path.get(i), other.path.get(i));
                    return steps.getFirst().equals(steps.getLast())
                            || steps.contains(EVERY) && steps.stream().allMatch(step -> step.startsWith("["));
                });
    }

    public Mapping onto(Mapping tree) {
        return (Mapping) put(tree, 0);
    }

    private Node put(@Nullable Node node, int step) {
        if (step == path.size()) {
            return value;
        }
        var key = path.get(step);
        return key.equals(EVERY)
                ? every(node, step)
                : key.startsWith("[")
                        ? item(node, step, Integer.parseInt(key.substring(1, key.length() - 1)))
                        : entry(node, step, key);
    }

    private Node entry(@Nullable Node node, int step, String key) {
        return switch (node) {
            case null -> new Mapping(at, new LinkedHashMap<>()).with(key, put(null, step + 1));
            case Nothing nothing -> new Mapping(at, new LinkedHashMap<>()).with(key, put(null, step + 1));
            case Mapping mapping ->
                mapping.displaced(key).with(key, put(mapping.entries().get(key), step + 1));
            case Scalar scalar -> throw notThere(step, "has no keys below it");
            case Sequence list -> throw notThere(step, "is a list: name an item, e.g. " + above(step) + "[0]." + key);
        };
    }

    private Node item(@Nullable Node node, int step, int index) {
        if (!(node instanceof Sequence list)) {
            throw notThere(step, "is not a list");
        }
        if (index > list.items().size()) {
            throw notThere(step, "has " + list.items().size() + " items; [" + index + "] is beyond the next one");
        }
        var items = new ArrayList<>(list.items());
        if (index == items.size()) {
            items.add(put(null, step + 1));
        } else {
            items.set(index, put(items.get(index), step + 1));
        }
        return new Sequence(list.at(), items);
    }

    private Node every(@Nullable Node node, int step) {
        if (!(node instanceof Sequence list) || list.items().isEmpty()) {
            throw notThere(step, "is not a list of items");
        }
        return new Sequence(
                list.at(),
                list.items().stream().map(item -> put(item, step + 1)).toList());
    }

    private SettingsFault notThere(int step, String what) {
        return new SettingsFault(at, above(step), what);
    }

    private String above(int step) {
        return String.join(".", path.subList(0, step)).replace(".[", "[");
    }
}
