package chorus.serve;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings.ServeSettings;
import chorus.config.Settings.ServeSettings.KafkaMetrics;
import chorus.config.Settings.ServeSettings.Page;
import chorus.serve.Asked.Reply;
import chorus.serve.WebServer.Door;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may order over HTTP, and who may not. */
class CommandsTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> open = new ArrayList<>();

    private final Commands commands = new Commands(
            parameters -> Reply.json("{\"orders\":[]}"),
            (name, body) -> heard("start", name, body),
            (name, body) -> heard("end", name, body),
            (name, body) -> heard("world", name, body),
            (name, body) -> Reply.json("{\"members\":" + body.length() + "}"),
            parameters -> Reply.json("{\"tracks\":[\"" + parameters.getOrDefault("find", "") + "\"]}"));

    private Reply heard(String kind, String name, String body) {
        heard.add(kind + " " + name + " " + body);
        return body.contains("wrong") ? new Reply(400, "body: wrong") : new Reply(202, "{\"order\":3}");
    }

    private WebServer on(String host, Optional<String> token) {
        var feed = new Feed("a1", Feed.Limits.USUAL, () -> "{}");
        var server = WebServer.start(
                new ServeSettings(host, 0, KafkaMetrics.main, Page.shown, 0),
                _ -> "",
                new Parts(),
                Optional.of(feed),
                parameters -> new Reply(404, "none"),
                new Door(commands, token));
        open.add(server);
        return server;
    }

    @AfterEach
    void end() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    @Test
    void tracksAreSearchedForWithoutABody() throws IOException {
        var server = on("127.0.0.1", Optional.empty());
        try (var wire = Wire.ask(server, "/tracks?find=b%20c", "Host: 127.0.0.1:" + server.port())) {
            assertThat(wire.whole()).contains("200 OK").contains("{\"tracks\":[\"b c\"]}");
        }
    }

    @Test
    void ordersGoToWhoeverTakesThemWithTheNameOfTheirPath() throws IOException {
        var server = on("127.0.0.1", Optional.empty());
        try (var wire = Wire.post(server, "/campaigns", "{\"campaign\": \"ü\"}")) {
            assertThat(wire.status()).isEqualTo(202);
            assertThat(wire.body()).isEqualTo("{\"order\":3}");
        }
        assertThat(status(server, "/campaigns/a%20b/end", "")).isEqualTo(202);
        assertThat(status(server, "/worlds", "{}")).isEqualTo(202);
        assertThat(status(server, "/campaigns", "wrong")).isEqualTo(400);
        assertThat(heard).containsExactly("start  {\"campaign\": \"ü\"}", "end a b ", "world  {}", "start  wrong");
        try (var wire = Wire.ask(server, "/campaigns", "Host: 127.0.0.1:" + server.port())) {
            assertThat(wire.status()).isEqualTo(200);
            assertThat(wire.body()).isEqualTo("{\"orders\":[]}");
        }
    }

    /** What a page of another site can send without being asked for, and what its browser says of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: text/plain|415",
                "Content-Type: application/x-www-form-urlencoded|415",
                "Content-Type: multipart/form-data; boundary=x|415",
                "Origin: http://evil.example|403",
                "Origin: null|403",
                "Sec-Fetch-Site: cross-site|403",
                "Sec-Fetch-Site: same-site|403",
                "Host: evil.example|403",
            })
    void aPageOfAnotherSiteOrdersNothing(String header, int status) throws IOException {
        var server = on("127.0.0.1", Optional.empty());
        assertThat(status(server, "/campaigns", "{}", header)).isEqualTo(status);
        assertThat(status(server, "/campaigns/a/end", "{}", header)).isEqualTo(status);
        assertThat(status(server, "/worlds", "{}", header)).isEqualTo(status);
        assertThat(heard).isEmpty();
    }

    @Test
    void ourOwnPageMayOrderAndNobodyIsToldThatOthersMay() throws IOException {
        var server = on("127.0.0.1", Optional.empty());
        var origin = "Origin: http://127.0.0.1:" + server.port();
        try (var wire = Wire.post(server, "/campaigns", "{}", origin, "Sec-Fetch-Site: same-origin")) {
            assertThat(wire.whole()).startsWith("HTTP/1.1 202").doesNotContainIgnoringCase("access-control");
        }
    }

    @Test
    void beyondLoopbackATokenIsNeeded() throws IOException {
        var without = on("0.0.0.0", Optional.empty());
        assertThat(status(without, "/campaigns", "{}")).isEqualTo(403);
        assertThat(status(without, "/campaigns", "{}", "Authorization: Bearer x"))
                .isEqualTo(403);
        var with = on("0.0.0.0", Optional.of("geheim"));
        assertThat(status(with, "/campaigns", "{}")).isEqualTo(401);
        assertThat(status(with, "/campaigns", "{}", "Authorization: Bearer geheims"))
                .isEqualTo(401);
        assertThat(heard).isEmpty();
        assertThat(status(with, "/campaigns", "{}", "Authorization: Bearer geheim"))
                .isEqualTo(202);
    }

    @Test
    void aBodyOfMoreThanIsMeantIsRefused() throws IOException {
        var server = on("127.0.0.1", Optional.empty());
        assertThat(status(server, "/campaigns", "x".repeat((64 << 10) + 1))).isEqualTo(413);
        assertThat(heard).isEmpty();
    }

    @Test
    void whatCanBeOrderedIsDescribed() throws IOException {
        var server = on("127.0.0.1", Optional.empty());
        try (var wire = Wire.ask(server, "/openapi.yaml", "Host: 127.0.0.1:" + server.port())) {
            assertThat(wire.whole())
                    .contains("application/yaml", "/campaigns:", "/campaigns/{name}/end:", "/worlds:", "/tracks:");
        }
    }

    private static int status(WebServer server, String path, String body, String... headers) throws IOException {
        try (var wire = Wire.post(server, path, body, headers)) {
            return wire.status();
        }
    }
}
