package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
import chorus.broker.access.Access;
import chorus.embedded.Platform;
import chorus.events.ratings.RatingTopics;
import chorus.verify.ratings.RatingVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run of ratings that is killed in the middle of rounds, and the same command after that. */
@Timeout(480)
class ABrokenOffRatingRunTest {
    /** Nothing is committed but by the ends of rounds: a transaction holds much when it is broken off. */
    private static final Scenario SCENARIO = RatingScenario.SMALL.with(
            "altruism.users=2000",
            "altruism.minorityUsers=100",
            "altruism.rounds=10",
            "altruism.tolerance={absolute: 15}",
            "kafka.partitions=2",
            "simulate.writers=2",
            "stream.commitInterval=20s");

    @TempDir
    Path directory;

    @Test
    void goesOnAsIfNothingHadHappened() throws Exception {
        // ratings of a round are applied, and nothing of it is committed
        killedWhen(lag -> rounds() >= 2 && lag.uncommitted("ratings-stream-rated-changelog") > 5);
        // later on, rows of a round are published, and its mark is not committed
        killedWhen(lag -> rounds() >= 4 && lag.uncommitted("rated") > 5);
        // the platform has written picks, and not committed them
        killedWhen(lag -> rounds() >= 6 && lag.uncommitted("picks") > 0);
        try (var run = start()) {
            assertThat(run.exitCode()).as(run::said).isZero();
            assertThat(run.said()).doesNotContain("unforeseen", "refused: ");
        }
        assertThat(Files.readString(directory.resolve("out/rounds.csv")))
                .isEqualTo(RatingScenario.experiment(SCENARIO.settings()));
        try (var platform = Platform.open(directory.resolve("out/data"));
                var cluster = Cluster.connect(
                        Access.plain(platform.bootstrap(), platform.registry()), "chorus-", RatingTopics.SIMULATION)) {
            var settings = SCENARIO.settings();
            ARatingRunTest.requireSound(
                    new RatingVerifier(cluster, settings.ratingRules(), () -> false).verify(), settings);
        }
    }

    private void killedWhen(Lag.Moment moment) throws Exception {
        try (var run = start();
                var lag = Lag.of(run, directory.resolve("out/data"), "chorus-")) {
            lag.until(run, moment);
            run.kill();
        }
    }

    private ChildRun start() throws IOException {
        return RatingScenario.start(SCENARIO, directory.resolve("out"), directory.resolve("said"));
    }

    private long rounds() {
        return KeptRun.rounds(directory.resolve("out"));
    }
}
