package chorus.broker.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import chorus.broker.access.Access;
import chorus.config.KafkaSettings;
import chorus.embedded.transactions.TwoBrokers;
import chorus.events.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of real brokers when one of two goes and comes back. */
@Timeout(240)
class ExaminationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void aBrokerThatIsDownIsNamedAtOnceAndAsLongAsItIs(@TempDir Path directory) throws Exception {
        try (var brokers = TwoBrokers.start(directory);
                var examination = Examination.of(
                        Access.plain(brokers.bootstrap(), "http://127.0.0.1:1"),
                        new KafkaSettings("", "", "p-", 1, (short) 1, PATIENCE),
                        Simulation.PLAYLISTS,
                        PATIENCE)) {
            assertThat(examination.brokers())
                    .extracting(Finding::subject, Finding::wrong)
                    .containsExactly(tuple("broker 1", false), tuple("broker 2", false));

            brokers.kill(TwoBrokers.SECOND);
            assertThat(examination.brokers())
                    .extracting(Finding::subject, Finding::wrong)
                    .containsExactly(tuple("broker 1", false), tuple("broker 2", true));

            // the controller takes its leave of it when its session is over
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(examination.brokers().getLast())
                            .satisfies(second -> assertThat(second.told()).contains("is down"))
                            .extracting(Finding::wrong)
                            .isEqualTo(true));

            brokers.start(TwoBrokers.SECOND);
            await().atMost(PATIENCE).until(() -> examination.brokers().stream().noneMatch(Finding::wrong));
        }
    }
}
