package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.broker.access.Access;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.embedded.Platform;
import chorus.events.Simulation;
import chorus.report.Terminal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of a real broker and registry: while nothing is there, when all is well, and when they are gone. */
@Timeout(240)
class DiagnosisTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whatIsMissingIsTold(@TempDir Path data) throws Exception {
        var settings = SettingsLoader.load(Optional.empty(), List.of("kafka.partitions=2"));
        String bootstrap;
        String registry;
        try (var platform = Platform.open(data)) {
            bootstrap = platform.bootstrap();
            registry = platform.registry();
            assertThat(tell(settings, bootstrap, registry)).isEqualTo(1);
            assertThat(said())
                    .contains("  broker 1: " + bootstrap + ", controller")
                    .contains("! topic chorus-playlist-edits: does not exist")
                    .contains("  all: none hangs")
                    .contains("  subjects: none of ours yet")
                    .endsWith("10 wrong\n");

            try (var cluster = Cluster.connect(bootstrap, registry, "chorus-")) {
                Topics.ensure(cluster, settings.kafka());
            }
            out.reset();
            assertThat(tell(settings, bootstrap, registry)).as(said()).isZero();
            assertThat(said())
                    .contains("  topic chorus-playlist-edits: 2 partitions, 1 replicas, cleanup.policy=delete, "
                            + "retention.ms=-1, retention.bytes=-1, min.insync.replicas=1, "
                            + "max.message.bytes=16777216, compression.type=gzip\n")
                    .contains("  group chorus-stream: none yet")
                    .contains("  compatibility BACKWARD: 10 subjects")
                    .endsWith("nothing is wrong\n");

            requireJson(bootstrap, registry);
            out.reset();
            assertThat(tell(settings, bootstrap, "http://127.0.0.1:1")).isEqualTo(1);
            assertThat(said()).contains("! registry: schema registry http://127.0.0.1:1: ");
        }
        assertThatThrownBy(() -> tell(settings, bootstrap, registry))
                .isInstanceOf(BrokerFault.Unreachable.class)
                .hasMessageStartingWith("no Kafka broker answers at " + bootstrap);
    }

    private void requireJson(String bootstrap, String registry) throws Exception {
        out.reset();
        var err = new ByteArrayOutputStream();
        var code = Main.run(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                "doctor",
                "--json",
                "--bootstrap",
                bootstrap,
                "--registry",
                registry,
                "--set",
                "kafka.partitions=2");
        assertThat(code).as(err.toString(UTF_8)).isZero();
        var found = new ObjectMapper().readTree(said());
        assertThat(found.get("schema").asText()).isEqualTo("chorus-doctor/1");
        assertThat(found.get("wrong").asInt()).isZero();
        assertThat(found.get("sections").findValuesAsText("name"))
                .containsExactly("brokers at " + bootstrap, "topics", "group", "transactions", "registry " + registry);
        assertThat(found.get("sections").findValuesAsText("subject")).contains("topic chorus-playlist-edits");
    }

    private int tell(Settings settings, String bootstrap, String registry) throws InterruptedException {
        var stream = new PrintStream(out, true, UTF_8);
        return new Diagnosis(
                        settings,
                        Simulation.PLAYLISTS,
                        Access.plain(bootstrap, registry),
                        new Terminal(stream, stream, false))
                .tell(false);
    }

    private String said() {
        return out.toString(UTF_8);
    }
}
