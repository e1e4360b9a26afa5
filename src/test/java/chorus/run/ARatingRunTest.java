package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.broker.access.Access;
import chorus.config.Settings;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.results.RoundRow;
import chorus.report.altruism.RoundsBundle;
import chorus.run.ratings.RatingRun;
import chorus.verify.Verification;
import chorus.verify.ratings.RatingVerifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Altruists over a real broker come to what they come to in one process. */
class ARatingRunTest extends OnAPlatform {
    private static final String WORLDS =
            "altruism.worlds=[{name: narrow, targets: 1, eta: 0.9}, {name: twin, altruists: false}, "
                    + "{name: broad}, {name: brief, begin: 3, end: 6}]";

    @ParameterizedTest(name = "partitions {0}, stream threads {1}, writers {2}")
    @CsvSource({"1, 1, 1", "6, 3, 2"})
    void givesTheFileOfTheExperimentByteForByteHoweverItsWorkIsShared(int partitions, int threads, int writers)
            throws InterruptedException {
        var scenario = RatingScenario.SMALL.with(
                "kafka.partitions=" + partitions, "stream.threads=" + threads, "simulate.writers=" + writers);
        var run = rated("small-p%dt%dw%d".formatted(partitions, threads, writers), scenario);
        assertThat(run).isEqualTo(RatingScenario.experiment(scenario.settings()));
    }

    /** By the law of worlds each of them is what it is alone beside the twin; ratings are taken back, members leave. */
    @Test
    void ofSeveralWorldsGivesTheFileOfTheExperimentToo() throws InterruptedException {
        var scenario = RatingScenario.SMALL.with(
                WORLDS, "altruism.cost=0.1", "altruism.patience=0.2", "kafka.partitions=3", "simulate.writers=2");
        assertThat(rated("worlds", scenario)).isEqualTo(RatingScenario.experiment(scenario.settings()));
    }

    @Test
    void whereEveryPairIsObservedGivesTheFileOfTheExperimentToo() throws InterruptedException {
        var scenario = RatingScenario.SMALL.with("altruism.platform=svd", "altruism.rounds=4", "kafka.partitions=2");
        assertThat(rated("svd", scenario)).isEqualTo(RatingScenario.experiment(scenario.settings()));
    }

    /** The figures of an independent prototype at seed 1: k*, what minority and majority have, at rounds 5, 9, 14 and 19. */
    @Test
    void hasTheFiguresOfThePrototype() throws InterruptedException {
        var scenario = new Scenario(List.of("kafka.partitions=6", "stream.threads=3", "simulate.writers=2"));
        var rows = rows("prototype", scenario).stream()
                .filter(row ->
                        row.world().equals("factual") && List.of(5, 9, 14, 19).contains(row.round()))
                .map(row -> "%d %.3f %.3f"
                        .formatted(
                                row.platform().kept(),
                                row.welfare().minority(),
                                row.welfare().majority()))
                .toList();
        assertThat(rows)
                .containsExactly("1 0.000 891.671", "6 64.433 1239.175", "7 70.878 1328.730", "7 70.878 1330.791");
    }

    private static String rated(String name, Scenario scenario) throws InterruptedException {
        return RoundsBundle.csv(rows(name, scenario));
    }

    /** Runs to the end; a naive recount must agree. */
    private static List<RoundRow> rows(String name, Scenario scenario) throws InterruptedException {
        var settings = here(name, scenario).settings();
        var rows = new ArrayList<RoundRow>();
        var out = directory.resolve(name);
        try (var cluster = rated(settings)) {
            Topics.ensure(cluster, settings.kafka());
            var site = new Site(settings, cluster, new QuietWatch() {}, System::nanoTime);
            var complete = new RatingRun(site, out.resolve("stores"), (round, took, lag) -> rows.addAll(round.rows()))
                    .run(new Stop(), stream -> {});
            assertThat(complete).isTrue();
            requireSound(new RatingVerifier(cluster, settings.ratingRules(), () -> false).verify(), settings);
        }
        return rows;
    }

    static void requireSound(Verification found, Settings settings) {
        assertThat(found.first()).isEmpty();
        assertThat(found.differences()).isZero();
        assertThat(found.lastEpoch()).isEqualTo(settings.altruism().rounds() - 1);
        assertThat(found.epochsCompared()).isEqualTo(settings.altruism().rounds());
        assertThat(found.rowsCompared()).isPositive();
    }

    static Cluster rated(Settings settings) {
        var kafka = settings.kafka();
        return Cluster.connect(
                Access.plain(kafka.bootstrap(), kafka.registry()), kafka.prefix(), RatingTopics.SIMULATION);
    }
}
