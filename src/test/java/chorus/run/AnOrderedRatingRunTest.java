package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.altruism.Game;
import chorus.broker.Topics;
import chorus.broker.orders.OrderSender;
import chorus.broker.ratings.RoundOrders;
import chorus.config.AltruismSettings;
import chorus.events.ratings.RatingTopics;
import chorus.orders.OrderDecision;
import chorus.ratings.AltruistOrder;
import chorus.ratings.AltruistOrder.End;
import chorus.ratings.AltruistOrder.Start;
import chorus.ratings.results.RoundResult;
import chorus.ratings.results.RoundRow;
import chorus.report.altruism.RoundsBundle;
import chorus.run.ratings.AltruistLines;
import chorus.run.ratings.RatingRun;
import chorus.run.ratings.RoundWatch;
import chorus.verify.ratings.RatingVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Altruists who begin and end on command: the run comes to what an experiment with the orders that it accepted comes to. */
class AnOrderedRatingRunTest extends OnAPlatform {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Scenario SCENARIO = RatingScenario.SMALL.with(
            "altruism.worlds=[{name: early, eta: 0.6}, {name: twin, altruists: false}, {name: late, begin: never},"
                    + " {name: later, begin: never}]",
            "altruism.cost=0.05",
            "altruism.patience=0.3");

    /** What is sent when a round is told of, and so decided in the one after it. */
    private static final Map<Integer, List<AltruistOrder>> SENT = Map.of(
            0,
                    List.of(
                            new Start(Optional.of("late"), Map.of("targets", "99")),
                            new Start(Optional.of("late"), Map.of("share", "2")),
                            new Start(Optional.of("late"), Map.of("eta", "0.4", "targets", "3", "choose", "random")),
                            new Start(Optional.empty(), Map.of("share", "0.6")),
                            new Start(Optional.empty(), Map.of())),
            1,
                    List.of(
                            new Start(Optional.of("twin"), Map.of()),
                            new Start(Optional.of("late"), Map.of()),
                            new End("nowhere")),
            3, List.of(new End("late"), new End("early")),
            4, List.of(new End("late")),
            6, List.of(new End("later")));

    @ParameterizedTest(name = "writers {0}, partitions {1}, stream threads {2}")
    @CsvSource({"1, 1, 1", "2, 3, 2"})
    void comesToTheFileOfTheExperimentWithItsOrders(int writers, int partitions, int threads) throws Exception {
        var name = "ordered-ratings-w" + writers;
        var settings = here(
                        name,
                        SCENARIO.with(
                                "simulate.writers=" + writers,
                                "kafka.partitions=" + partitions,
                                "stream.threads=" + threads))
                .settings();
        try (var cluster = ARatingRunTest.rated(settings)) {
            Topics.ensure(cluster, settings.kafka());
            List<RoundRow> rows;
            try (var sender = OrderSender.open(cluster, RatingTopics.ORDERS, PATIENCE)) {
                var sending = new Sending(sender, new ArrayList<>());
                var site = new Site(settings, cluster, new QuietWatch() {}, System::nanoTime);
                new RatingRun(site, directory.resolve(name).resolve("stores"), sending).run(new Stop(), stream -> {});
                rows = sending.rows();
            }
            ARatingRunTest.requireSound(
                    new RatingVerifier(cluster, settings.ratingRules(), () -> false).verify(), settings);
            List<OrderDecision> decided;
            try (var orders = RoundOrders.open(cluster)) {
                decided = List.copyOf(orders.orders());
            }
            assertThat(decided)
                    .extracting(OrderDecision::refused)
                    .containsExactly(
                            "targets = 99: must lie in 1…8",
                            "share = 2.0: must lie in 0…1",
                            "",
                            "",
                            "world: the altruists of none wait for an order (begin: never)",
                            "world = twin: is the twin, in which there are no altruists; others are early, late, later",
                            "world = late: an order starts its altruists in round 2",
                            "world = nowhere: there is no such world; there are early, late, later",
                            "",
                            "",
                            "world = late: an order ends its altruists in round 5",
                            "it could hold from round 8 on, and the run ends before");
            requireThatOfTheExperiment(rows, settings.altruism(), decided, settings.randomSeed());
        }
    }

    /** As orders.yaml of an earlier run gives them; what is sent beside them knows them. */
    @Test
    void thoseOfTheSettingsAreTakenToo() throws Exception {
        var scenario = SCENARIO.with(
                "altruism.orders=[{round: 3, order: Start, world: later, eta: 0.4}, {round: 6, order: End, world: later}]",
                "kafka.partitions=2",
                "simulate.writers=2");
        var settings = here("ordered-ratings-before", scenario).settings();
        try (var cluster = ARatingRunTest.rated(settings)) {
            Topics.ensure(cluster, settings.kafka());
            try (var sender = OrderSender.open(cluster, RatingTopics.ORDERS, PATIENCE)) {
                sender.send(new Start(Optional.of("later"), Map.of()));
            }
            var rows = new ArrayList<RoundRow>();
            var site = new Site(settings, cluster, new QuietWatch() {}, System::nanoTime);
            new RatingRun(
                            site,
                            directory.resolve("ordered-ratings-before/stores"),
                            (result, took, lag) -> rows.addAll(result.rows()))
                    .run(new Stop(), stream -> {});
            assertThat(RoundsBundle.csv(rows)).isEqualTo(RatingScenario.experiment(scenario.settings()));
            try (var orders = RoundOrders.open(cluster)) {
                assertThat(orders.orders())
                        .containsExactly(
                                OrderDecision.refused(0, "world = later: an order starts its altruists in round 3"));
            }
        }
    }

    private static void requireThatOfTheExperiment(
            List<RoundRow> rows, AltruismSettings settings, List<OrderDecision> decided, long seed) {
        var again = settings;
        for (var decision : decided) {
            if (decision.epoch().isPresent()) {
                again = again.ordered(AltruistLines.order(decision));
            }
        }
        assertThat(again.orders()).extracting(order -> order.round()).containsExactly(2, 2, 5, 5);
        assertThat(RoundsBundle.csv(rows)).isEqualTo(RoundsBundle.csv(Game.play(again, seed)));
        assertThat(members(rows, "late")).matches(of -> of.get(1) == 0 && of.get(2) > 0 && of.get(5) == 0);
        assertThat(members(rows, "later")).matches(of -> of.get(1) == 0 && of.get(2) > 0 && of.get(7) > 0);
    }

    private static List<Integer> members(List<RoundRow> rows, String world) {
        return rows.stream()
                .filter(row -> row.world().equals(world))
                .map(row -> row.campaign().members())
                .toList();
    }

    /** Keeps the rows, and sends what is to be sent. */
    private record Sending(OrderSender<AltruistOrder> sender, List<RoundRow> rows) implements RoundWatch {
        @Override
        public void round(RoundResult result, Duration took, long lag) {
            rows.addAll(result.rows());
            for (var order : SENT.getOrDefault(result.round(), List.of())) {
                try {
                    sender.send(order);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stopped);
                }
            }
        }
    }
}
