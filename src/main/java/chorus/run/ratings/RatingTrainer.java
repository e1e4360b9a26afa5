package chorus.run.ratings;

import chorus.altruism.game.Crowd;
import chorus.altruism.measure.Rounds;
import chorus.altruism.platform.Learner;
import chorus.altruism.platform.Learner.Learnt;
import chorus.altruism.platform.Rated;
import chorus.broker.RowReader;
import chorus.broker.orders.OrderLog;
import chorus.broker.ratings.RatedDelivery;
import chorus.broker.ratings.RoundBatch;
import chorus.broker.ratings.RoundLog;
import chorus.broker.refused.Refusals;
import chorus.config.AltruismSettings;
import chorus.events.ratings.RatingTopics;
import chorus.orders.OrderDecision;
import chorus.ratings.AltruistOrder;
import chorus.ratings.RatedEntry;
import chorus.ratings.RatedUser;
import chorus.ratings.results.RoundResult;
import chorus.run.Stop;
import chorus.run.orders.Sequencer;
import chorus.run.outage.Outlast;
import chorus.run.outage.Publisher;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The platform at work: reads what is known of users to each exact cut, completes it in every world, and publishes the round whole, with
 * the picks that users get and what it remembers. It follows the users by these picks, to say what a round comes to.
 */
public final class RatingTrainer {
    private static final Duration POLL = Duration.ofMillis(100);

    private final RatingSite site;
    private final RoundWatch watch;
    private final Stop stop;
    private final Crowd crowd;
    private final List<Platformed> worlds;
    private volatile int learning = -1;

    /** A world's platform, what it was told, and the world's bit in sets of worlds. */
    private record Platformed(String name, int bit, Rated rated, Learner learner) {}

    public RatingTrainer(RatingSite site, RoundWatch watch, Stop stop) {
        this.site = site;
        this.watch = watch;
        this.stop = stop;
        crowd = site.crowd();
        var bits = site.rules().worlds();
        worlds = site.shape().worlds().stream()
                .map(name -> new Platformed(
                        name,
                        bits.indexOf(name),
                        new Rated(site.shape().users(), site.shape().items()),
                        new Learner(
                                site.settings(),
                                site.ground().chance(),
                                site.ground().consumptionIsTold())))
                .toList();
    }

    /** Works until the last round is published, or a stop is asked for. */
    public void train() throws InterruptedException {
        var cluster = site.site().cluster();
        try (var publisher = Publisher.open(cluster, site.site().nanos(), line -> site.site()
                        .watch()
                        .note(line));
                var log = RoundLog.open(cluster, site.shape(), publisher.refusals());
                var orders = orders(log, publisher.refusals());
                var reader = RowReader.newest(
                        cluster, RatedDelivery.to(this::take, cluster, site.rules(), publisher.refusals()))) {
            takeUp(log, orders);
            follow(log.newest(), new Work(reader, publisher, orders));
            if (!stop.asked()) {
                Outlast.silence(
                        () -> {
                            log.refresh();
                            return log;
                        },
                        stop::asked);
                publisher.keep();
            }
        }
    }

    /** What learning has open. */
    private record Work(RowReader reader, Publisher publisher, Sequencer<AltruistOrder, AltruismSettings> orders) {}

    private Sequencer<AltruistOrder, AltruismSettings> orders(RoundLog log, Refusals refusals)
            throws InterruptedException {
        var sent = OrderLog.open(site.site().cluster(), RatingTopics.ORDERS, refusals);
        return AltruistCourt.sequencer(site.settings(), sent, log.orders());
    }

    /** Brings users and platforms to where an earlier life left them. */
    private void takeUp(RoundLog log, Sequencer<AltruistOrder, AltruismSettings> orders) {
        crowd.know(orders.now().allWorlds());
        for (var round = 0; round <= log.newest(); round++) {
            act(round);
            crowd.had(round, log.takePicks(round));
        }
        worlds.forEach(world -> world.learner().remember(log.memory(world.name())));
    }

    private void act(int round) {
        for (var world = 0; world < worlds.size(); world++) {
            crowd.act(world, round, _ -> {});
        }
    }

    private void take(RatedEntry entry) {
        if (entry instanceof RatedUser user) {
            worlds.forEach(world -> world.rated().put(user.user(), user.in(world.bit())));
        }
    }

    private void follow(int from, Work work) throws InterruptedException {
        var reader = work.reader;
        var last = site.settings().rounds() - 1;
        try (var wait = site.site().watch().waits("trainer", () -> awaited(reader))) {
            var newest = from;
            while (!stop.asked() && newest < last) {
                var before = reader.delivered();
                var cut = reader.advance(POLL);
                if (reader.delivered() > before) {
                    wait.moved();
                }
                if (cut.isPresent() && cut.getAsLong() > newest) {
                    require(newest + 1, cut.getAsLong());
                    newest++;
                    learning = newest;
                    learn(newest, work);
                    learning = -1;
                    wait.moved();
                }
                work.publisher.keep();
            }
        }
    }

    /** In lock-step no round begins before the one before is published. */
    private static void require(int expected, long cut) {
        if (cut != expected) {
            throw new IllegalStateException("the rows of round " + cut + " have come before round " + expected
                    + " was published: somebody else ended rounds in this log");
        }
    }

    private String awaited(RowReader reader) {
        return learning < 0 ? reader.awaited() : "round " + learning + " to be learnt and written";
    }

    private void learn(int round, Work work) throws InterruptedException {
        var begin = site.site().nanos().getAsLong();
        act(round);
        var learnt = IntStream.range(0, worlds.size())
                .parallel()
                .mapToObj(world ->
                        worlds.get(world).learner().learn(worlds.get(world).rated()))
                .toList();
        var rows = Rounds.of(round, crowd, learnt);
        var picks = learnt.stream().map(Learnt::picks).toList();
        var memory = worlds.stream().map(world -> world.learner().memory()).toList();
        var cluster = site.site().cluster();
        var result = new RoundResult(rows, decided(round, work.orders));
        work.publisher.publish(
                RoundBatch.of(cluster, result, picks, memory), () -> RoundLog.holds(cluster, site.shape(), round));
        crowd.know(work.orders.now().allWorlds());
        crowd.had(round, picks);
        var took = Duration.ofNanos(site.site().nanos().getAsLong() - begin);
        site.site().watch().retrained(took);
        var lag = Outlast.silence(() -> cluster.lag(cluster.names().application()), stop::asked);
        watch.round(result, took, lag);
    }

    /** What was ordered up to now and is not decided yet. */
    private List<OrderDecision> decided(int round, Sequencer<AltruistOrder, AltruismSettings> orders)
            throws InterruptedException {
        Outlast.silence(orders::refresh, stop::asked);
        return orders.decide(round);
    }
}
