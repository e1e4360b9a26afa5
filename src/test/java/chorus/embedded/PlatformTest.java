package chorus.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chorus.embedded.transactions.TransactionKeeper;
import chorus.events.Events;
import chorus.events.registry.IncompatibleSchema;
import chorus.events.registry.RegistryUnreachable;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Other classes of tests may have a platform in this virtual machine: what is of this one is told by its group, and by what was there before. */
    private final ThreadGroup threads = new ThreadGroup("threads of this platform");

    private final Set<ProcessHandle> before = processes();

    @Test
    void afterAKillEverythingIsFoundAgainAndAfterCloseNothingRuns(@TempDir Path data) throws Exception {
        var child = child(data, PlatformChild.class);
        var ports = Files.readString(data.resolve("ports"), UTF_8);
        String cluster;
        String schema;
        try (var connected = Platform.open(data)) {
            assertThat(connected.owner()).isFalse();
            assertThat(Platform.runs(data)).isTrue();
            cluster = clusterId(connected);
            schema = registeredSchema(connected);
        }
        var orphan = registryProcess(data);
        assertThat(orphan.isAlive()).as("closing a connection ends nothing").isTrue();

        silenceTheKeepers(child, orphan);
        child.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).as("nobody was left to end it").isTrue();
        assertThat(data.resolve("endpoints")).as("stale").exists();
        assertThat(Platform.runs(data)).as("stale").isFalse();
        inItsGroup(() -> {
            try (var platform = Platform.open(data)) {
                assertThat(brokerThreads()).isNotEmpty();
                assertThat(processes()).hasSizeGreaterThan(before.size());
                assertThat(orphan.isAlive()).isFalse();
                assertThat(platform.owner()).isTrue();
                assertThat(Files.readString(data.resolve("ports"), UTF_8)).isEqualTo(ports);
                assertThat(clusterId(platform)).isEqualTo(cluster);
                assertThat(registeredSchema(platform)).isEqualTo(schema);
                try (var events = Events.connect(platform.registry(), "p-")) {
                    assertThat(events.tracks().decode(firstRecord(platform))).isEqualTo(PlatformChild.TRACK);
                }
                try (var second = Platform.open(data)) {
                    assertThat(second.owner()).isFalse();
                    assertThat(second.bootstrap()).isEqualTo(platform.bootstrap());
                }
                assertThat(get(platform.registry() + "/config/p-tracks-value?defaultToGlobal=true"))
                        .contains("BACKWARD");
                schemasThatCannotFollowAreRefused(platform);
            }
            return orphan;
        });
        assertThat(data.resolve("endpoints")).doesNotExist();
        assertThat(processes()).isSubsetOf(before);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(brokerThreads()).isEmpty());
    }

    private static void schemasThatCannotFollowAreRefused(Platform platform) throws Exception {
        var other = new AvroSchema("""
                {"type":"record","name":"Track","fields":[{"name":"id","type":"string"}]}""");
        try (var client = new CachedSchemaRegistryClient(platform.registry(), 10)) {
            client.register("q-tracks-value", other);
        }
        assertThatThrownBy(() -> Events.connect(platform.registry(), "q-"))
                .isInstanceOf(IncompatibleSchema.class)
                .hasMessageContaining("q-tracks-value");
    }

    @Test
    void theRegistryEndsWithItsKilledParent(@TempDir Path data) throws Exception {
        var child = child(data, RegistryChild.class);
        var pid = data.resolve("registry/pid");
        await().atMost(PATIENCE).until(() -> Files.exists(pid) && Files.size(pid) > 0);
        var registry = registryProcess(data);
        assertThat(registry.isAlive()).isTrue();
        child.destroyForcibly().waitFor();
        await().atMost(PATIENCE).until(() -> !registry.isAlive());
        await().atMost(PATIENCE).until(() -> !Files.exists(pid));
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path data) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            assertThatThrownBy(() -> Platform.open(data, wanted(port, 0)))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessage("port " + port + " on 127.0.0.1 is taken");
            assertThatThrownBy(() -> Platform.open(data, wanted(0, port)))
                    .hasMessage("port " + port + " on 127.0.0.1 is taken");
        }
        assertThat(processes()).isSubsetOf(before);
        assertThat(DataLock.tryHold(data.toRealPath()))
                .as("the lock is given back")
                .hasValueSatisfying(DataLock::close);
    }

    private static Platform.Wanted wanted(int brokerPort, int registryPort) {
        return new Platform.Wanted(brokerPort, registryPort, TransactionKeeper.Listener.NOBODY, said -> {});
    }

    @Test
    void aRegistryThatIsDownIsNamed() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
        assertThatThrownBy(() -> Events.connect(url, "p-"))
                .isInstanceOf(RegistryUnreachable.class)
                .hasMessageContaining(url)
                .hasMessageContaining("onnection refused");
    }

    /** Starts a process on {@code data} and returns when it says that it is ready. */
    static Process child(Path data, Class<?> program) throws IOException {
        var line = ChildJvm.command(List.of("-Xmx512m"), program.getName());
        line.add(data.toString());
        var child = new ProcessBuilder(line)
                .redirectError(data.resolve("child.log").toFile())
                .start();
        assertThat(child.inputReader(UTF_8).lines().anyMatch("ready"::equals))
                .as(() -> "the child is ready; see its log")
                .isTrue();
        return child;
    }

    /** Kills the shells that would end the registry with their parent: the one that waits for the end first. */
    private static void silenceTheKeepers(Process child, ProcessHandle registry) {
        var keeper = registry.parent().orElseThrow();
        assertThat(keeper.parent()).contains(child.toHandle());
        keeper.children().filter(process -> !process.equals(registry)).forEach(ProcessHandle::destroyForcibly);
        keeper.destroyForcibly();
    }

    private static ProcessHandle registryProcess(Path data) throws IOException {
        var pid = Files.readString(data.resolve("registry/pid"), UTF_8).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String clusterId(Platform platform) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrap()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static byte[] firstRecord(Platform platform) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", platform.bootstrap(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(PlatformChild.TOPIC, 0)));
            var records = consumer.poll(PATIENCE);
            assertThat(records).hasSize(1);
            return records.iterator().next().value();
        }
    }

    private static String registeredSchema(Platform platform) throws Exception {
        return get(platform.registry() + "/subjects/p-tracks-value/versions/latest");
    }

    private static String get(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(url).isEqualTo(200);
            return answer.body();
        }
    }

    /** What threads start belongs to their group, unless they say otherwise: a platform is opened and closed there. */
    private void inItsGroup(Callable<?> what) throws Exception {
        var done = new FutureTask<>(what);
        new Thread(threads, done).start();
        done.get();
    }

    private static Set<ProcessHandle> processes() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }

    /** Threads of the broker, but for the tickers of its metrics library, which live as long as the process. */
    private List<String> brokerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> threads.equals(thread.getThreadGroup()))
                .map(Thread::getName)
                .filter(name -> !name.startsWith("metrics-meter-tick"))
                .filter(name ->
                        name.matches("(?i).*(kafka|controller|broker|raft|quorum|log-|expiration|data-plane).*"))
                .toList();
    }
}
