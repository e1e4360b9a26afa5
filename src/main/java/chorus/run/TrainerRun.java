package chorus.run;

import chorus.broker.Announced;
import chorus.broker.RowReader;
import chorus.broker.generations.GenerationLog;
import chorus.broker.orders.OrderLog;
import chorus.broker.refused.Refusals;
import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.events.Topic;
import chorus.orders.OrderDecision;
import chorus.playlist.Campaign;
import chorus.retrain.RowBook;
import chorus.retrain.Trainer;
import chorus.rows.CampaignOrder;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.TestRows;
import chorus.run.campaigns.CampaignCourt;
import chorus.run.campaigns.PlanSource;
import chorus.run.campaigns.Standpoint;
import chorus.run.orders.Sequencer;
import chorus.run.outage.Outlast;
import chorus.run.outage.Publisher;
import chorus.worlds.Worlds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The trainer at work: reads rows to each exact cut, trains and evaluates there, and publishes the generation whole. */
public final class TrainerRun {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long NONE = -1;

    private final Site site;
    private final Trainer trainer;
    private final Marker marker;
    private final PlanSource plan;
    private final RowBook book = new RowBook();
    private volatile long publishing = NONE;

    /** Who ends the epochs that the writers do not end; opened when training begins. */
    private interface Marker {
        EpochClock open() throws InterruptedException;
    }

    private TrainerRun(Site site, Marker marker, PlanSource plan) {
        this.site = site;
        this.marker = marker;
        this.plan = PlanSource.once(plan);
        trainer = new Trainer(site.settings().recommend(), site.settings().evaluate());
    }

    /** A trainer that ends epochs by the clock where the settings say so. */
    public static TrainerRun marking(Site site, PlanSource plan) {
        var clock = !site.settings().epochs().by().followsPlan();
        return new TrainerRun(site, () -> clock ? EpochClock.marking(site) : EpochClock.none(site), plan);
    }

    /** A trainer that leaves the marks to others, and takes no orders. */
    public static TrainerRun following(Site site) {
        return new TrainerRun(site, () -> EpochClock.none(site), () -> Standpoint.NONE);
    }

    /**
     * Trains until the generation {@code last} is published; with epochs by the clock, until {@code written} says that the
     * writers are done and a generation holds all they wrote.
     */
    public void train(long last, BooleanSupplier written, Stop stop) throws InterruptedException {
        try (var publisher = Publisher.open(
                        site.cluster(), site.nanos(), line -> site.watch().note(line));
                var log = GenerationLog.open(site.cluster(), publisher.refusals());
                var catalogue = Announced.open(site.cluster(), publisher.refusals());
                var reader = RowReader.newest(site.cluster(), book, publisher.refusals());
                var lists = new OrderedPlaylists(site, catalogue::holds);
                var orders = orders(log, publisher.refusals());
                var clock = marker.open()) {
            var work = new Work(publisher, catalogue, reader, lists, orders, clock);
            site.watch().orderedBefore(List.copyOf(log.orders()), orders.now(), plan);
            site.watch().ordered(List.of(), orders.now());
            follow(work, log.newest(), last, written, stop);
            if (!stop.asked()) {
                Outlast.silence(() -> refreshed(log, catalogue), stop::asked);
                publisher.keep();
            }
        }
    }

    /** What training has open. */
    private record Work(
            Publisher publisher,
            Announced catalogue,
            RowReader reader,
            OrderedPlaylists lists,
            Sequencer<CampaignOrder, Settings> orders,
            EpochClock clock) {}

    private Sequencer<CampaignOrder, Settings> orders(GenerationLog log, Refusals refusals)
            throws InterruptedException {
        var sent = OrderLog.open(site.cluster(), Topic.ORDERS, refusals);
        try {
            return CampaignCourt.sequencer(site.settings(), plan, sent, log.orders());
        } catch (InterruptedException | RuntimeException failed) {
            sent.close();
            throw failed;
        }
    }

    /** What was ordered up to now and is not decided yet; it is told of when the generation is published. */
    private List<OrderDecision> decided(long generation, Work work, Stop stop) throws InterruptedException {
        Outlast.silence(work.orders::refresh, stop::asked);
        return work.orders.decide(generation);
    }

    /** What came meanwhile is read, so that what is refused of it is kept. */
    private static boolean refreshed(GenerationLog log, Announced catalogue) throws InterruptedException {
        log.refresh();
        catalogue.refresh();
        return true;
    }

    private void follow(Work work, long from, long last, BooleanSupplier written, Stop stop)
            throws InterruptedException {
        var reader = work.reader;
        try (var wait = site.watch().waits("trainer", () -> awaited(reader))) {
            var newest = from;
            while (!stop.asked() && newest < last) {
                if (work.clock.finished(newest, written)) {
                    return;
                }
                var before = reader.delivered();
                var cut = reader.advance(POLL);
                if (reader.delivered() > before) {
                    wait.moved();
                }
                if (cut.isPresent() && cut.getAsLong() > newest) {
                    skip(newest + 1, cut.getAsLong(), work, stop);
                    newest = cut.getAsLong();
                    publishing = newest;
                    publish(newest, work, stop);
                    publishing = NONE;
                    wait.moved();
                }
                work.publisher.keep();
            }
        }
    }

    private String awaited(RowReader reader) {
        return publishing == NONE ? reader.awaited() : "generation " + publishing + " to be trained and written";
    }

    private void publish(long number, Work work, Stop stop) throws InterruptedException {
        var begin = site.nanos().getAsLong();
        var catalogue = work.catalogue;
        Outlast.silence(
                () -> {
                    catalogue.refresh();
                    return catalogue;
                },
                stop::asked);
        var settings = site.settings();
        var worlds = worlds(number, work.orders.now());
        var counted = settings.countedWorlds().names();
        var cut = book.cut(settings.heldOut(), counted, worlds, world -> work.lists.at(number, world));
        var campaigns = campaigns(number, work);
        var tests = new ArrayList<TestRows>();
        var asked = site.watch().keepsTests() ? trainer.telling(rows -> tests.add(rows.of(catalogue::track))) : trainer;
        var generation = asked.train(number, cut, campaigns, catalogue.artistOf());
        if (!tests.isEmpty()) {
            site.watch().tested(number, tests);
        }
        site.watch().trained(number, new Watch.Trained(book, worlds, campaigns, catalogue));
        var decided = decided(number, work, stop);
        publish(generation.row().with(decided), generation.evaluations(), work);
        tell(decided, work);
        site.watch().retrained(Duration.ofNanos(site.nanos().getAsLong() - begin));
        var lag =
                Outlast.silence(() -> site.cluster().lag(site.cluster().names().application()), stop::asked);
        site.watch().generation(generation, lag);
    }

    /** The worlds in which models of a generation are evaluated: without what orders bring later. */
    private Worlds worlds(long generation, Settings now) throws InterruptedException {
        return now.orders().isEmpty()
                ? now.allWorlds()
                : now.standing().worlds(generation - plan.plan().from());
    }

    private void publish(GenerationRow row, List<EvaluationRow> evaluations, Work work) throws InterruptedException {
        var cluster = site.cluster();
        work.publisher.publish(
                GenerationLog.batch(cluster, row, evaluations), () -> GenerationLog.holds(cluster, row.generation()));
    }

    private void tell(List<OrderDecision> decided, Work work) {
        if (!decided.isEmpty()) {
            site.watch().ordered(decided, work.orders.now());
        }
    }

    /** Campaigns of settings and orders that have started: the topic may already tell of later ones. By the clock, epochs of the plan are not ours. */
    private List<Campaign> campaigns(long generation, Work work) {
        var planned = site.settings().epochs().by().followsPlan();
        var named = work.orders.now().allCampaigns().stream()
                .map(CampaignSettings::name)
                .toList();
        return work.catalogue.campaigns().stream()
                .filter(campaign -> named.contains(campaign.name()))
                .filter(campaign -> !planned || campaign.start() <= generation)
                .toList();
    }

    /** Every epoch yields a generation or says why not: rows of these epochs may be compacted away. */
    private void skip(long from, long to, Work work, Stop stop) throws InterruptedException {
        for (var number = from; number < to; number++) {
            var reason = "ended while no trainer followed";
            var models = String.join(" ", site.settings().recommenders());
            var row = new GenerationRow(number, models, 0, 0, 0, 0, 0, 0, reason);
            var decided = decided(number, work, stop);
            publish(row.with(decided), List.of(), work);
            tell(decided, work);
            site.watch().skipped(row);
        }
    }
}
