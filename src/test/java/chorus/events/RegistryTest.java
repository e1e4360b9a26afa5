package chorus.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.events.registry.RegistryAccess;
import chorus.events.registry.RegistryClient;
import chorus.events.registry.RegistryUnreachable;
import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
    static List<GoldenTopic<?>> topics() {
        return GoldenTopic.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatIsRegisteredIsTheDocumentedFileUnderBackward(GoldenTopic<?> topic) throws Exception {
        var registry = MockSchemaRegistry.getClientForScope("files");
        registry.updateCompatibility(null, "NONE");
        Events.connect("mock://files", "x-").close();
        var subject = "x-" + topic.name() + "-value";
        var file = new Schema.Parser().parse(Files.readString(Path.of("schemas", topic.record() + ".avsc")));
        assertThat(registry.getLatestSchemaMetadata(subject).getSchema()).isEqualTo(file.toString());
        assertThat(registry.getCompatibility(subject)).isEqualTo("BACKWARD");
        isDocumented(file);
    }

    @Test
    void thatNothingIsAskedOfASubjectIsLeftAndTold() throws Exception {
        var registry = MockSchemaRegistry.getClientForScope("asked");
        Events.connect("mock://asked", "x-").close();
        registry.updateCompatibility("x-tracks-value", "NONE");
        try (var events = Events.connect("mock://asked", "x-")) {
            assertThat(registry.getCompatibility("x-tracks-value")).isEqualTo("NONE");
            assertThat(events.remark().orElse(""))
                    .contains("the compatibility of x-tracks-value is NONE; it is left as somebody set it");
        }
    }

    private static void isDocumented(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                for (var field : schema.getFields()) {
                    assertThat(field.doc())
                            .as(schema.getName() + "." + field.name())
                            .isNotBlank();
                    isDocumented(field.schema());
                }
            }
            case UNION -> schema.getTypes().forEach(RegistryTest::isDocumented);
            case ARRAY -> isDocumented(schema.getElementType());
            default -> assertThat(schema.getType()).isNotEqualTo(Schema.Type.MAP);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "basic.auth.user.info, ada:tell nobody, Basic YWRhOnRlbGwgbm9ib2R5",
        "bearer.auth.token, token-of-ada, Bearer token-of-ada"
    })
    void itIsToldWhoWeAre(String key, String value, String header) throws IOException {
        var told = new AtomicReference<>("");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            told.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("[]".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        assertThat(Events.compatibilities(RegistryAccess.of(url, Map.of(key, value)), "x-"))
                .isEmpty();
        assertThat(told.get()).isEqualTo(header);
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 500})
    void whatAnswersButIsNoRegistryIsNamed(int status) throws IOException {
        var page = "<html>hello</html>".getBytes(UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        assertThatThrownBy(() -> Events.connect(url, "x-"))
                .isInstanceOf(RegistryUnreachable.class)
                .hasMessageStartingWith("schema registry " + url + ": ")
                .hasMessageNotContaining("\n");
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ftp://127.0.0.1/x", "http://", "http://[nonsense"})
    void whatIsNoUrlIsNamed(String url) {
        assertThatThrownBy(() -> Events.connect(url, "x-"))
                .isInstanceOf(RegistryUnreachable.class)
                .hasMessageStartingWith("schema registry " + url + ": ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aRegistryThatGoesAwayIsNotTheRecordsFault() throws IOException {
        var bytes = new byte[] {0, 0, 0, 0, 2, 0};
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        try (var registry = RegistryClient.of(RegistryAccess.of("http://127.0.0.1:" + port, Map.of()))) {
            var codec = new Codec<>(InputForms.TRACK, 1, registry);
            assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(RegistryUnreachable.class);
        }
    }
}
