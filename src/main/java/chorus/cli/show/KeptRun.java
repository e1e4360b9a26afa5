package chorus.cli.show;

import chorus.run.Stop;
import chorus.serve.Feed;
import java.util.List;
import java.util.function.Supplier;

/** What the page is told of a run that is kept in files: what it is, and one after the other what it came to. */
final class KeptRun {
    private static final double NANOS = 1e9;

    private final String kind;
    private final List<Supplier<String>> told;
    private final Feed feed;

    /**
     * A run, of which nothing is told yet.
     *
     * @param kind the name of the event of each of {@code told}
     * @param sheet what the page must know before
     */
    KeptRun(Supplier<String> sheet, String kind, List<Supplier<String>> told) {
        this.kind = kind;
        this.told = List.copyOf(told);
        var life = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        // all of it, and its end
        var limits = new Feed.Limits(told.size() + 1, Feed.Limits.USUAL.queued(), Feed.Limits.USUAL.readers());
        feed = new Feed(life, limits, sheet);
    }

    Feed feed() {
        return feed;
    }

    /** @param pace so many a second; 0 for all at once */
    void tell(double pace, Stop stop) throws InterruptedException {
        for (var each : told) {
            if (pace > 0 && stop.await((long) (NANOS / pace))) {
                return;
            }
            feed.publish(kind, each.get());
        }
        feed.publish("ended", "{\"done\":true}");
    }
}
