package chorus.cli.live;

import chorus.fatal.Fatal;
import chorus.metrics.TopicFlows;
import chorus.metrics.TopicFlows.Flow;
import chorus.page.MomentSheet;
import chorus.serve.Feed;
import chorus.serve.Parts;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a run is, each second, as long as somebody reads it. */
final class Moments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Moments.class);
    private static final String EDITS = "playlist-edits";

    private final Feed feed;
    private final String prefix;
    private final Parts parts;
    private final ScheduledExecutorService clock;
    private volatile Supplier<TopicFlows> flows = () -> TopicFlows.NONE;
    private volatile OptionalLong written = OptionalLong.empty();
    private volatile Newest newest = Newest.NONE;

    /** The newest generation, when it was published, and the lag at that time. */
    private record Newest(long lag, long nanos) {
        static final Newest NONE = new Newest(-1, 0);

        boolean isThere() {
            return lag >= 0;
        }
    }

    private Moments(Feed feed, String prefix, Parts parts) {
        this.feed = feed;
        this.prefix = prefix;
        this.parts = parts;
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("chorus-moments").daemon().factory());
    }

    /** @param prefix of the topics' names */
    static Moments shown(Feed feed, String prefix, Parts parts) {
        var moments = new Moments(feed, prefix, parts);
        var _ = moments.clock.scheduleWithFixedDelay(Fatal.guarded(moments::show), 1, 1, TimeUnit.SECONDS);
        return moments;
    }

    void flows(Supplier<TopicFlows> topology) {
        flows = topology;
    }

    void wrote(long edits) {
        written = OptionalLong.of(edits);
    }

    void generation(long lag) {
        newest = new Newest(lag, System.nanoTime());
    }

    private void show() {
        if (feed.isRead()) {
            try {
                feed.show("moment", sheet(System.nanoTime()).json());
            } catch (RuntimeException fault) {
                // the next second is another one
                LOG.warn("the page was not told how the run is", fault);
            }
        }
    }

    private MomentSheet sheet(long nanos) {
        var now = flows.get();
        var made = newest;
        var counts = new TreeMap<String, Long>();
        var gauges = new TreeMap<String, Double>();
        written.ifPresent(edits -> counts.put("written", edits));
        if (made.isThere()) {
            gauges.put("lag", (double) made.lag);
            gauges.put("age", (nanos - made.nanos) / 1e9);
        }
        var topics = new TreeMap<String, MomentSheet.Flow>();
        now.flows()
                .forEach((topic, flow) ->
                        topics.put(named(topic), new MomentSheet.Flow((long) flow.written(), (long) flow.read())));
        now.storeBytes().ifPresent(bytes -> gauges.put("state", bytes));
        behind(now.flows()).ifPresent(records -> gauges.put("lag", (double) records));
        return new MomentSheet(nanos / 1e9, parts.ready(), parts.told(), counts, gauges, topics);
    }

    private OptionalLong behind(Map<String, Flow> topics) {
        return topics.entrySet().stream()
                .filter(each ->
                        named(each.getKey()).equals(EDITS) && each.getValue().read() > 0)
                .mapToLong(each -> (long) each.getValue().behind())
                .findFirst();
    }

    /** Without what all topics of a run begin with; those of the engine have the name of its application before theirs. */
    private String named(String topic) {
        var own = topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic;
        return own.startsWith("stream-") ? own.substring("stream-".length()) : own;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
