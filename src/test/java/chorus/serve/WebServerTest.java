package chorus.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.Settings.ServeSettings;
import chorus.config.Settings.ServeSettings.KafkaMetrics;
import chorus.config.Settings.ServeSettings.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private static final ServeSettings ANY_PORT = new ServeSettings("127.0.0.1", 0, KafkaMetrics.main, Page.shown, 0);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Parts parts = new Parts();

    @AfterAll
    static void endTheClient() {
        CLIENT.close();
    }

    @Test
    void metricsAreTheTextOfTheMoment() throws Exception {
        try (var server = WebServer.start(ANY_PORT, _ -> "chorus_generation 3.0\n", parts)) {
            var answer = get(server, "/metrics");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body()).isEqualTo("chorus_generation 3.0\n");
        }
    }

    @Test
    void metricsAreInTheFormatThatIsAskedFor() throws Exception {
        try (var server = WebServer.start(ANY_PORT, type -> type, parts)) {
            var request = HttpRequest.newBuilder(URI.create(server.address() + "/metrics"))
                    .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5")
                    .build();
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("content-type"))
                    .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
            assertThat(answer.body()).isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
            assertThat(answer.headers().firstValue("vary"))
                    .hasValueSatisfying(vary -> assertThat(vary).contains("Accept"));
        }
    }

    @Test
    void aProcessIsReadyWhenAllItsPartsAre() throws Exception {
        try (var server = WebServer.start(ANY_PORT, _ -> "", parts)) {
            assertThat(get(server, "/ready").statusCode()).isEqualTo(503);
            parts.set("broker", Parts.State.READY, "127.0.0.1:9092");
            parts.set("topology", Parts.State.STARTING, "restoring");
            var waiting = get(server, "/ready");
            assertThat(waiting.statusCode()).isEqualTo(503);
            assertThat(json(waiting).at("/status").asText()).isEqualTo("not ready");
            assertThat(json(waiting).at("/parts/topology/detail").asText()).isEqualTo("restoring");
            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
            parts.set("topology", Parts.State.READY, "");
            assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPartThatStandsStillIsToldAndTheProcessIsNotReadyMeanwhile() throws Exception {
        try (var server = WebServer.start(ANY_PORT, _ -> "", parts)) {
            parts.set("run", Parts.State.READY, "");
            parts.stands("trainer", "no progress for 60 s, waits for the end of epoch 3");
            var answer = get(server, "/ready");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).at("/parts/trainer/state").asText()).isEqualTo("standing");
            assertThat(json(answer).at("/parts/trainer/detail").asText()).contains("epoch 3");
            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
            parts.goesOn("trainer");
            assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFailedPartMakesTheProcessUnhealthy() throws Exception {
        try (var server = WebServer.start(ANY_PORT, _ -> "", parts)) {
            parts.set("trainer", Parts.State.FAILED, "the registry is gone");
            var answer = get(server, "/health");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).at("/status").asText()).isEqualTo("failed");
            assertThat(json(answer).at("/parts/trainer/state").asText()).isEqualTo("failed");
        }
    }

    @Test
    void aTakenPortIsRefusedInOneLine() {
        try (var first = WebServer.start(ANY_PORT, _ -> "", parts)) {
            var taken = new ServeSettings("127.0.0.1", first.port(), KafkaMetrics.main, Page.shown, 0);
            assertThatThrownBy(() -> WebServer.start(taken, _ -> "", parts))
                    .isInstanceOf(PortFault.class)
                    .hasMessage("port " + first.port()
                            + " on 127.0.0.1 is taken: choose another with --set serve.port=…, 0 for any free one");
        }
    }

    @Test
    void anAddressOfAnotherMachineIsRefusedInOneLine() {
        assertThatThrownBy(() -> WebServer.start(
                        new ServeSettings("192.0.2.1", 0, KafkaMetrics.main, Page.shown, 0), _ -> "", parts))
                .isInstanceOf(PortFault.class)
                .hasMessageStartingWith("cannot serve on 192.0.2.1:0");
    }

    private static HttpResponse<String> get(WebServer server, String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
