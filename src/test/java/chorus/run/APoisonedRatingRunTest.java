package chorus.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.events.Topic;
import chorus.events.ratings.RatingTopics;
import chorus.orders.OrderDecision;
import chorus.ratings.AltruistOrder;
import chorus.ratings.RatedMark;
import chorus.ratings.RatedUser;
import chorus.ratings.Rating;
import chorus.ratings.Rating.Kind;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import chorus.ratings.results.MemoryOf;
import chorus.ratings.results.PicksOf;
import chorus.ratings.results.RoundResult;
import chorus.ratings.results.RoundRow;
import chorus.report.altruism.RoundsBundle;
import chorus.run.ratings.RatingRun;
import chorus.verify.ratings.RatingVerifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever anybody writes on the second simulation's topics, before it begins and while it goes on, a run comes to what it comes to. */
class APoisonedRatingRunTest extends OnAPlatform {
    private int sent;

    @Test
    void comesToWhatAnUndisturbedOneDoes() throws Exception {
        var scenario = RatingScenario.SMALL.with("kafka.partitions=1");
        var settings = here("poisoned", scenario).settings();
        var rows = new ArrayList<RoundRow>();
        var told = new ArrayList<String>();
        var watch = new QuietWatch() {
            @Override
            public void note(String what) {
                told.add(what);
            }
        };
        try (var cluster = ARatingRunTest.rated(settings)) {
            Topics.ensure(cluster, settings.kafka());
            poison(cluster, 0);
            var site = new Site(settings, cluster, watch, System::nanoTime);
            var stores = directory.resolve("poisoned/stores");
            new RatingRun(site, stores, (round, took, lag) -> {
                        rows.addAll(round.rows());
                        again(cluster, round);
                    })
                    .run(new Stop(), stream -> {});
            assertThat(RoundsBundle.csv(rows)).isEqualTo(RatingScenario.experiment(scenario.settings()));
            ARatingRunTest.requireSound(
                    new RatingVerifier(cluster, settings.ratingRules(), () -> false).verify(), settings);
            assertThat(told)
                    .anyMatch(line ->
                            line.startsWith("refused: topic " + settings.kafka().prefix() + "rounds"));
            var refused = settings.kafka().prefix() + "ratings-refused";
            var kept = RawTopics.count(platform.bootstrap(), List.of(refused));
            assertThat(kept.get(refused)).isEqualTo(sent);
        }
    }

    private void again(Cluster cluster, RoundResult round) {
        try {
            if (round.round() == 2) {
                poison(cluster, round.round());
                orders(cluster, round);
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** One record of every kind that is not to be had, on every topic. */
    private void poison(Cluster cluster, int round) throws Exception {
        for (var topic : List.of(
                RatingTopics.RATINGS,
                RatingTopics.RATED,
                RatingTopics.PICKS,
                RatingTopics.MEMORY,
                RatingTopics.ROUNDS,
                RatingTopics.ORDERS)) {
            raw(topic, cluster, key(1), "no record".getBytes(UTF_8));
        }
        send(RatingTopics.RATINGS, cluster, key(3), said(round, 3, Long.MAX_VALUE));
        send(RatingTopics.RATINGS, cluster, key(3), said(Integer.MAX_VALUE, 3, 1));
        send(RatingTopics.RATINGS, cluster, key(-1), new RoundEnded(round, 0, 7));
        send(RatingTopics.RATINGS, cluster, key(-2), new RoundEnded(Integer.MAX_VALUE, 0, 1));
        send(RatingTopics.RATED, cluster, key(0, 4), new RatedUser(3, List.of()));
        rated(cluster, -5, 3, 4, .5);
        rated(cluster, 200, 3, 4, .5);
        rated(cluster, 3, 3, 60, .5);
        rated(cluster, 3, 4, 4, .5);
        rated(cluster, 3, 3, 4, Double.NaN);
        send(
                RatingTopics.RATED,
                cluster,
                ByteBuffer.allocate(8).putLong(-1 - (5000L << 20)).array(),
                new RatedMark(5000, 0, 1, List.of(), 0, 0));
        send(RatingTopics.PICKS, cluster, key(7, 0, 0), new PicksOf(7, "factual", 0, new int[200]));
        send(RatingTopics.PICKS, cluster, key(0, 0, 0), new PicksOf(0, "nowhere", 0, new int[200]));
        send(RatingTopics.PICKS, cluster, key(round + 1, 0, 0), new PicksOf(round + 1, "factual", 0, new int[] {60}));
        send(RatingTopics.ORDERS, cluster, key(1), new AltruistOrder.End("factual"));
        send(RatingTopics.MEMORY, cluster, key(0, 0), new MemoryOf(0, "nowhere", 1, 0, new double[1]));
        send(RatingTopics.MEMORY, cluster, key(0, 0), new MemoryOf(0, "factual", 1, 5, new double[1]));
        send(RatingTopics.MEMORY, cluster, key(0, 0), new MemoryOf(0, "factual", Integer.MAX_VALUE, 0, new double[1]));
    }

    /** The next round, with orders that are none, or that would hold before anybody could hear of them. */
    private void orders(Cluster cluster, RoundResult round) throws Exception {
        var next = round.round() + 1;
        var rows = round.rows().stream()
                .map(row -> new RoundRow(
                        next,
                        row.world(),
                        row.platform(),
                        row.campaign(),
                        row.welfare(),
                        row.ideal(),
                        row.twin(),
                        row.against()))
                .toList();
        for (var decision : List.of(
                OrderDecision.accepted(0, next + 1, ""),
                OrderDecision.accepted(0, next + 1, "["),
                OrderDecision.accepted(0, next + 1, "{round: 5, order: Nonsense}"),
                OrderDecision.accepted(0, next, "{round: 5, order: End, world: factual}"))) {
            send(RatingTopics.ROUNDS, cluster, key(0, next), new RoundResult(rows, List.of(decision)));
        }
    }

    private void rated(Cluster cluster, int user, int worlds, int item, double value) throws Exception {
        var part = new RatedUser.Part(worlds, new int[] {item}, new double[] {value});
        var key = ByteBuffer.allocate(Long.BYTES).putLong(user).array();
        send(RatingTopics.RATED, cluster, key, new RatedUser(user, List.of(part)));
    }

    private static Said said(int round, int user, long sequence) {
        return new Said(new Rating(round, user, 4, .5, Kind.ALTRUISTIC), sequence, "factual");
    }

    private static byte[] key(int... places) {
        var key = ByteBuffer.allocate(Integer.BYTES * places.length);
        for (var place : places) {
            key.putInt(place);
        }
        return key.array();
    }

    private <T> void send(Topic<T> topic, Cluster cluster, byte[] key, T value) throws Exception {
        raw(topic, cluster, key, cluster.events().of(topic).encode(value));
    }

    private void raw(Topic<?> topic, Cluster cluster, byte[] key, byte[] value) throws Exception {
        RawTopics.send(platform.bootstrap(), cluster.names().of(topic), key, value);
        sent++;
    }
}
