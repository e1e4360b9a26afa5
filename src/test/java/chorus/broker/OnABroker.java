package chorus.broker;

import chorus.config.KafkaSettings;
import chorus.embedded.Broker;
import chorus.embedded.TestBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker for a class of tests, and for each test topics of its own. */
@Timeout(60)
abstract class OnABroker {
    static final int PARTITIONS = 3;

    @TempDir
    private static Path directory;

    static Broker broker;
    Cluster cluster;

    @BeforeAll
    static void start() throws IOException {
        broker = TestBroker.start(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        var prefix = test.getTestMethod().orElseThrow().getName() + "-";
        cluster = Cluster.connect(broker.bootstrap(), "mock://broker-edge", prefix);
        Topics.ensure(cluster, settings(PARTITIONS));
    }

    @AfterEach
    void disconnect() {
        cluster.close();
    }

    final KafkaSettings settings(int partitions) {
        return new KafkaSettings("", "", cluster.names().prefix(), partitions, (short) 1, Duration.ofMinutes(1));
    }
}
