package chorus.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker that was killed, and its next life. */
@Timeout(240)
class LastLifeTest {
    @Test
    void afterAKillTheBrokerIsBackLongBeforeItsOldSessionWouldEnd(@TempDir Path data) throws Exception {
        PlatformTest.child(data, PlatformChild.class).destroyForcibly().waitFor();
        var broker = data.toRealPath().resolve("broker");
        assertThat(LastLife.endedByForce(broker)).isTrue();

        var ports = Keys.read(data.resolve("ports"));
        var port = Integer.parseInt(ports.getProperty("broker"));
        var controller = Integer.parseInt(ports.getProperty("controller"));
        var settings = Broker.settings(broker, port, controller);
        // far longer than this test may take: only a fenced life can be followed
        settings.put("broker.session.timeout.ms", "3600000");
        LastLife.fence(settings);
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + port))) {
            assertThat(admin.listTopics().names().get()).contains(PlatformChild.TOPIC);
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
        assertThat(LastLife.endedByForce(broker)).isFalse();
    }
}
