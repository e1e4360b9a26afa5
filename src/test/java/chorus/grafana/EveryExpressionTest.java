package chorus.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chorus.Needed;
import chorus.embedded.FreePorts;
import chorus.run.ChildRun;
import chorus.run.RatingScenario;
import chorus.run.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes a real run, a load test and a run of the second simulation: every expression of every panel, mark, variable and rule has an answer, all
 * of its values are numbers, and every label that its words name is there.
 */
@Timeout(900)
class EveryExpressionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final byte[] GARBAGE = {7, 7, 7};

    /** Campaigns that join, hold and leave for as long as scrapes see it, in a world each and together, with hits. */
    private static final Scenario SCENARIO = Scenario.small()
            .with(
                    "worlds=each",
                    "campaigns=[{name: lift, strategy: DirLoF, budget: 40, start: 1, join: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1], hold: 8, "
                            + "leave: [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.2, 0]}, "
                            + "{name: noise, strategy: Random, budget: 20, start: 2}, "
                            + "{name: kind, strategy: {Altruistic: 5}, target: {scene: 40}, budget: 5, start: 1}]",
                    "evaluate.members=judged",
                    "simulate.changePerEpoch=0.02",
                    "kafka.partitions=2");

    /** Altruists who take part or not, for longer than scrapes need. */
    private static final Scenario RATED = RatingScenario.SMALL.with("altruism.cost=0.1", "altruism.rounds=1000");

    /** What only a load test has, only the second simulation, and neither. */
    private static final String LOAD = "chorus_load_";

    private static final String ALTRUISM = "chorus_altruism_";
    private static final String NOTHING = "(?!)";

    /** The first campaign is over. */
    private static final int FIRST_EPOCHS = 26;

    @TempDir
    static Path directory;

    @BeforeAll
    static void prometheusIsThere() {
        Needed.programs("prometheus");
    }

    @Test
    void everyExpressionHasNumbersAndItsLabels() throws Exception {
        var run = FreePorts.one();
        var load = FreePorts.one();
        // one process is all parts of a run; Prometheus scrapes one address once
        var altruists = FreePorts.one();
        var services = Map.of("simulate", run, "stream-1", altruists, "stream-2", load, "train", run);
        try (var prometheus = Prometheus.start(services, FreePorts.one(), directory.resolve("prometheus"))) {
            var open = new ArrayList<>(Asked.everywhere());
            assertThat(open).hasSizeGreaterThan(100);
            follow(prometheus, open, run);
            test(prometheus, open, load);
            rate(prometheus, open, altruists);
            for (var variable : Asked.variables()) {
                assertThat(prometheus.labelValues(variable.from(), variable.name()))
                        .as("%s in %s", variable.query(), variable.label())
                        .isNotEmpty();
            }
            assertThat(prometheus.health())
                    .hasSizeGreaterThan(10)
                    .allSatisfy((rule, health) -> assertThat(health).as(rule).isEqualTo("ok"));
        }
    }

    /** Where nobody is at the addresses, a scrape is 0 as to whether it was read, and there is nothing else. */
    @Test
    void whatNobodyHasAndWhatIsNoNumberAndWhatLacksALabelIsFound() throws Exception {
        var nobody = FreePorts.one();
        var services = Map.of("simulate", nobody, "stream-1", nobody, "stream-2", nobody, "train", nobody);
        try (var prometheus = Prometheus.start(services, FreePorts.one(), directory.resolve("alone"))) {
            has(prometheus, "up");
            var open = new ArrayList<>(List.of(
                    new Asked("scrapes", "up", List.of("instance")),
                    new Asked("a typing error", "max(chorus_generatoin)", List.of())));
            assertThatThrownBy(() -> requireAnswers(prometheus, open, NOTHING))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("chorus_generatoin");
            assertThat(open).extracting(Asked::where).containsExactly("a typing error");
            assertThatThrownBy(() -> new Asked("0 ÷ 0", "up / up", List.of()).isAnswered(prometheus))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("NaN");
            assertThatThrownBy(() -> new Asked("words", "up", List.of("world")).isAnswered(prometheus))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("world");
        }
    }

    /** A run that ends, and goes on: then its stores lie in files, which are read by way of the cache. */
    private void follow(Prometheus prometheus, List<Asked> open, int port) throws Exception {
        try (var run = run("simulate.epochs=" + FIRST_EPOCHS, port)) {
            assertThat(run.exitCode()).as(run::said).isZero();
        }
        try (var again = run("simulate.epochs=1000", port)) {
            has(prometheus, "min(chorus_generation) > " + FIRST_EPOCHS, again);
            refused(directory.resolve("run/data/endpoints"), "chorus-playlist-edits");
            has(prometheus, "ALERTS{alertname=\"ChorusEditsRefused\",alertstate=\"firing\"}", again);
            answered(prometheus, open, LOAD + "|" + ALTRUISM, again);
            assertThat(prometheus.targets().get(port)).isEqualTo("up");
        }
    }

    private ChildRun run(String epochs, int port) throws IOException {
        var line =
                new ArrayList<>(List.of("run", "--out", directory.resolve("run").toString()));
        SCENARIO.with(epochs, "serve.port=" + port).sets().forEach(set -> line.addAll(List.of("--set", set)));
        return ChildRun.start(directory.resolve("run.said"), line);
    }

    private void test(Prometheus prometheus, List<Asked> open, int port) throws IOException {
        var line = List.of(
                "load",
                "workloads/smoke.yaml",
                "--out",
                directory.resolve("load").toString(),
                "--set",
                "settings.serve.port=" + port,
                "--set",
                "rate=50",
                "--set",
                "duration=10m",
                "--set",
                "verify=false");
        try (var load = ChildRun.start(directory.resolve("load.said"), line)) {
            answered(prometheus, open, ALTRUISM, load);
        }
    }

    /** The last to be asked: nothing may be without an answer now. */
    private void rate(Prometheus prometheus, List<Asked> open, int port) throws IOException {
        var line = new ArrayList<>(List.of(
                "altruism", "run", "--out", directory.resolve("altruism").toString()));
        RATED.with("serve.port=" + port).sets().forEach(set -> line.addAll(List.of("--set", set)));
        assertThat(open).as("asks of rounds alone").hasSizeGreaterThan(20);
        try (var rated = ChildRun.start(directory.resolve("altruism.said"), line)) {
            answered(prometheus, open, NOTHING, rated);
        }
    }

    /** Waits until what is asked has an answer, save what {@code later} matches; each is asked until it has one. */
    private static void answered(Prometheus prometheus, List<Asked> open, String later, ChildRun... alive) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            for (var process : alive) {
                assertThat(process.isAlive()).as(process::said).isTrue();
            }
            requireAnswers(prometheus, open, later);
        });
    }

    private static void requireAnswers(Prometheus prometheus, List<Asked> open, String later) {
        open.removeIf(each -> each.isAnswered(prometheus));
        assertThat(open)
                .as("without an answer; %s", prometheus.targets())
                .filteredOn(each -> !Pattern.compile(later).matcher(each.expr()).find())
                .isEmpty();
    }

    private static void has(Prometheus prometheus, String expr, ChildRun... alive) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            for (var process : alive) {
                assertThat(process.isAlive()).as(process::said).isTrue();
            }
            assertThat(prometheus.range(expr))
                    .as("%s; %s", expr, prometheus.targets())
                    .isNotEmpty();
        });
    }

    /** Somebody writes on the log what is no edit. */
    private static void refused(Path endpoints, String topic) throws Exception {
        var where = new Properties();
        try (var in = Files.newInputStream(endpoints)) {
            where.load(in);
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", where.getProperty("bootstrap")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, new byte[8], GARBAGE)).get();
        }
    }
}
