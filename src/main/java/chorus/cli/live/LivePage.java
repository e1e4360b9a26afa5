package chorus.cli.live;

import chorus.broker.Cluster;
import chorus.config.Settings;
import chorus.metrics.TopicFlows;
import chorus.orders.OrderDecision;
import chorus.page.GenerationSheet;
import chorus.page.RunSheet;
import chorus.report.RunBundle;
import chorus.retrain.Generation;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.run.Watch.Trained;
import chorus.run.campaigns.PlanSource;
import chorus.serve.Asked;
import chorus.serve.Commands;
import chorus.serve.Feed;
import chorus.serve.Parts;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells the page of a run in this process. Thread-safe; nobody who tells it anything waits for a reader. */
public final class LivePage implements AutoCloseable {
    private final Feed feed;
    private final Moments moments;
    private final Exploring exploring;
    private final Ordering ordering;
    private final String version;
    /** The run as the page is told of it. */
    private final AtomicReference<String> sheet;

    private OptionalDouble retrained = OptionalDouble.empty();

    private LivePage(
            Feed feed,
            Moments moments,
            Exploring exploring,
            Ordering ordering,
            String version,
            AtomicReference<String> sheet) {
        this.ordering = ordering;
        this.version = version;
        this.sheet = sheet;
        this.feed = feed;
        this.moments = moments;
        this.exploring = exploring;
    }

    /** @param version of Chorus */
    public static LivePage of(Settings settings, String version, Parts parts) {
        var sheet = new AtomicReference<>(RunSheet.of(settings, version, true).json());
        var life = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        var feed = new Feed(life, Feed.Limits.USUAL, sheet::get);
        var moments = Moments.shown(feed, settings.kafka().prefix(), parts);
        return new LivePage(feed, moments, new Exploring(settings), new Ordering(settings), version, sheet);
    }

    public Feed feed() {
        return feed;
    }

    /** Continues playlists by the models of the newest generation. */
    public Asked explorer() {
        return exploring;
    }

    /** The book stands at the cut of the generation. */
    public void trained(long generation, Trained from) {
        exploring.keep(generation, from);
    }

    /** What can be ordered here. */
    public Commands commands() {
        return ordering.commands(exploring::find);
    }

    /** From now on orders can be sent, until what this returns is closed. */
    public Connected connected(Cluster cluster) throws InterruptedException {
        ordering.connected(cluster);
        return ordering::close;
    }

    /** A connection to whom orders are sent. */
    @FunctionalInterface
    public interface Connected extends AutoCloseable {
        /** That of a process that sends none. */
        Connected NOT = () -> {};

        @Override
        void close();
    }

    /** Where the plan stands, and what became of orders before training began. */
    public void before(List<OrderDecision> earlier, Settings now, PlanSource plan) {
        ordering.before(earlier, now, plan);
    }

    /** Orders were decided; the run may have more campaigns or worlds than before. */
    public void ordered(List<OrderDecision> decided, Settings now) {
        ordering.ordered(decided, now);
        var changed = RunSheet.of(now, version, true).json();
        if (!changed.equals(sheet.getAndSet(changed))) {
            feed.publish("ordered", changed);
        }
    }

    /** From now on the topology's own clients tell of its topics. */
    public void flows(Supplier<TopicFlows> flows) {
        moments.flows(flows);
    }

    /** Edits written by this process, all of them. */
    public void wrote(long edits) {
        moments.wrote(edits);
    }

    public synchronized void retrained(Duration took) {
        retrained = OptionalDouble.of(took.toNanos() / 1e9);
    }

    /** What the run has come to before this process began. */
    public void known(RunBundle bundle) {
        var rows = bundle.evaluations().stream().collect(Collectors.groupingBy(EvaluationRow::generation));
        var spread = bundle.distributions().stream().collect(Collectors.groupingBy(DistributionRow::generation));
        for (var row : bundle.generations()) {
            var number = row.generation();
            publish(
                    row,
                    rows.getOrDefault(number, List.of()),
                    spread.getOrDefault(number, List.of()),
                    OptionalDouble.empty());
        }
    }

    public synchronized void generation(Generation made, long lag) {
        publish(made.row(), made.evaluations(), made.distributions(), retrained);
        moments.generation(lag);
    }

    public void skipped(GenerationRow row) {
        publish(row, List.of(), List.of(), OptionalDouble.empty());
    }

    private void publish(
            GenerationRow row, List<EvaluationRow> rows, List<DistributionRow> spread, OptionalDouble seconds) {
        ordering.generation(row.generation());
        feed.publish(
                "generation", GenerationSheet.of(row, rows, spread, seconds).json());
    }

    /** The work is done, or was stopped. */
    public void ended(boolean done) {
        feed.publish("ended", "{\"done\":" + done + "}");
    }

    @Override
    public void close() {
        moments.close();
    }
}
