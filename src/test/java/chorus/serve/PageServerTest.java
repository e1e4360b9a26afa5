package chorus.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.config.Settings.ServeSettings;
import chorus.config.Settings.ServeSettings.KafkaMetrics;
import chorus.config.Settings.ServeSettings.Page;
import chorus.serve.Wire.Heard;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over HTTP. */
class PageServerTest {
    private static final String KB = "x".repeat(1024);

    private final Feed feed = new Feed("a1", new Feed.Limits(100, 20, 3), () -> "{\"name\":\"demo\"}");
    private static final Asked ASKED = parameters -> parameters.containsKey("seed")
            ? Asked.Reply.json(parameters.toString())
            : new Asked.Reply(400, "seed=: name tracks");

    private final WebServer server = WebServer.start(
            new ServeSettings("127.0.0.1", 0, KafkaMetrics.main, Page.shown, 0),
            _ -> "",
            new Parts(),
            Optional.of(feed),
            ASKED);

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void eventsComeInOrderWithIdsAndWhoComesBackGoesOn() throws IOException {
        feed.publish("generation", "0");
        try (var wire = Wire.events(server)) {
            assertThat(wire.status()).isEqualTo(200);
            assertThat(wire.hear(2))
                    .containsExactly(new Heard("run", "", "{\"name\":\"demo\"}"), new Heard("generation", "a1-1", "0"));
            feed.publish("generation", "1");
            assertThat(wire.hear(1)).containsExactly(new Heard("generation", "a1-2", "1"));
        }
        feed.publish("generation", "2");
        try (var wire = Wire.events(server, "Last-Event-ID: a1-1")) {
            assertThat(wire.hear(2))
                    .containsExactly(new Heard("generation", "a1-2", "1"), new Heard("generation", "a1-3", "2"));
        }
    }

    @Test
    void aReaderWhoDoesNotReadIsDroppedWithAWordAndHoldsNobodyBack() throws IOException {
        try (var wire = Wire.events(server);
                var other = Wire.events(server)) {
            assertThat(other.hear(1)).hasSize(1);
            await().until(feed::isRead);
            // far more than sockets hold; each event is taken by the one that reads before the next is published
            for (var events = 0; events < 80; events++) {
                feed.publish("generation", KB.repeat(256));
                assertThat(other.hear(1)).extracting(Heard::kind).containsExactly("generation");
            }
            assertThat(wire.hearOut()).last().satisfies(last -> {
                assertThat(last.kind()).isEqualTo("dropped");
                assertThat(last.data()).contains("too slow");
            });
        }
    }

    @Test
    void whoGoesAwayMakesRoom() throws IOException {
        for (var i = 0; i < 3; i++) {
            try (var wire = Wire.events(server)) {
                assertThat(wire.hear(1)).hasSize(1);
            }
        }
        // it is seen when something is sent
        await().until(() -> {
            feed.publish("generation", "0");
            return !feed.isRead();
        });
    }

    @Test
    void oneReaderTooManyIsToldSo() throws IOException {
        try (var one = Wire.events(server);
                var two = Wire.events(server);
                var three = Wire.events(server)) {
            one.hear(1);
            two.hear(1);
            three.hear(1);
            try (var four = Wire.events(server)) {
                assertThat(four.status()).isEqualTo(503);
                assertThat(four.body()).contains("as many readers as there may be");
            }
        }
    }

    @Test
    void whenTheProcessEndsReadersAreTold() throws IOException {
        try (var wire = Wire.events(server)) {
            wire.hear(1);
            feed.publish("ended", "{}");
            server.close();
            assertThat(wire.hearOut()).extracting(Heard::kind).containsExactly("ended", "closing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/main.js", "/page/page.css", "/library/uPlot.esm.js", "/library/uPlot.min.css"})
    void thePageAndItsFilesNeedNoOtherMachine(String path) throws IOException {
        try (var wire = Wire.ask(server, path, "Host: localhost:" + server.port())) {
            assertThat(wire.status()).isEqualTo(200);
            assertThat(wire.body()).isNotEmpty().doesNotContainPattern("(src|href|import)[^\\n]{0,20}https?://");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/none.js",
                "/page/..%2Freference.yaml",
                "/page/reference.yaml",
                "/library/package.json",
                "/no"
            })
    void whatIsNoFileOfThePageIsNotThere(String path) throws IOException {
        try (var wire = Wire.ask(server, path, "Host: 127.0.0.1")) {
            assertThat(wire.status()).isBetween(400, 404);
            assertThat(wire.body().lines()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:9404", "127.0.0.1.evil.example", "[::2]"})
    void anotherNameForThisMachineIsRefused(String host) throws IOException {
        for (var path : new String[] {"/", "/events", "/page/main.js"}) {
            try (var wire = Wire.ask(server, path, "Host: " + host)) {
                assertThat(wire.status()).isEqualTo(403);
                assertThat(wire.body())
                        .isEqualTo("Host " + host + ": this is served on loopback, as 127.0.0.1 or localhost");
            }
        }
    }

    @Test
    void thePageOfAnotherSiteIsRefused() throws IOException {
        try (var wire = Wire.events(server, "Origin: http://evil.example")) {
            assertThat(wire.status()).isEqualTo(403);
            assertThat(wire.body()).isEqualTo("Origin http://evil.example: only this site's own page may ask");
        }
        try (var wire = Wire.events(server, "Origin: http://127.0.0.1:" + server.port())) {
            assertThat(wire.status()).isEqualTo(200);
        }
    }

    @Test
    void aQuestionIsAnsweredInJsonOrRefusedInOneLine() throws IOException {
        try (var wire = Wire.ask(server, "/continue?seed=1,2&limit=3&seed=9", "Host: 127.0.0.1")) {
            assertThat(wire.status()).isEqualTo(200);
            assertThat(wire.body()).isEqualTo("{limit=3, seed=1,2}");
        }
        try (var wire = Wire.ask(server, "/continue", "Host: 127.0.0.1")) {
            assertThat(wire.status()).isEqualTo(400);
            assertThat(wire.body()).isEqualTo("seed=: name tracks");
        }
        try (var wire = Wire.ask(server, "/continue?seed=1", "Host: evil.example")) {
            assertThat(wire.status()).isEqualTo(403);
        }
    }

    @Test
    void metricsAreStillForAnyScraper() throws IOException {
        try (var wire = Wire.ask(server, "/metrics", "Host: chorus:9404")) {
            assertThat(wire.status()).isEqualTo(200);
        }
    }

    @Test
    void aProcessWithoutAPageHasNone() throws IOException {
        try (var bare = WebServer.start(
                        new ServeSettings("127.0.0.1", 0, KafkaMetrics.main, Page.none, 0), _ -> "", new Parts());
                var wire = Wire.ask(bare, "/", "Host: 127.0.0.1")) {
            assertThat(wire.status()).isEqualTo(404);
        }
    }
}
