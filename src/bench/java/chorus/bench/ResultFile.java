package chorus.bench;

import chorus.bench.Result.Row;
import chorus.bench.contender.Counts;
import chorus.bench.contender.Measured;
import chorus.bench.ground.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result as JSON; see src/bench/README.md for the meaning of its keys. */
final class ResultFile {
    private ResultFile() {}

    static void write(Result result, Path file) throws IOException {
        Json.write(tree(result), file);
    }

    private static Map<String, Object> tree(Result result) {
        var conditions = result.conditions();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("counted", conditions.counted());
        tree.put("worlds", conditions.worlds());
        tree.put("edits", conditions.edits());
        tree.put("pairUpdates", conditions.pairUpdates());
        tree.put("repeats", conditions.repeats());
        tree.put("randomSeed", conditions.randomSeed());
        tree.put("settings", conditions.overrides());
        conditions.counts().ifPresent(counts -> tree.put("counts", byName(conditions.worlds(), counts)));
        tree.put("machine", conditions.machine());
        var contenders = new LinkedHashMap<String, Object>();
        result.contenders().values().forEach(row -> contenders.put(row.name(), contender(row)));
        tree.put("contenders", contenders);
        tree.put("ratios", ratios(result));
        return tree;
    }

    private static Map<String, Object> byName(List<String> worlds, Counts counts) {
        var tree = new LinkedHashMap<String, Object>();
        for (var world = 0; world < worlds.size(); world++) {
            tree.put(worlds.get(world), counts.digests().get(world));
        }
        return tree;
    }

    private static Map<String, Object> ratios(Result result) {
        var ratios = new LinkedHashMap<String, Object>();
        result.ratio("dsl").ifPresent(ratio -> ratios.put("dsl", ratio));
        result.ratio("flink").ifPresent(ratio -> ratios.put("flink", ratio));
        result.ratio("heap").ifPresent(ratio -> ratios.put("heap_limit", ratio));
        return ratios;
    }

    private static Map<String, Object> contender(Row row) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("edits", row.edits());
        tree.put("countsChecked", row.checked());
        tree.put("seconds", row.seconds());
        tree.put("editsPerSecond", row.editsPerSecond());
        tree.put("pairUpdatesPerSecond", row.pairUpdatesPerSecond());
        tree.put("figures", row.figures());
        tree.put("settings", row.settings());
        tree.put("warmUpSeconds", row.runs().warmUp().seconds());
        tree.put("warm", row.runs().warmUp().warm());
        tree.put(
                "runSeconds",
                row.runs().counted().stream().map(Measured::seconds).toList());
        return tree;
    }
}
