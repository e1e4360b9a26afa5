package chorus.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The rules as their files have them. */
final class Rules {
    private static final Path HERE = Path.of("grafana/prometheus/rules");

    private Rules() {}

    /** An alert: one bound, or several that hold together. */
    record Alert(String name, String expr, Map<String, String> labels, Map<String, String> annotations) {
        private static final Pattern BOUND = Pattern.compile("(.+) (?:<|>|<=|>=|==) -?[0-9.]+");
        private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");

        /** What is held against its bound, without the bound. */
        List<String> figures() {
            return Stream.of(expr.split(" and "))
                    .map(BOUND::matcher)
                    .map(bound -> {
                        if (!bound.matches()) {
                            throw new AssertionError(name + " is no figure and its bound: " + expr);
                        }
                        return bound.group(1);
                    })
                    .toList();
        }

        /** The labels that its words name. */
        List<String> namedLabels() {
            return annotations.values().stream()
                    .flatMap(text -> LABEL.matcher(text).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }
    }

    static List<Alert> alerts() throws IOException {
        return rules("alerts.yml")
                .map(rule -> new Alert(
                        text(rule, "alert"), text(rule, "expr"), words(rule, "labels"), words(rule, "annotations")))
                .toList();
    }

    /** Recorded series and their expressions. */
    static List<Query> recorded() throws IOException {
        return rules("recording.yml")
                .map(rule -> new Query(text(rule, "expr"), text(rule, "record")))
                .toList();
    }

    static Map<String, Object> yaml(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> rules(String file) throws IOException {
        var groups = (List<Map<String, Object>>) yaml(HERE.resolve(file)).get("groups");
        return groups.stream().flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream());
    }

    private static String text(Map<String, Object> rule, String key) {
        return String.valueOf(rule.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> words(Map<String, Object> rule, String key) {
        return (Map<String, String>) rule.get(key);
    }
}
