package chorus.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A dashboard as Grafana's file: keys sorted, two spaces, ids that stay while panels stay in their order. */
final class BoardJson {
    static final Map<String, Object> SOURCE = Map.of("type", "prometheus", "uid", "${datasource}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPrettyPrinter(printer())
            .build();
    private static final int COLUMNS = 24;

    private BoardJson() {}

    private static DefaultPrettyPrinter printer() {
        var separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        var lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }

    static String text(Object tree) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Map<String, Object> of(Board board) {
        var tree = new TreeMap<String, Object>();
        tree.put("annotations", Map.of("list", board.phases() ? Annotations.phases() : List.of()));
        tree.put("description", board.says());
        tree.put("editable", true);
        tree.put("fiscalYearStartMonth", 0);
        tree.put("graphTooltip", 1);
        tree.put("links", List.of(links()));
        tree.put("panels", panels(board));
        tree.put("refresh", "5s");
        tree.put("schemaVersion", 42);
        tree.put("tags", List.of("chorus"));
        tree.put("templating", Map.of("list", variables(board)));
        tree.put("time", Map.of("from", "now-15m", "to", "now"));
        tree.put("timepicker", Map.of("refresh_intervals", List.of("2s", "5s", "10s", "30s", "1m")));
        tree.put("timezone", "browser");
        tree.put("title", board.title());
        tree.put("uid", board.uid().text());
        tree.put("version", 1);
        tree.put("weekStart", "");
        return tree;
    }

    /** To all dashboards of Chorus, at the same time and with the same choices. */
    private static Map<String, Object> links() {
        return Map.of(
                "asDropdown",
                false,
                "icon",
                "dashboard",
                "includeVars",
                true,
                "keepTime",
                true,
                "tags",
                List.of("chorus"),
                "targetBlank",
                false,
                "title",
                "Chorus",
                "tooltip",
                "",
                "type",
                "dashboards",
                "url",
                "");
    }

    private static List<Object> variables(Board board) {
        var source = Map.of(
                "hide",
                0,
                "includeAll",
                false,
                "label",
                "Prometheus",
                "multi",
                false,
                "name",
                "datasource",
                "query",
                "prometheus",
                "refresh",
                1,
                "type",
                "datasource");
        return Stream.concat(
                        Stream.<Object>of(source), board.variables().stream().map(BoardJson::variable))
                .toList();
    }

    private static Map<String, Object> variable(Board.Variable variable) {
        var tree = new TreeMap<String, Object>();
        tree.put("allValue", ".*");
        tree.put("current", Map.of("selected", true, "text", List.of("All"), "value", List.of("$__all")));
        tree.put("datasource", SOURCE);
        tree.put("definition", variable.query());
        tree.put("hide", 0);
        tree.put("includeAll", true);
        tree.put("label", variable.label());
        tree.put("multi", true);
        tree.put("name", variable.name());
        tree.put("query", Map.of("qryType", 1, "query", variable.query(), "refId", "values"));
        tree.put("refresh", 2);
        tree.put("sort", 1);
        tree.put("type", "query");
        return tree;
    }

    private static List<Object> panels(Board board) {
        var all = new ArrayList<Object>();
        var y = 0;
        for (var row : board.rows()) {
            if (!row.title().isEmpty()) {
                all.add(heading(row.title(), all.size() + 1, y++));
            }
            var x = 0;
            var deepest = 0;
            for (var panel : row.panels()) {
                if (x + panel.width() > COLUMNS) {
                    x = 0;
                    y += deepest;
                    deepest = 0;
                }
                all.add(PanelJson.of(panel, all.size() + 1, place(x, y, panel.width(), panel.height())));
                x += panel.width();
                deepest = Math.max(deepest, panel.height());
            }
            y += deepest;
        }
        return all;
    }

    private static Map<String, Object> heading(String title, int id, int y) {
        return Map.of(
                "collapsed",
                false,
                "gridPos",
                place(0, y, COLUMNS, 1),
                "id",
                id,
                "panels",
                List.of(),
                "title",
                title,
                "type",
                "row");
    }

    private static Map<String, Integer> place(int x, int y, int width, int height) {
        return Map.of("h", height, "w", width, "x", x, "y", y);
    }
}
