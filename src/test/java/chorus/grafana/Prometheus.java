package chorus.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.embedded.NoOrphans;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A real Prometheus on loopback, on a configuration of ours whose services are processes of this test. */
final class Prometheus implements AutoCloseable {
    /** What Grafana would make of {@code $__rate_interval} is four scrapes; a busy machine may miss some. */
    static final String RATE_INTERVAL = "8s";

    private static final Path OURS = Path.of("grafana/prometheus");
    private static final String SCRAPES = "1s";
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final String address;
    private final Path log;
    private final Instant begin = Instant.now();
    private final HttpClient client = HttpClient.newHttpClient();

    private Prometheus(Process process, String address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * @param services the port at which each service of {@code prometheus.yml} is
     * @param folder for its configuration and its data
     */
    static Prometheus start(Map<String, Integer> services, int port, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        for (var rules : List.of("rules/recording.yml", "rules/alerts.yml")) {
            Files.copy(OURS.resolve(rules), folder.resolve(rules));
        }
        var config = Files.writeString(folder.resolve("prometheus.yml"), configuration(services));
        var log = folder.resolve("log");
        var process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var prometheus = new Prometheus(NoOrphans.watch(process), "http://127.0.0.1:" + port, log);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(prometheus::isReady);
        return prometheus;
    }

    /** The file as it is shipped, with addresses and intervals of the test. */
    private static String configuration(Map<String, Integer> services) throws IOException {
        var text = Files.readString(OURS.resolve("prometheus.yml"))
                .replace("scrape_interval: 2s", "scrape_interval: " + SCRAPES)
                .replace("evaluation_interval: 5s", "evaluation_interval: 1s");
        assertThat(text).contains(SCRAPES).contains("evaluation_interval: 1s");
        for (var service : services.keySet()) {
            var target = "- " + service + ":9404";
            assertThat(text).contains(target);
            text = text.replace(target, "- 127.0.0.1:" + services.get(service));
        }
        assertThat(text)
                .as("each service of prometheus.yml is a process of the test")
                .doesNotContain(":9404");
        return text;
    }

    private boolean isReady() {
        assertThat(process.isAlive()).as(this::said).isTrue();
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address + "/-/ready"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A series of an answer: its labels and all its values since the beginning. */
    record Series(Map<String, String> labels, List<Double> values) {}

    /** The answer to an expression over all the time since this Prometheus began. */
    List<Series> range(String expr) {
        var answer = ask(
                "query_range",
                Map.of(
                        "query",
                        expr,
                        "start",
                        Long.toString(begin.getEpochSecond()),
                        "end",
                        Long.toString(Instant.now().getEpochSecond() + 1),
                        "step",
                        "1"));
        assertThat(answer.at("/resultType").asText()).isEqualTo("matrix");
        var all = new ArrayList<Series>();
        for (var series : answer.at("/result")) {
            var labels = new TreeMap<String, String>();
            series.get("metric")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            var values = new ArrayList<Double>();
            series.get("values").forEach(value -> values.add(number(value.get(1).asText())));
            all.add(new Series(labels, values));
        }
        return all;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** What a variable of a dashboard may be. */
    List<String> labelValues(String series, String label) {
        var answer = ask("label/" + label + "/values", Map.of("match[]", series));
        var values = new ArrayList<String>();
        answer.forEach(value -> values.add(value.asText()));
        return values;
    }

    /** Rules as they are: name → health and last fault. */
    Map<String, String> health() {
        var all = new TreeMap<String, String>();
        ask("rules", Map.of()).at("/groups").forEach(group -> group.get("rules")
                .forEach(rule -> all.put(
                        rule.get("name").asText(),
                        (rule.get("health").asText() + " "
                                        + rule.path("lastError").asText())
                                .strip())));
        return all;
    }

    /** Whether each target's last scrape was read, by its port. */
    Map<Integer, String> targets() {
        var all = new TreeMap<Integer, String>();
        ask("targets", Map.of())
                .at("/activeTargets")
                .forEach(target -> all.put(
                        URI.create(target.get("scrapeUrl").asText()).getPort(),
                        (target.get("health").asText() + " "
                                        + target.get("lastError").asText())
                                .strip()));
        return all;
    }

    private JsonNode ask(String what, Map<String, String> parameters) {
        var form = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var uri = URI.create(address + "/api/v1/" + what);
        var request = what.equals("query_range")
                ? HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                : HttpRequest.newBuilder(URI.create(uri + "?" + form));
        try {
            var answer = JSON.readTree(
                    client.send(request.build(), BodyHandlers.ofString()).body());
            assertThat(answer.at("/status").asText())
                    .as("%s %s: %s", what, parameters, answer)
                    .isEqualTo("success");
            return answer.get("data");
        } catch (IOException fault) {
            throw new UncheckedIOException(said(), fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        client.close();
    }
}
