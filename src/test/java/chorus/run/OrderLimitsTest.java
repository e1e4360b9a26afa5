package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.broker.generations.GenerationLog;
import chorus.broker.orders.OrderLog;
import chorus.broker.orders.OrderSender;
import chorus.broker.refused.Refusals;
import chorus.config.Settings;
import chorus.events.Topic;
import chorus.orders.OrderDecision;
import chorus.playlist.TrackId;
import chorus.rows.CampaignOrder;
import chorus.rows.results.GenerationRow;
import chorus.run.campaigns.CampaignCourt;
import chorus.run.campaigns.PlanSource;
import chorus.run.campaigns.Standpoint;
import chorus.run.orders.Sequencer;
import chorus.simulate.Plan;
import chorus.simulate.ReplayPlan;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.replay.Reading;
import chorus.simulate.replay.Reading.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What orders cannot do to a run: make a generation that no broker takes, or end it by what nobody foresaw. */
class OrderLimitsTest extends OnAPlatform {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] KEY = new byte[Long.BYTES];
    private static final Scenario SCENARIO = Scenario.small().with("campaigns[0].hold=9", "simulate.epochs=20");

    private Settings settings;
    private Cluster cluster;

    @BeforeEach
    void topics(TestInfo test) {
        settings = here(test.getTestMethod().orElseThrow().getName(), SCENARIO).settings();
        cluster = connect(settings);
        Topics.ensure(cluster, settings.kafka());
    }

    @AfterEach
    void disconnect() {
        cluster.close();
    }

    @Test
    void aGenerationDecidesAHundredAndTheNextOneTheRest() throws Exception {
        send(IntStream.range(0, 250)
                .mapToObj(i -> new CampaignOrder.End("nobody " + i, false))
                .toList());
        try (var sequencer = open(settings, plan(SimulatedPlan.draw(settings)))) {
            assertThat(offsets(sequencer.decide(1))).isEqualTo(from(0, 100));
            assertThat(offsets(sequencer.decide(2))).isEqualTo(from(100, 200));
            assertThat(offsets(sequencer.decide(3))).isEqualTo(from(200, 250));
            assertThat(sequencer.decide(4)).isEmpty();
        }
    }

    /** Each is accepted and has 1,999 shares of 18 letters, which are told in the generation: together more than a record may have. */
    @Test
    void aGenerationOfTheLongestOrdersIsOneThatBrokersTake() throws Exception {
        var shares = Collections.nCopies(1000, 0.1234567890123456);
        send(IntStream.range(0, 40)
                .mapToObj(i -> start("late " + i, shares, Optional.empty(), "factual"))
                .toList());
        var decided = new ArrayList<OrderDecision>();
        try (var sequencer = open(settings, plan(SimulatedPlan.draw(settings)));
                var producer = cluster.producer(Map.of())) {
            for (var generation = 1; generation < 10; generation++) {
                var decisions = sequencer.decide(generation);
                decided.addAll(decisions);
                var row = new GenerationRow(generation, "PooledNN", 0, 0, 0, 0, 0, 0, "").with(decisions);
                var told = cluster.events().generations().encode(row);
                producer.send(new ProducerRecord<>(cluster.names().generations(), KEY, told))
                        .get();
            }
        }
        assertThat(decided)
                .hasSize(40)
                .allSatisfy(each -> assertThat(each.refused()).isEmpty())
                .allSatisfy(each -> assertThat(each.order()).hasSizeGreaterThan(1999 * 18));
        assertThat(offsets(decided)).isEqualTo(from(0, 40));
    }

    @Test
    void aReasonIsCutOff() throws Exception {
        send(List.of(start("late", List.of(1.0), Optional.empty(), "w".repeat(600))));
        try (var sequencer = open(settings, plan(SimulatedPlan.draw(settings)))) {
            assertThat(sequencer.decide(1)).singleElement().satisfies(late -> assertThat(late.refused())
                    .isEqualTo("world = " + "w".repeat(492) + "…"));
        }
    }

    /** One id is left for targets, which the campaign of the settings has: what is thrown for the next is for whoever reads files. */
    @Test
    void whatNobodyForesawRefusesTheOrderAndNoOther() throws Exception {
        var replayed = here("unforeseen", Scenario.small())
                .with(
                        "replay.fillEpochs=1",
                        "campaigns=[{name: lift, strategy: {InsertAt: 0}, budget: 1, start: 1, hold: 9, leave: [0]}]",
                        "evaluate.testShare=0")
                .settings();
        var known = Map.of("known", new TrackId(TrackId.BOUND - 2 - TRACKS));
        var full = ReplayPlan.of(playlists(), replayed, known);
        send(List.of(
                start("late", List.of(1.0), Optional.empty(), "factual"),
                start("found", List.of(1.0), Optional.of("{uri: t3}"), "factual")));
        try (var sequencer = open(replayed, plan(full))) {
            assertThat(sequencer.decide(3))
                    .satisfiesExactly(
                            late -> assertThat(late.refused())
                                    .startsWith("unforeseen: chorus.simulate.replay.input.MalformedInput: the files, ")
                                    .endsWith(" tracks and targets: no more have ids"),
                            found -> assertThat(found.refused()).isEmpty());
            assertThat(sequencer.now().orders()).hasSize(1);
        }
    }

    @Test
    void whoCannotTellThePlanRefusesNothing() throws Exception {
        send(List.of(new CampaignOrder.End("lift", false)));
        PlanSource away = () -> {
            throw new IllegalStateException("brokers are away");
        };
        try (var sequencer = open(settings, away)) {
            assertThatThrownBy(() -> sequencer.decide(1)).hasMessage("brokers are away");
        }
    }

    private static final int TRACKS = 25;

    /** Eight playlists of the same tracks. */
    private static Reading playlists() throws IOException {
        var tracks = IntStream.range(0, TRACKS)
                .mapToObj(i ->
                        "{\"pos\":%1$d,\"track_uri\":\"t%1$d\",\"track_name\":\"T\",\"artist_uri\":\"a\",\"artist_name\":\"A\"}"
                                .formatted(i))
                .collect(Collectors.joining(","));
        var playlists = IntStream.range(0, 8)
                .mapToObj(i -> "{\"pid\":%d,\"modified_at\":1500000000,\"tracks\":[%s]}".formatted(i, tracks))
                .collect(Collectors.joining(","));
        var folder = Files.createDirectory(directory.resolve("files"));
        Files.writeString(folder.resolve("mpd.slice.0-999.json"), "{\"playlists\":[" + playlists + "]}");
        return Reading.of(folder, Rules.USUAL).require();
    }

    private static CampaignOrder start(String name, List<Double> shares, Optional<String> target, String world) {
        return new CampaignOrder.Start(
                name,
                "Random",
                target,
                OptionalInt.of(0),
                OptionalDouble.empty(),
                shares,
                0,
                Stream.concat(shares.stream().skip(1), Stream.of(0.0)).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(world));
    }

    private void send(List<? extends CampaignOrder> orders) throws InterruptedException {
        try (var sender = OrderSender.open(cluster, Topic.ORDERS, PATIENCE)) {
            for (var order : orders) {
                sender.send(order);
            }
        }
    }

    private static PlanSource plan(Plan plan) {
        return () -> new Standpoint(Optional.of(plan), plan.campaignsFrom());
    }

    private Sequencer<CampaignOrder, Settings> open(Settings initial, PlanSource source) throws InterruptedException {
        try (var log = GenerationLog.open(cluster)) {
            var orders = OrderLog.open(cluster, Topic.ORDERS, Refusals.PASSED_OVER);
            return CampaignCourt.sequencer(initial, source, orders, log.orders());
        }
    }

    private static List<Long> offsets(List<OrderDecision> decisions) {
        return decisions.stream().map(OrderDecision::offset).toList();
    }

    private static List<Long> from(int first, int end) {
        return IntStream.range(first, end).mapToObj(Long::valueOf).toList();
    }
}
