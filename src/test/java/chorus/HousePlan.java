package chorus;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The plan of the house: its rooms, who may read whom, and where outside libraries live. */
final class HousePlan {
    /** Avro's generated classes are an outside library that lives in {@code events}. */
    static final String GENERATED = "chorus.events.avro";

    /** Every room, and the rooms it may read. A new room must take its place here. */
    static final Map<String, Set<String>> READS = Map.ofEntries(
            // the shared words
            place("worlds", ""),
            place("fatal", ""),
            place("waits", "fatal"),
            place("reach", ""),
            place("hash", ""),
            place("epochs", ""),
            place("playlist", "epochs hash worlds"),
            place("ratings", "epochs hash orders"),
            place("orders", ""),
            place("rows", "hash orders playlist"),
            place("config", "playlist ratings reach worlds"),
            // the stages, in the order of the data path; evaluation happens within a retrain round, so retrain reads
            // evaluate
            place("simulate", "config hash playlist worlds"),
            place("events", "orders playlist ratings reach rows worlds"),
            place("state", "epochs playlist ratings rows worlds"),
            place("topology", "config epochs events fatal playlist ratings rows state worlds"),
            place("broker", "config epochs events hash orders playlist ratings reach rows waits worlds"),
            place("recommend", "config hash"),
            place("evaluate", "playlist recommend rows state"),
            place("retrain", "config evaluate playlist recommend rows worlds"),
            // the second simulation: users who rate up what others would love
            place("altruism", "config hash ratings"),
            // what is shown
            place("metrics", "evaluate ratings rows"),
            place("report", "evaluate ratings rows worlds"),
            place("serve", "config"),
            place("page", "config evaluate rows worlds"),
            place("explore", "config playlist recommend retrain worlds"),
            // whole runs
            place("embedded", "fatal"),
            place("experiment", "config evaluate playlist retrain rows simulate state worlds"),
            place("bundle", "config evaluate experiment playlist report rows"),
            place("verify", "broker epochs hash playlist ratings rows waits worlds"),
            place(
                    "run",
                    "altruism broker config embedded events fatal orders playlist ratings retrain rows simulate state topology waits worlds"),
            place("loadtest", "broker config hash playlist run state topology worlds"),
            place(
                    "cli",
                    "altruism broker bundle config embedded evaluate events experiment explore fatal loadtest metrics orders page playlist ratings reach report retrain rows run serve simulate topology verify waits worlds"));

    /** Packages inside a room; they share the room's place. */
    static final Set<String> INNER = Set.of(
            "altruism.game",
            "altruism.measure",
            "altruism.platform",
            "altruism.sweep",
            "altruism.truth",
            "broker.access",
            "broker.contract",
            "broker.examine",
            "broker.follow",
            "broker.generations",
            "broker.orders",
            "broker.ratings",
            "broker.refused",
            "broker.results",
            "bundle.compare",
            "bundle.figures",
            "bundle.page",
            "bundle.parquet",
            "bundle.sheet",
            "bundle.tables",
            "cli.altruism",
            "cli.cluster",
            "cli.compare",
            "cli.describe",
            "cli.end",
            "cli.frame",
            "cli.json",
            "cli.lists",
            "cli.live",
            "cli.orders",
            "cli.show",
            "cli.usage",
            "config.altruism",
            "config.course",
            "config.collective",
            "config.kinds",
            "config.stream",
            "config.tree",
            "config.words",
            "embedded.transactions",
            "events.registry",
            "events.ratings",
            "evaluate.accuracy",
            "evaluate.amplification",
            "evaluate.bias",
            "evaluate.externality",
            "experiment.sweep",
            "loadtest.generate",
            "loadtest.result",
            "loadtest.workload",
            "recommend.linear",
            "report.kept",
            "report.altruism",
            "report.altruism.figures",
            "ratings.results",
            "rows.results",
            "run.campaigns",
            "run.orders",
            "run.outage",
            "run.ratings",
            "run.whole",
            "simulate.catalog",
            "simulate.collective",
            "simulate.listeners",
            "simulate.replay",
            "simulate.replay.formats",
            "simulate.replay.input",
            "state.bytes",
            "state.cooccurrence",
            "state.counts",
            "state.edits",
            "state.playlists",
            "state.ratings",
            "state.popularity",
            "state.runs",
            "state.wire",
            "topology.commits",
            "topology.counts",
            "topology.edits",
            "topology.engine",
            "topology.ratings",
            "verify.ratings");

    /** Outside libraries and their homes, a room or an inner package; the longest prefix counts. */
    static final Map<String, Set<String>> HOMES = Map.ofEntries(
            place("org.apache.kafka.streams", "topology"),
            place("org.rocksdb", "topology"),
            place("org.apache.kafka.clients", "broker topology.commits embedded"),
            // what Kafka's libraries have in common, serializers above all
            place("org.apache.kafka.common", "broker topology embedded"),
            place("org.apache.kafka.common.Metric", "broker topology metrics"),
            place("org.apache.kafka.common.utils.AppInfoParser", "cli"),
            // the broker's own classes
            place("kafka", "embedded"),
            place("org.apache.kafka", "embedded"),
            place("javax.management", "embedded"),
            place("org.apache.avro", "events"),
            place(GENERATED, "events"),
            place("io.confluent", "events"),
            place("io.micrometer", "metrics"),
            place("io.prometheus", "metrics"),
            place("io.javalin", "serve"),
            place("org.eclipse.jetty", "serve"),
            place("jakarta.servlet", "serve"),
            place("picocli", "cli"),
            place("ch.qos.logback", "cli.end"),
            place("com.sun.management", "cli.end"),
            place("org.yaml.snakeyaml", "config.tree"),
            place(
                    "com.fasterxml.jackson",
                    "bundle experiment.sweep simulate.replay report loadtest.result page explore cli.json"),
            place("org.apache.parquet", "bundle.parquet"),
            // figures, and the canvas that makes SVG of them
            place("org.knowm.xchart", "bundle.figures"),
            place("org.apache.batik", "bundle.figures"),
            place("javax.imageio", "bundle.figures"),
            place("javax.xml", "bundle.figures"),
            place("org.w3c.dom", "bundle.figures"),
            place("org.ejml", "altruism"),
            place("org.HdrHistogram", "loadtest"),
            place("org.apache.commons.statistics", "experiment.sweep"),
            // life-cycle is logged where things live
            place("org.slf4j", "broker cli embedded run topology"));

    /** Plain tools without a home. */
    static final Set<String> EVERYWHERE = Set.of("java", "org.jspecify", "it.unimi.dsi.fastutil");

    private HousePlan() {}

    private static Map.Entry<String, Set<String>> place(String name, String others) {
        return Map.entry(
                name,
                Stream.of(others.split(" ")).filter(each -> !each.isEmpty()).collect(toUnmodifiableSet()));
    }

    static boolean knows(String inHouse) {
        return READS.containsKey(inHouse) || INNER.contains(inHouse);
    }

    static boolean mayRead(String room, String other) {
        return READS.getOrDefault(room, Set.of()).contains(other);
    }

    /** All rooms that a room can reach. */
    static Set<String> upstream(String room) {
        var all = new HashSet<String>();
        var next = List.copyOf(READS.getOrDefault(room, Set.of()));
        while (all.addAll(next)) {
            next = all.stream()
                    .flatMap(each -> READS.getOrDefault(each, Set.of()).stream())
                    .toList();
        }
        return all;
    }

    /** Whether a package may use an outside class. */
    static boolean mayUse(String inHouse, String outside) {
        return EVERYWHERE.stream().anyMatch(library -> under(outside, library))
                || HOMES.keySet().stream()
                        .filter(library -> under(outside, library))
                        .max((a, b) -> Integer.compare(a.length(), b.length()))
                        .stream()
                        .flatMap(library -> HOMES.getOrDefault(library, Set.of()).stream())
                        .anyMatch(home -> under(inHouse, home));
    }

    /** Whether a class or package lies in a prefix; {@code Metric} stands for {@code MetricName} too. */
    static boolean under(String name, String prefix) {
        return name.equals(prefix)
                || name.startsWith(prefix + ".")
                || Character.isUpperCase(prefix.charAt(prefix.lastIndexOf('.') + 1)) && name.startsWith(prefix);
    }
}
