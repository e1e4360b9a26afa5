package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.broker.generations.GenerationLog;
import chorus.broker.orders.OrderSender;
import chorus.config.OrderSettings;
import chorus.config.OrderSettings.Order;
import chorus.config.OrderSettings.Plants;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.events.Topic;
import chorus.orders.OrderDecision;
import chorus.retrain.Generation;
import chorus.rows.CampaignOrder;
import chorus.run.campaigns.Wire;
import chorus.run.whole.WholeRun;
import chorus.simulate.SimulatedPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that are sent while a run goes: it comes to what an experiment with its orders.yaml comes to, byte for byte. */
class OrderedRunTest extends OnAPlatform {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Scenario SCENARIO =
            Scenario.small().with("spareWorlds=1", "simulate.epochs=7", "campaigns[0].hold=9");

    private static final CampaignOrder MINE = new CampaignOrder.AddWorld("mine");
    private static final CampaignOrder LATE = Wire.raw(start(
            "late",
            "strategy: InClust, budget: 9, target: {rank: [1, 1]},"
                    + " join: [0.5, 1], hold: 9, leave: [0.5, 0], world: mine"));

    /** What is sent when a generation is told of, and so decided in the one after it. */
    private static final Map<Long, List<CampaignOrder>> SENT = Map.of(
            0L, List.of(MINE, new CampaignOrder.AddWorld("more"), LATE),
            1L, List.of(Wire.raw(start("late", "strategy: Random, budget: 2")), new CampaignOrder.End("nobody", false)),
            2L,
                    List.of(
                            new CampaignOrder.End("lift", true),
                            Wire.raw(start("vast", "strategy: DirLoF, budget: 9000000, world: mine"))),
            3L, List.of(new CampaignOrder.End("late", false)),
            6L, List.of(new CampaignOrder.AddWorld("never")));

    @ParameterizedTest(name = "writers {0}, partitions {1}, stream threads {2}")
    @CsvSource({"1, 1, 1", "2, 3, 2"})
    void comesToTheFileOfTheExperimentWithItsOrders(int writers, int partitions, int threads) throws Exception {
        var name = "ordered-w" + writers;
        var settings = here(
                        name,
                        SCENARIO.with(
                                "simulate.writers=" + writers,
                                "kafka.partitions=" + partitions,
                                "stream.threads=" + threads))
                .settings();
        var out = directory.resolve(name);
        try (var cluster = connect(settings)) {
            Topics.ensure(cluster, settings.kafka());
            try (var sender = OrderSender.open(cluster, Topic.ORDERS, PATIENCE)) {
                var told = new Sending(new KeptRun(out, settings), sender);
                var site = new Site(settings, cluster, told, System::nanoTime);
                new WholeRun(site, SimulatedPlan.draw(settings), out.resolve("stores"), Pace.FULL_SPEED)
                        .run(new Stop(), stream -> {});
            }
            assertThat(verify(settings, cluster).first()).isEmpty();
            assertThat(decided(cluster))
                    .extracting(OrderDecision::refused)
                    .satisfiesExactly(
                            mine -> assertThat(mine).isEmpty(),
                            more -> assertThat(more)
                                    .isEqualTo(
                                            "world = more: no world is spare; spareWorlds = 1 in the settings of the run"),
                            late -> assertThat(late).isEmpty(),
                            twice -> assertThat(twice).isEqualTo("campaign = late: there is one of that name"),
                            nobody -> assertThat(nobody)
                                    .startsWith("campaign = nobody: there is no such campaign; known are lift"),
                            stays -> assertThat(stays).isEmpty(),
                            vast -> assertThat(vast).startsWith("campaign vast wants 9000000 playlists, but only "),
                            back -> assertThat(back).isEmpty(),
                            never -> assertThat(never)
                                    .isEqualTo("it could hold from epoch 8 on, and the run ends before"));
            assertThat(orders(out)).extracting(OrderSettings::epoch).containsExactly(2, 2, 4, 5);
            assertThat(orders(out).get(2).order()).isEqualTo(new Order.End("lift", Plants.stay));
        }
        requireThatOfTheExperiment(settings, out, name + "-experiment");
        assertThat(KeptRun.evaluations(out).lines().filter(line -> line.contains(",mine,late,")))
                .hasSize(6);
    }

    /** Orders that lie there before the run begins are taken by its first generation; kills come after that. */
    @Test
    void killedAndStartedAgainItKnowsThemAsBefore() throws Exception {
        var scenario = here("killed", SCENARIO.with("simulate.epochs=20", "simulate.writers=2", "kafka.partitions=2"));
        var settings = scenario.settings();
        var out = directory.resolve("killed");
        try (var cluster = connect(settings)) {
            Topics.ensure(cluster, settings.kafka());
            try (var sender = OrderSender.open(cluster, Topic.ORDERS, PATIENCE)) {
                sender.send(MINE);
                sender.send(LATE);
            }
            for (var kill = 0; kill < 2; kill++) {
                try (var run = start(scenario, out)) {
                    var least = KeptRun.generations(out) + 2;
                    await().atMost(Duration.ofMinutes(3))
                            .until(() -> !run.isAlive() || KeptRun.generations(out) > least);
                    assertThat(run.isAlive()).as(run::said).isTrue();
                    run.kill();
                }
            }
            try (var sender = OrderSender.open(cluster, Topic.ORDERS, PATIENCE)) {
                sender.send(new CampaignOrder.End("late", false));
            }
            try (var run = start(scenario, out)) {
                assertThat(run.exitCode()).as(run::said).isZero();
            }
            assertThat(verify(settings, cluster).first()).isEmpty();
            assertThat(decided(cluster)).hasSize(3).allMatch(decision -> decision.epoch()
                    .isPresent());
        }
        assertThat(orders(out).subList(0, 2)).extracting(OrderSettings::epoch).containsExactly(1, 1);
        requireThatOfTheExperiment(settings, out, "killed-experiment");
    }

    private static ChildRun start(Scenario scenario, Path out) throws IOException {
        var command = new ArrayList<>(List.of("run", "--out", out.toString()));
        scenario.sets().forEach(set -> command.addAll(List.of("--set", set)));
        return ChildRun.start(directory.resolve("said"), command);
    }

    private static void requireThatOfTheExperiment(Settings settings, Path out, String aside) throws IOException {
        var again = settings.ordered(orders(out));
        assertThat(KeptRun.evaluations(out)).isEqualTo(UndisturbedRun.evaluations(again, directory.resolve(aside)));
    }

    private static List<OrderSettings> orders(Path out) {
        return SettingsLoader.load(Optional.empty(), Optional.of(out.resolve("orders.yaml")), SCENARIO.sets())
                .orders();
    }

    private static List<OrderDecision> decided(Cluster cluster) throws InterruptedException {
        try (var log = GenerationLog.open(cluster)) {
            return List.copyOf(log.orders());
        }
    }

    private static Order start(String campaign, String keys) {
        return SettingsLoader.order("test", "{epoch: 1, order: Start, campaign: " + campaign + ", " + keys + "}")
                .order();
    }

    /** Keeps the files, and sends what is to be sent. */
    private record Sending(KeptRun files, OrderSender<CampaignOrder> sender) implements QuietWatch {
        @Override
        public void ordered(List<OrderDecision> decided, Settings now) {
            files.ordered(decided, now);
        }

        @Override
        public void generation(Generation generation, long lag) {
            files.generation(generation, lag);
            for (var order : SENT.getOrDefault(generation.row().generation(), List.of())) {
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
