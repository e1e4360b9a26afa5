package chorus.cli.json;

import chorus.broker.examine.Finding;
import chorus.experiment.sweep.SweepTable.Result;
import chorus.metrics.MeterPage;
import chorus.metrics.Metered;
import chorus.topology.TopologyNodes;
import chorus.verify.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What commands found, as trees of maps, lists and plain values. What is undefined is left out. */
public final class Answers {
    private Answers() {}

    public static Map<String, Object> of(Verification found) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("differences", found.differences());
        tree.put("lastEpoch", found.lastEpoch());
        tree.put("epochsCompared", found.epochsCompared());
        tree.put("rowsCompared", found.rowsCompared());
        tree.put(
                "first",
                found.first().stream()
                        .map(each ->
                                ordered("what", each.what(), "expected", each.expected(), "published", each.actual()))
                        .toList());
        return tree;
    }

    /** @param sections name → what was found there, in the order in which it was looked for */
    public static Map<String, Object> examined(Map<String, List<Finding>> sections) {
        var tree = new LinkedHashMap<String, Object>();
        var wrong = sections.values().stream()
                .flatMap(List::stream)
                .filter(Finding::wrong)
                .count();
        tree.put("wrong", wrong);
        tree.put(
                "sections",
                sections.entrySet().stream()
                        .map(section -> ordered("name", section.getKey(), "findings", findings(section.getValue())))
                        .toList());
        return tree;
    }

    private static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream()
                .map(each -> ordered("subject", each.subject(), "told", each.told(), "wrong", each.wrong()))
                .toList();
    }

    public static Map<String, Object> meters() {
        return Map.of(
                "meters",
                Metered.all().stream()
                        .map(meter -> ordered(
                                "name", MeterPage.prometheus(meter),
                                "type", meter.kind().name().toLowerCase(Locale.ROOT),
                                "unit", meter.unit(),
                                "labels", meter.labels(),
                                "shownBy",
                                        meter.parts().stream()
                                                .map(part -> part.name().toLowerCase(Locale.ROOT))
                                                .toList(),
                                "meaning", meter.meaning()))
                        .toList());
    }

    public static Map<String, Object> topology(List<TopologyNodes.Node> nodes) {
        return Map.of(
                "nodes",
                nodes.stream()
                        .map(node -> ordered(
                                "name", node.name(),
                                "kind", node.kind(),
                                "part", node.part(),
                                "topics", node.topics(),
                                "stores", node.stores(),
                                "successors", node.successors()))
                        .toList());
    }

    /** @param settings path → value, as written */
    public static Map<String, Object> settings(Map<String, String> settings) {
        var typed = new LinkedHashMap<String, Object>();
        settings.forEach((key, text) -> typed.put(key, typed(text)));
        return Map.of("settings", typed);
    }

    private static Object typed(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Long.parseLong(text);
        }
        return text.matches("-?\\d{1,18}\\.\\d+(E-?\\d+)?") ? (Object) Double.valueOf(text) : text;
    }

    /** @param keys the varied paths */
    public static Map<String, Object> swept(List<String> keys, List<Result> results) {
        return Map.of(
                "results", results.stream().map(result -> result(keys, result)).toList());
    }

    private static Map<String, Object> result(List<String> keys, Result result) {
        var row = result.row();
        var values = IntStream.range(0, keys.size())
                .boxed()
                .collect(Collectors.toMap(
                        keys::get, i -> typed(result.values().get(i)), (one, _) -> one, LinkedHashMap::new));
        var figures = new TreeMap<String, Double>(row.figures().values());
        figures.putAll(row.effect().figures().values());
        var tree = ordered(
                "values", values,
                "world", row.world(),
                "campaign", row.campaign(),
                "recommender", row.recommender(),
                "generation", row.generation(),
                "testPlaylists", row.testPlaylists(),
                "members", row.effect().members(),
                "alpha", row.effect().alpha(),
                "hits", row.effect().hits(),
                "twinHits", row.effect().twinHits(),
                "figures", figures);
        put(tree, "hitShare", row.hitShare());
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, OptionalDouble value) {
        value.ifPresent(number -> tree.put(key, number));
    }

    /** Keys and values in turn. */
    private static Map<String, Object> ordered(Object... pairs) {
        var tree = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            tree.put((String) pairs[i], pairs[i + 1]);
        }
        return tree;
    }
}
