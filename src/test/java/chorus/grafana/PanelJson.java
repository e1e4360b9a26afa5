package chorus.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A panel as Grafana's file has it. */
final class PanelJson {
    private PanelJson() {}

    static Map<String, Object> of(Panel panel, int id, Map<String, Integer> place) {
        var tree = new TreeMap<String, Object>();
        tree.put("gridPos", place);
        tree.put("id", id);
        tree.put("title", panel.title());
        tree.put("type", panel.kind().id());
        tree.put("options", options(panel));
        if (panel.kind() == Panel.Kind.WORDS) {
            return tree;
        }
        tree.put("datasource", BoardJson.SOURCE);
        tree.put("description", panel.says());
        tree.put("fieldConfig", Map.of("defaults", field(panel), "overrides", List.of()));
        tree.put("targets", targets(panel));
        panel.link()
                .ifPresent(board -> tree.put(
                        "links",
                        List.of(Map.of(
                                "asDropdown",
                                false,
                                "icon",
                                "",
                                "includeVars",
                                true,
                                "keepTime",
                                true,
                                "tags",
                                List.of(),
                                "targetBlank",
                                false,
                                "title",
                                "more of this",
                                "tooltip",
                                "",
                                "type",
                                "link",
                                "url",
                                "/d/" + board.text() + "?${__url_time_range}&${__all_variables}"))));
        return tree;
    }

    private static List<Object> targets(Panel panel) {
        var targets = new ArrayList<Object>();
        for (var query : panel.queries()) {
            targets.add(Map.of(
                    "datasource",
                    BoardJson.SOURCE,
                    "editorMode",
                    "code",
                    "expr",
                    query.expr(),
                    "instant",
                    false,
                    "legendFormat",
                    query.legend(),
                    "range",
                    true,
                    "refId",
                    Character.toString('A' + targets.size())));
        }
        return targets;
    }

    private static Map<String, Object> field(Panel panel) {
        var field = new TreeMap<String, Object>();
        var steps = new ArrayList<Object>();
        // the first has no value, which JSON says by null
        var first = new TreeMap<String, Object>();
        first.put("color", "green");
        first.put("value", null);
        steps.add(first);
        panel.limits().forEach((from, colour) -> steps.add(Map.of("color", colour, "value", from)));
        field.put("thresholds", Map.of("mode", "absolute", "steps", steps));
        field.put("unit", panel.unit().id());
        field.put("color", Map.of("mode", panel.kind() == Panel.Kind.LINES ? "palette-classic" : "thresholds"));
        field.put("custom", custom(panel));
        panel.span().least().ifPresent(least -> field.put("min", least));
        panel.span().most().ifPresent(most -> field.put("max", most));
        if (!panel.names().isEmpty()) {
            field.put("mappings", List.of(Map.of("type", "value", "options", named(panel))));
        }
        return field;
    }

    private static Map<String, Object> named(Panel panel) {
        var names = new TreeMap<String, Object>();
        var colours = List.of("text", "green", "yellow", "red");
        panel.names()
                .forEach((value, name) -> names.put(
                        value.toString(),
                        Map.of("color", colours.get(value % colours.size()), "index", value, "text", name)));
        return names;
    }

    private static Map<String, Object> custom(Panel panel) {
        return switch (panel.kind()) {
            case LINES ->
                Map.of(
                        "drawStyle",
                        "line",
                        "fillOpacity",
                        8,
                        "lineWidth",
                        2,
                        "showPoints",
                        "never",
                        "spanNulls",
                        false,
                        "thresholdsStyle",
                        Map.of("mode", panel.limits().isEmpty() ? "off" : "line"));
            case STATES -> Map.of("fillOpacity", 70, "lineWidth", 0);
            case FIGURE, WORDS -> Map.of();
        };
    }

    private static Map<String, Object> options(Panel panel) {
        return switch (panel.kind()) {
            case LINES ->
                Map.of(
                        "legend",
                        Map.of(
                                "calcs",
                                List.of("lastNotNull"),
                                "displayMode",
                                "list",
                                "placement",
                                "bottom",
                                "showLegend",
                                true),
                        "tooltip",
                        Map.of("mode", "multi", "sort", "desc"));
            case FIGURE ->
                Map.of(
                        "colorMode",
                        "value",
                        "graphMode",
                        "area",
                        "justifyMode",
                        "auto",
                        "orientation",
                        "auto",
                        "percentChangeColorMode",
                        "standard",
                        "reduceOptions",
                        Map.of("calcs", List.of("lastNotNull"), "fields", "", "values", false),
                        "showPercentChange",
                        false,
                        "textMode",
                        "auto",
                        "wideLayout",
                        true);
            case STATES ->
                Map.of(
                        "alignValue",
                        "left",
                        "legend",
                        Map.of("calcs", List.of(), "displayMode", "list", "placement", "bottom", "showLegend", true),
                        "mergeValues",
                        true,
                        "rowHeight",
                        0.9,
                        "showValue",
                        "auto",
                        "tooltip",
                        Map.of("mode", "single", "sort", "none"));
            case WORDS ->
                Map.of(
                        "code",
                        Map.of("language", "plaintext", "showLineNumbers", false, "showMiniMap", false),
                        "content",
                        panel.says(),
                        "mode",
                        "markdown");
        };
    }
}
