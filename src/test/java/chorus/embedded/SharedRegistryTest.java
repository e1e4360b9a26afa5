package chorus.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chorus.events.Events;
import chorus.events.Topic;
import chorus.events.registry.RegistryAccess;
import chorus.events.registry.RegistryUnreachable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real registry that others use too, and that somebody looks after. */
@Timeout(120)
class SharedRegistryTest {
    @TempDir
    private static Path directory;

    private static TestRegistry registry;

    @BeforeAll
    static void start() {
        registry = TestRegistry.start(directory);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    /** As the processes of a run do that are started together on a registry that holds nothing. */
    @ParameterizedTest
    @CsvSource({"NONE", "BACKWARD"})
    void severalMayRegisterAtOnce(String global) throws Exception {
        put("", global);
        var prefix = "at-once-" + global + "-";
        var together = new CyclicBarrier(6);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var all = new ArrayList<Callable<Void>>();
            for (var n = 0; n < 6; n++) {
                all.add(() -> {
                    together.await();
                    Events.connect(registry.url(), prefix).close();
                    return null;
                });
            }
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
        for (var topic : Topic.ALL) {
            assertThat(get("/subjects/" + topic.under(prefix) + "-value/versions"))
                    .isEqualTo("[1]");
            assertThat(get("/config/" + topic.under(prefix) + "-value?defaultToGlobal=true"))
                    .contains("\"BACKWARD\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"FULL, false", "FORWARD, true"})
    void whatSomebodySetForASubjectIsLeft(String level, boolean remarked) throws Exception {
        put("", "BACKWARD");
        var prefix = "kept-" + level + "-";
        Events.connect(registry.url(), prefix).close();
        put("/" + prefix + "tracks-value", level);
        try (var events = Events.connect(registry.url(), prefix)) {
            assertThat(get("/config/" + prefix + "tracks-value")).contains("\"" + level + "\"");
            assertThat(events.remark().isPresent()).isEqualTo(remarked);
            events.remark().ifPresent(remark -> assertThat(remark)
                    .contains("the compatibility of " + prefix + "tracks-value is " + level + "; it is left"));
        }
    }

    @Test
    void whatSomebodySetForAllIsLeft() throws Exception {
        put("", "FORWARD");
        try (var events = Events.connect(registry.url(), "all-")) {
            assertThat(get("/config")).contains("FORWARD");
            assertThat(events.remark().orElse(""))
                    .contains("of all-campaign-orders-value is FORWARD, and 9 more; it is left as somebody set it");
        }
        put("", "FULL");
        try (var events = Events.connect(registry.url(), "full-")) {
            assertThat(get("/config")).contains("FULL");
            assertThat(events.remark()).isEmpty();
            assertThat(Events.compatibilities(access(registry.url()), "full-").values())
                    .hasSize(10)
                    .containsOnly("FULL");
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "/apis", "/apis/registry/v3"})
    void aUrlWithoutItsPathIsToldWithARightOne(String path) {
        var url = registry.url().replace("/apis/ccompat/v7", path);
        assertThatThrownBy(() -> Events.connect(url, "p-"))
                .isInstanceOf(RegistryUnreachable.class)
                .hasMessage(
                        "schema registry " + url + ": answers 404, but not as a schema registry would; a registry's URL"
                                + " is like http://host:8081 (Confluent) or http://host:8080/apis/ccompat/v7 (Apicurio)");
    }

    @Test
    void anAddressMayBeOneOfIpv6() throws Exception {
        assumeTrue(GuardedBroker.hasSix(), "no ::1 here");
        try (var guard = RegistryGuard.at("::1", registry.url());
                var events = Events.connect(guard.url(), "six-")) {
            assertThat(guard.url()).startsWith("http://[0:0:0:0:0:0:0:1]:");
            assertThat(events.remark()).isEmpty();
        }
    }

    private static RegistryAccess access(String url) {
        return RegistryAccess.of(url, Map.of());
    }

    /** What an administrator does. */
    private static void put(String subject, String level) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(registry.url() + "/config" + subject))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .PUT(BodyPublishers.ofString("{\"compatibility\":\"" + level + "\"}"));
            assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static String get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(registry.url() + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
