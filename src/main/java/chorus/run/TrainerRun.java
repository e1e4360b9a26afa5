package chorus.run;

import chorus.broker.Catalogue;
import chorus.broker.GenerationLog;
import chorus.broker.RowReader;
import chorus.config.EpochSettings;
import chorus.playlist.Campaign;
import chorus.retrain.RowBook;
import chorus.retrain.Trainer;
import chorus.rows.results.GenerationRow;
import chorus.topology.StreamsApp;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The trainer at work: reads rows to each exact cut, trains and evaluates there, and publishes the generation whole. */
public final class TrainerRun {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Site site;
    private final Trainer trainer;
    private final RowBook book = new RowBook();

    public TrainerRun(Site site) {
        this.site = site;
        trainer = new Trainer(site.settings().recommend(), site.settings().evaluate());
    }

    /**
     * Trains until the generation {@code last} is published; with epochs by the clock, until {@code written} says that the
     * writers are done and a generation holds all they wrote.
     */
    public void train(long last, BooleanSupplier written, Stop stop) throws InterruptedException {
        try (var log = GenerationLog.open(site.cluster());
                var publisher = GenerationLog.Writer.open(site.cluster());
                var catalogue = Catalogue.open(site.cluster());
                var reader = RowReader.newest(site.cluster(), book);
                var clock = clock();
                var wait = site.watch().waits("trainer", reader::awaited)) {
            var newest = log.newest();
            while (!stop.asked() && newest < last) {
                if (clock.finished(newest, written)) {
                    return;
                }
                var before = reader.delivered();
                var cut = reader.advance(POLL);
                if (reader.delivered() > before) {
                    wait.moved();
                }
                if (cut.isPresent() && cut.getAsLong() > newest) {
                    skip(newest + 1, cut.getAsLong(), publisher);
                    newest = cut.getAsLong();
                    publish(newest, catalogue, publisher);
                }
            }
        }
    }

    private EpochClock clock() throws InterruptedException {
        return site.settings().epochs().by() == EpochSettings.By.clock
                ? EpochClock.marking(site.cluster(), site.settings().epochs().every(), site.nanos())
                : EpochClock.none();
    }

    private void publish(long number, Catalogue catalogue, GenerationLog.Writer publisher) throws InterruptedException {
        catalogue.refresh();
        var settings = site.settings();
        var cut = book.cut(settings.evaluate().heldOut(), settings.allWorlds());
        var generation = trainer.train(number, cut, campaigns(number, catalogue), catalogue.artistOf());
        publisher.publish(generation.row(), generation.evaluations());
        site.watch().generation(generation, site.cluster().lag(StreamsApp.applicationId(settings)));
    }

    /** Campaigns that have started: the topic may already tell of later ones. By the clock, epochs of the plan are not ours. */
    private List<Campaign> campaigns(long generation, Catalogue catalogue) {
        var clock = site.settings().epochs().by() == EpochSettings.By.clock;
        return catalogue.campaigns().stream()
                .filter(campaign -> clock || campaign.start() <= generation)
                .toList();
    }

    /** Every epoch yields a generation or says why not: rows of these epochs may be compacted away. */
    private void skip(long from, long to, GenerationLog.Writer publisher) {
        for (var number = from; number < to; number++) {
            var reason = "ended while no trainer followed";
            var model = site.settings().recommend().model().name();
            var row = new GenerationRow(number, model, 0, 0, 0, 0, 0, 0, reason);
            publisher.publish(row, List.of());
            site.watch().skipped(row);
        }
    }
}
