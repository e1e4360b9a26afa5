package chorus.cli.live;

import chorus.config.AltruismSettings;
import chorus.config.Settings;
import chorus.page.RoundSheet;
import chorus.page.RoundsSheet;
import chorus.page.RoundsSheet.Figure;
import chorus.ratings.results.RoundRow;
import chorus.report.Table.Column;
import chorus.report.Table.Kind;
import chorus.report.altruism.RoundTable;
import chorus.serve.Feed;
import chorus.serve.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the page of a run of the second simulation in this process. Thread-safe; nobody who tells it anything waits for a reader. */
public final class RoundPage implements AutoCloseable {
    /** All of rounds.csv but the world's name. */
    private static final List<Column<RoundRow>> FIGURES = RoundTable.ROUNDS.columns().stream()
            .filter(column -> column.kind() != Kind.TEXT)
            .toList();

    private final Function<AltruismSettings, String> sheet;
    private final AtomicReference<String> told;
    private final Feed feed;
    private final Moments moments;

    private RoundPage(
            Function<AltruismSettings, String> sheet, AtomicReference<String> told, Feed feed, Moments moments) {
        this.sheet = sheet;
        this.told = told;
        this.feed = feed;
        this.moments = moments;
    }

    /** @param version of Chorus */
    public static RoundPage of(Settings settings, String version, Parts parts) {
        Function<AltruismSettings, String> sheet =
                altruism -> sheet(settings, altruism, version, true).json();
        var told = new AtomicReference<>(sheet.apply(settings.altruism()));
        var life = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        var feed = new Feed(life, Feed.Limits.USUAL, told::get);
        return new RoundPage(
                sheet, told, feed, Moments.shown(feed, settings.kafka().prefix(), parts));
    }

    /**
     * What the page must know before the rounds.
     *
     * @param altruism of the settings, with what was ordered since
     * @param live the run goes on in the process that serves the page
     */
    public static RoundsSheet sheet(Settings settings, AltruismSettings altruism, String version, boolean live) {
        var figures = FIGURES.stream()
                .map(column -> new Figure(column.name(), column.meaning()))
                .toList();
        return RoundsSheet.of(settings, altruism, version, live, figures);
    }

    public Feed feed() {
        return feed;
    }

    /** Orders say when altruists begin and end. */
    public void ordered(AltruismSettings now) {
        var changed = sheet.apply(now);
        told.set(changed);
        feed.publish("ordered", changed);
    }

    /** What the run has come to before this process began. */
    public void known(List<RoundRow> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(RoundRow::round, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(round -> publish(round, Optional.empty()));
    }

    /** A round is published, in all worlds. */
    public void round(List<RoundRow> round, Duration took, long lag) {
        publish(round, Optional.of(took));
        moments.generation(lag);
    }

    private void publish(List<RoundRow> round, Optional<Duration> took) {
        var worlds = new TreeMap<String, SortedMap<String, Double>>();
        round.forEach(row -> worlds.put(row.world(), figures(row)));
        var seconds = took.map(each -> each.toNanos() / 1e9).orElse(null);
        feed.publish("round", new RoundSheet(round.getFirst().round(), seconds, worlds).json());
    }

    private static SortedMap<String, Double> figures(RoundRow row) {
        var figures = new TreeMap<String, Double>();
        for (var column : FIGURES) {
            var field = column.field().apply(row);
            if (!field.isEmpty()) {
                figures.put(column.name(), Double.valueOf(field));
            }
        }
        return figures;
    }

    /** The last round is published, or the run was stopped. */
    public void ended(boolean done) {
        feed.publish("ended", "{\"done\":" + done + "}");
    }

    @Override
    public void close() {
        moments.close();
    }
}
