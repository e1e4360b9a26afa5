package chorus.bench.heap;

import chorus.bench.contender.Contender;
import chorus.bench.contender.Job;
import chorus.bench.contender.LogEnds;
import chorus.bench.contender.Measured;
import chorus.bench.contender.Reading;
import chorus.bench.contender.Site;
import chorus.bench.contender.ThreadTime;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** One consumer thread that folds every edit into hash maps. */
public final class HeapLimit implements Contender {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Job job;

    public HeapLimit(Job job) {
        this.job = job;
    }

    @Override
    public Map<String, String> settings(Site site) {
        return Map.of(
                "what", "one consumer thread, the product's decoding and folds, primitive hash maps on the heap",
                "durable", "nothing",
                "time ends", "the last edit is counted");
    }

    @Override
    public Measured run(Site site, LongConsumer progress) throws Exception {
        try (var edits = job.edits(site);
                var admin = Admin.create(Map.of("bootstrap.servers", site.bootstrap()));
                var consumer = Reading.committed(site.bootstrap())) {
            var ends = LogEnds.of(admin, site.edits());
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            var maps = new HeapCounts(site.settings(), edits, HeapTally.of(job, site.worlds()));
            var busy = ThreadTime.ofThis();
            var nanos = count(consumer, ends, maps, progress);
            var figures = Map.of("edits a second of processor time", maps.edits() / (ThreadTime.ofThis() - busy));
            return new Measured(nanos, maps.edits(), maps.pairUpdates(), maps.counts(), figures);
        }
    }

    private static long count(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, HeapCounts maps, LongConsumer progress) {
        var left = ends.values().stream().mapToLong(end -> end).sum();
        var begin = 0L;
        for (var polls = 0; left > 0; polls++) {
            var records = consumer.poll(POLL);
            if (begin == 0 && !records.isEmpty()) {
                begin = System.nanoTime();
            }
            for (var record : records) {
                maps.add(record.value());
            }
            left -= records.count();
            if (polls % 20 == 0) {
                progress.accept(maps.edits());
            }
        }
        return System.nanoTime() - begin;
    }
}
