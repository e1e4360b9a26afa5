package chorus.run.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.broker.generations.GenerationLog;
import chorus.config.KafkaSettings;
import chorus.embedded.FreePorts;
import chorus.embedded.TestBroker;
import chorus.rows.results.GenerationRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PublisherTest {
    private static final Duration TRANSACTION = Duration.ofSeconds(2);

    @TempDir
    Path directory;

    /** The broker has the rows and their open transaction; the answer never arrives, and the transaction's time ends. */
    @Test
    void aGenerationWhoseTransactionEndedWhileBrokersWereAwayIsPublishedOnceMore() throws Exception {
        var port = FreePorts.one();
        try (var relay = Relay.before(port);
                var broker = TestBroker.behind(relay.port(), directory, port);
                var cluster = Cluster.connect("127.0.0.1:" + relay.port(), "mock://publisher", "p-");
                var threads = Executors.newSingleThreadExecutor()) {
            Topics.ensure(cluster, new KafkaSettings("", "", "p-", 1, (short) 1, Duration.ofMinutes(1)));
            try (var publisher = Publisher.open(cluster, System::nanoTime, TRANSACTION, _ -> {})) {
                publish(publisher, cluster, 0);

                // the marker of what was published first has come
                await().until(() -> newest(cluster) == 0);
                var before = written();
                relay.mute();
                var second = threads.submit(() -> {
                    publish(publisher, cluster, 1);
                    return true;
                });
                await().until(() -> written() > before);
                var open = written();
                relay.cut();
                // the marker that gives it up
                await().atMost(Duration.ofSeconds(30)).until(() -> written() > open);
                relay.restore();
                assertThat(second.get(60, TimeUnit.SECONDS)).isTrue();
            }
            try (var log = GenerationLog.open(cluster)) {
                assertThat(log.generations()).containsExactly(generation(0), generation(1));
            }
            assertThat(broker.bootstrap()).endsWith(":" + port);
        }
    }

    /** Bytes of the partition of generations, those of open transactions and markers included. */
    private long written() throws IOException {
        return Files.size(directory.resolve("broker/p-generations-0/00000000000000000000.log"));
    }

    private static void publish(Publisher publisher, Cluster cluster, long number) throws InterruptedException {
        publisher.publish(
                GenerationLog.batch(cluster, generation(number), List.of()),
                () -> GenerationLog.holds(cluster, number));
    }

    private static long newest(Cluster cluster) throws InterruptedException {
        try (var log = GenerationLog.open(cluster)) {
            return log.newest();
        }
    }

    private static GenerationRow generation(long number) {
        return new GenerationRow(number, "PooledNN", 10, 0, 5, 1, 20, 30, "");
    }
}
