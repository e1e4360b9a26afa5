package chorus.config.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a settings tree that remembers where it was written, as {@code file:line} or {@code --set}. */
public sealed interface Node {
    String at();

    /** The node at {@code path}, such as {@code worlds[1].name}, or the deepest one on the way to it. */
    default Node below(String path) {
        Node node = this;
        for (var step : SetOption.path(path)) {
            var next =
                    switch (node) {
                        case Mapping mapping -> mapping.entries().get(step);
                        case Sequence list -> list.item(step);
                        case Scalar _, Nothing _ -> null;
                    };
            if (next == null) {
                break;
            }
            node = next;
        }
        return node;
    }

    record Scalar(String at, String text) implements Node {}

    /** A key without a value. */
    record Nothing(String at) implements Node {}

    record Sequence(String at, List<Node> items) implements Node {
        private @Nullable Node item(String step) {
            var index = step.matches("\\[\\d{1,9}]")
                    ? Integer.parseInt(step.substring(1, step.length() - 1))
                    : items.size();
            return index < items.size() ? items.get(index) : null;
        }
    }

    record Mapping(String at, Map<String, Node> entries) implements Node {
        /**
         * Keys of which only one can be given: how many members a campaign has, what its target is, how much of the singular
         * values a platform tolerates to lose.
         */
        private static final List<List<String>> ONE_OF = List.of(
                List.of("budget", "alpha"), List.of("new", "uri", "rank", "scene"), List.of("absolute", "share"));

        /** This tree with {@code over} laid on top: sections are merged key by key, everything else is replaced. */
        public Mapping under(Mapping over) {
            var below = this;
            for (var key : over.entries.keySet()) {
                below = below.displaced(key);
            }
            var merged = new LinkedHashMap<>(below.entries);
            over.entries.forEach((key, node) -> merged.put(key, merge(merged.get(key), node)));
            return new Mapping(over.at, merged);
        }

        public Mapping with(String key, Node node) {
            var changed = new LinkedHashMap<>(entries);
            changed.put(key, node);
            return new Mapping(at, changed);
        }

        /** Without those keys that {@code key} displaces. */
        Mapping displaced(String key) {
            var left = this;
            for (var keys : ONE_OF) {
                if (keys.contains(key)) {
                    for (var other : keys) {
                        left = other.equals(key) ? left : left.without(other);
                    }
                }
            }
            return left;
        }

        public Mapping without(String key) {
            var changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(at, changed);
        }

        private static Node merge(@Nullable Node below, Node over) {
            if (below instanceof Mapping section) {
                return switch (over) {
                    case Mapping mapping -> section.under(mapping);
                    case Nothing nothing -> section;
                    case Scalar scalar -> scalar;
                    case Sequence sequence -> sequence;
                };
            }
            return over;
        }
    }
}
