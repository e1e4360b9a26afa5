package chorus.loadtest.result;

import chorus.loadtest.result.LoadResult.Origin;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** A result as JSON of the schema {@value #SCHEMA}, which {@code docs/load-result.md} describes, and back. */
public final class LoadJson {
    static final String SCHEMA = "chorus-load/1";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private LoadJson() {}

    public static String write(LoadResult result) {
        var root = JSON.createObjectNode().put("schema", SCHEMA);
        origin(root, result.origin());
        measured(root, result.measured());
        result.sustainable().ifPresent(rate -> root.put("sustainable", rate));
        var steps = root.putArray("steps");
        for (var step : result.steps()) {
            steps.addObject()
                    .put("rate", step.rate())
                    .put("sustained", step.sustained())
                    .put("editsPerSecond", step.editsPerSecond())
                    .put("lagGrowth", step.lagGrowth())
                    .put("countedP99", step.countedP99());
        }
        root.put("lagAtEnd", result.lagAtEnd());
        result.differences().ifPresent(found -> root.put("differences", found));
        return root.toPrettyString() + "\n";
    }

    private static void origin(ObjectNode root, Origin origin) {
        root.put("workload", origin.workload())
                .put("kind", origin.kind())
                .put("at", origin.at())
                .put("randomSeed", origin.randomSeed())
                .put("generators", origin.generators());
        texts(root.putObject("machine"), origin.machine());
        texts(root.putObject("versions"), origin.versions());
        root.put("settings", origin.settings());
    }

    private static void texts(ObjectNode node, SortedMap<String, String> texts) {
        texts.forEach(node::put);
    }

    private static void measured(ObjectNode root, Measured m) {
        root.putObject("rates")
                .put("offered", m.offered())
                .put("editsPerSecond", m.editsPerSecond())
                .put("pairUpdatesPerSecond", m.pairUpdatesPerSecond())
                .put("pairUpdatesPerEdit", m.pairUpdatesPerEdit())
                .put("lagGrowth", m.lagGrowth())
                .put("seconds", m.seconds());
        root.putObject("edits")
                .put("sent", m.sent())
                .put("counted", m.countedEdits())
                .put("visible", m.visibleEdits());
        root.put("senderLateMs", m.senderLate());
        root.put("notedEarly", m.early());
        latencies(root.putObject("editToCountedMs"), m.counted());
        latencies(root.putObject("editToVisibleMs"), m.visible());
    }

    private static void latencies(ObjectNode node, Latencies latencies) {
        node.put("count", latencies.count()).put("mean", latencies.mean());
        latencies.percentiles().forEach(node::put);
        node.put("histogram", latencies.encoded());
    }

    /** @throws IllegalArgumentException with one line where the text is no such result */
    public static LoadResult read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        if (!SCHEMA.equals(root.path("schema").asText())) {
            throw new IllegalArgumentException("no result of a load test: \"schema\" must be \"" + SCHEMA + "\"");
        }
        var steps = new ArrayList<Step>();
        root.path("steps").forEach(step -> steps.add(step(step)));
        var rate = root.path("sustainable");
        var differences = root.path("differences");
        return new LoadResult(
                origin(root),
                measured(root),
                rate.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(rate.asDouble()),
                steps,
                need(root, "lagAtEnd").asLong(),
                differences.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(differences.asLong()));
    }

    private static Step step(JsonNode step) {
        return new Step(
                need(step, "rate").asDouble(),
                need(step, "sustained").asBoolean(),
                need(step, "editsPerSecond").asDouble(),
                need(step, "lagGrowth").asDouble(),
                need(step, "countedP99").asLong());
    }

    private static Origin origin(JsonNode root) {
        return new Origin(
                need(root, "workload").asText(),
                need(root, "kind").asText(),
                need(root, "at").asText(),
                need(root, "randomSeed").asLong(),
                need(root, "generators").asText(),
                texts(need(root, "machine")),
                texts(need(root, "versions")),
                need(root, "settings").asText());
    }

    private static SortedMap<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static Measured measured(JsonNode root) {
        var rates = need(root, "rates");
        var edits = need(root, "edits");
        return new Measured(
                need(rates, "offered").asDouble(),
                need(rates, "seconds").asDouble(),
                need(edits, "sent").asLong(),
                need(edits, "counted").asLong(),
                need(edits, "visible").asLong(),
                need(rates, "editsPerSecond").asDouble(),
                need(rates, "pairUpdatesPerEdit").asDouble(),
                need(rates, "lagGrowth").asDouble(),
                need(root, "senderLateMs").asLong(),
                root.path("notedEarly").asLong(),
                Latencies.decode(
                        need(need(root, "editToCountedMs"), "histogram").asText()),
                Latencies.decode(
                        need(need(root, "editToVisibleMs"), "histogram").asText()));
    }

    private static JsonNode need(JsonNode node, String key) {
        var value = node.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no result of a load test: \"" + key + "\" is missing");
        }
        return value;
    }
}
