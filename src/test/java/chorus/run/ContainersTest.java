package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.toxiproxy.ToxiproxyContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A run whose broker and registry are containers of the images that people have, with Toxiproxy between: what cuts, slows and mutes the
 * connections in the middle of an epoch leaves no trace in the figures. The images can be replaced as in docker-compose.yml.
 */
@Timeout(480)
class ContainersTest {
    private static final int EPOCHS = 20;
    private static final int BEFORE_BROKER = 8666;
    private static final int BEFORE_REGISTRY = 8667;

    @TempDir
    static Path directory;

    private static Network network;
    private static ToxiproxyContainer toxiproxy;
    private static KafkaContainer kafka;
    private static GenericContainer<?> registry;
    private static Proxy toBroker;
    private static Proxy toRegistry;

    @BeforeAll
    static void start() throws IOException {
        Needed.that(DockerClientFactory.instance().isDockerAvailable(), "no container engine answers");
        network = Network.newNetwork();
        toxiproxy = new ToxiproxyContainer(image("TOXIPROXY_IMAGE", "ghcr.io/shopify/toxiproxy:2.12.0"));
        toxiproxy.withNetwork(network).start();
        kafka = new KafkaContainer(image("KAFKA_IMAGE", "apache/kafka:4.3.1"))
                .withListener("kafka:19092", () -> outside(BEFORE_BROKER));
        kafka.withNetwork(network).withNetworkAliases("kafka").start();
        registry = new GenericContainer<>(image("REGISTRY_IMAGE", "apicurio/apicurio-registry:3.3.3"))
                .withNetwork(network)
                .withNetworkAliases("registry")
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").withStartupTimeout(Duration.ofMinutes(3)));
        registry.start();
        var proxies = new ToxiproxyClient(toxiproxy.getHost(), toxiproxy.getControlPort());
        toBroker = proxies.createProxy("kafka", "0.0.0.0:" + BEFORE_BROKER, "kafka:19092");
        toRegistry = proxies.createProxy("registry", "0.0.0.0:" + BEFORE_REGISTRY, "registry:8080");
    }

    /** Each was started after the one before. */
    @AfterAll
    static void stop() {
        for (AutoCloseable started : new AutoCloseable[] {registry, kafka, toxiproxy, network}) {
            if (started != null) {
                assertThat(started).satisfies(AutoCloseable::close);
            }
        }
    }

    @Test
    void whatHappensToConnectionsLeavesNoTraceInTheFigures() throws Exception {
        var scenario = Scenario.small()
                .with(
                        "simulate.epochs=" + EPOCHS,
                        "kafka.bootstrap=\"" + outside(BEFORE_BROKER) + "\"",
                        "kafka.registry=\"http://" + outside(BEFORE_REGISTRY) + "/apis/ccompat/v7\"");
        var line = new ArrayList<>(List.of("run", "--out", out().toString()));
        scenario.sets().forEach(set -> line.addAll(List.of("--set", set)));
        try (var run = ChildRun.start(directory.resolve("said"), line)) {
            goesOn(run);

            toBroker.disable();
            run.until(() -> run.stands("brokers", 1));
            toBroker.enable();
            run.until(() -> run.isBack("brokers", 1));
            goesOn(run);

            var slow = toBroker.toxics().latency("slow", ToxicDirection.DOWNSTREAM, 100);
            goesOn(run);
            slow.remove();

            // what the broker says does not arrive, and nothing is closed; the run cannot end before the registry is
            // missed too
            var mute = toBroker.toxics().timeout("mute", ToxicDirection.DOWNSTREAM, 0);
            toRegistry.disable();
            run.until(() -> run.stands("brokers", 2));
            run.until(() -> run.stands("registry", 1));
            mute.remove();
            run.until(() -> run.isBack("brokers", 2));
            // without a registry
            goesOn(run);
            toRegistry.enable();
            assertThat(run.exitCode()).as(run::said).isZero();
        }
        var settings = scenario.settings();
        try (var cluster = OnAPlatform.connect(settings)) {
            UndisturbedRun.require(settings, out(), cluster, directory.resolve("aside"), EPOCHS + 1);
        }
    }

    /** Waits for one more generation. */
    private static void goesOn(ChildRun run) {
        var before = KeptRun.generations(out());
        run.until(() -> KeptRun.generations(out()) > before);
    }

    private static Path out() {
        return directory.resolve("out");
    }

    /** Where this machine finds what Toxiproxy takes at a port of its own. */
    private static String outside(int port) {
        return toxiproxy.getHost() + ":" + toxiproxy.getMappedPort(port);
    }

    private static DockerImageName image(String variable, String published) {
        var name = Objects.requireNonNullElse(System.getenv(variable), published);
        return DockerImageName.parse(name)
                .asCompatibleSubstituteFor(DockerImageName.parse(published).getUnversionedPart());
    }
}
