package chorus.config.course;

import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Nothing;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.Node.Sequence;
import chorus.config.tree.YamlTree;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Settings as they are written, by the path of each value: {@code campaigns[0].join} → {@code [0.5, 1.0]}. */
public final class Leaves {
    private final SequencedMap<String, String> values = new LinkedHashMap<>();

    private Leaves() {}

    public static SequencedMap<String, String> of(Settings settings) {
        var leaves = new Leaves();
        leaves.collect(YamlTree.file("settings.yaml", SettingsText.of(settings)), "");
        return leaves.values;
    }

    private void collect(Node node, String path) {
        switch (node) {
            case Mapping mapping ->
                mapping.entries().forEach((key, below) -> collect(below, path.isEmpty() ? key : path + "." + key));
            case Sequence list
            when list.items().stream().anyMatch(Mapping.class::isInstance) -> {
                for (var i = 0; i < list.items().size(); i++) {
                    collect(list.items().get(i), path + "[" + i + "]");
                }
            }
            case Sequence _, Scalar _, Nothing _ -> values.put(path, text(node));
        }
    }

    private static String text(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.text();
            case Sequence list -> list.items().stream().map(Leaves::text).collect(Collectors.joining(", ", "[", "]"));
            case Mapping mapping -> mapping.entries().toString();
            case Nothing _ -> "";
        };
    }
}
