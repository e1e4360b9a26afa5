package chorus.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An expression that must have data.
 *
 * @param where it stands
 * @param labels that every series of its answer must have
 */
record Asked(String where, String expr, List<String> labels) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern VARIABLE = Pattern.compile("\\$(campaign|world|recommender|instance)\\b");

    /** All of dashboards and rules, as their files have them. */
    static List<Asked> everywhere() throws IOException {
        var all = new ArrayList<Asked>();
        for (var file : dashboards()) {
            var board = JSON.readTree(file.toFile());
            var where = file.getFileName() + ", ";
            for (var panel : board.get("panels")) {
                var title = where + panel.get("title").asText();
                for (var target : panel.path("targets")) {
                    all.add(of(title, text(target, "expr"), text(target, "legendFormat")));
                }
            }
            for (var mark : board.at("/annotations/list")) {
                var words = text(mark, "titleFormat") + text(mark, "textFormat");
                all.add(of(where + text(mark, "name"), text(mark, "expr"), words));
            }
        }
        for (var rule : Rules.recorded()) {
            all.add(new Asked("rule " + rule.legend(), rule.expr(), List.of()));
            all.add(new Asked("what rule " + rule.legend() + " has recorded", rule.legend(), List.of()));
        }
        for (var alert : Rules.alerts()) {
            alert.figures().forEach(figure -> all.add(new Asked("alert " + alert.name(), figure, alert.namedLabels())));
        }
        return all;
    }

    /** The variables of all dashboards: the series that have them, and the label. */
    static List<Board.Variable> variables() throws IOException {
        var all = new ArrayList<Board.Variable>();
        var form = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");
        for (var file : dashboards()) {
            for (var variable : JSON.readTree(file.toFile()).at("/templating/list")) {
                if (text(variable, "type").equals("query")) {
                    var query = form.matcher(variable.at("/query/query").asText());
                    assertThat(query.matches()).as("%s", variable).isTrue();
                    all.add(new Board.Variable(query.group(2), file.toString(), query.group(1)));
                }
            }
        }
        return all;
    }

    private static List<Path> dashboards() throws IOException {
        try (var files = Files.list(Path.of("grafana/dashboards"))) {
            return files.sorted().toList();
        }
    }

    /** With all of each variable chosen, as Grafana writes that. */
    private static Asked of(String where, String expr, String legend) {
        var plain = VARIABLE.matcher(expr).replaceAll(".*").replace("$__rate_interval", Prometheus.RATE_INTERVAL);
        assertThat(plain).as(where).doesNotContain("$");
        return new Asked(
                where,
                plain,
                LABEL.matcher(legend)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList());
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText();
    }

    /** Whether there is an answer. Every value that there ever was is a number, and every series has its labels. */
    boolean isAnswered(Prometheus prometheus) {
        var found = prometheus.range(expr);
        for (var series : found) {
            assertThat(series.values())
                    .as("%s: %s, %s", where, expr, series.labels())
                    .isNotEmpty()
                    .allMatch(value -> Double.isFinite(value));
            assertThat(series.labels().keySet()).as("%s: %s", where, expr).containsAll(labels);
        }
        return !found.isEmpty();
    }
}
