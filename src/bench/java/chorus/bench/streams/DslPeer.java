package chorus.bench.streams;

import chorus.bench.contender.ByWorld;
import chorus.bench.contender.Contender;
import chorus.bench.contender.Counts;
import chorus.bench.contender.Job;
import chorus.bench.contender.LogEnds;
import chorus.bench.contender.Measured;
import chorus.bench.contender.Passage;
import chorus.bench.contender.Reading;
import chorus.bench.contender.Site;
import chorus.topology.engine.BoundedRocksDb;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** The obvious implementation with the DSL of Kafka Streams. */
public final class DslPeer implements Contender {
    private static final long LOOK_NANOS = 2_000_000;
    private static final int LOOKS_A_REPORT = 250;

    private final Job job;

    public DslPeer(Job job) {
        this.job = job;
    }

    @Override
    public Map<String, String> settings(Site site) {
        var stream = site.settings().stream();
        return Map.of(
                "what",
                        "Kafka Streams DSL: playlists in a store, flatMap to one record a change, groupByKey, aggregate",
                "guarantee", stream.guarantee(),
                "threads", Integer.toString(stream.threads()),
                "commit interval", stream.commitInterval().toString(),
                "RocksDB memory", Long.toString(stream.rocksdbMemory()),
                "record caches", Long.toString(site.caches()),
                "inner codec", "pair as 8 bytes, change as 1, counts as 2 to 4, each more where worlds differ",
                "durable", "stores' changelogs and offsets in Kafka transactions",
                "time ends", "every change is counted, then committed at once by closing");
    }

    @Override
    public Measured run(Site site, LongConsumer progress) throws Exception {
        var application = site.settings().kafka().prefix() + "dsl";
        try (var edits = job.edits(site);
                var admin = Admin.create(Map.of("bootstrap.servers", site.bootstrap()))) {
            var passage = new Passage();
            var topology = new DslTopology(site, job, edits, passage).build(site.edits());
            var commits = new Commits(admin, site.bootstrap(), application);
            var fault = new AtomicReference<@Nullable Throwable>();
            try (var streams = new KafkaStreams(topology, properties(site, application))) {
                streams.setUncaughtExceptionHandler(e -> {
                    fault.compareAndSet(null, e);
                    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
                });
                streams.start();
                awaitCounted(site, passage, fault, progress);
                var closing = Thread.startVirtualThread(streams::close);
                commits.await(site.edits(), () -> check(fault));
                for (var topic : commits.repartitions()) {
                    commits.await(topic, () -> check(fault));
                }
                var nanos = System.nanoTime() - passage.begin();
                closing.join();
                return new Measured(nanos, passage.edits(), 0, counts(commits, site.worlds()), Map.of());
            }
        }
    }

    private static void awaitCounted(
            Site site, Passage passage, AtomicReference<@Nullable Throwable> fault, LongConsumer progress) {
        for (var look = 0; !passage.done(site.settings().kafka().partitions()); look++) {
            check(fault);
            if (look % LOOKS_A_REPORT == 0) {
                progress.accept(passage.edits());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static void check(AtomicReference<@Nullable Throwable> fault) {
        var thrown = fault.get();
        if (thrown != null) {
            throw new IllegalStateException("the DSL topology failed", thrown);
        }
    }

    /** The same settings as Chorus's own application, but lz4: a record for each change is mostly framing, which that packs. */
    private static Properties properties(Site site, String application) {
        var stream = site.settings().stream();
        var p = new Properties();
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, site.bootstrap());
        p.put(StreamsConfig.STATE_DIR_CONFIG, site.stores().toString());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, stream.guarantee());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, stream.threads());
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, stream.commitInterval().toMillis());
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, site.caches());
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        p.put(BoundedRocksDb.MEMORY, stream.rocksdbMemory());
        p.put(StreamsConfig.POLL_MS_CONFIG, 20);
        var transaction = (int) stream.transactionTimeout().toMillis();
        p.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), transaction);
        p.put(StreamsConfig.producerPrefix("linger.ms"), 10);
        p.put(StreamsConfig.producerPrefix("batch.size"), 256 << 10);
        p.put(StreamsConfig.producerPrefix("buffer.memory"), 64L << 20);
        p.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        p.put(StreamsConfig.mainConsumerPrefix("max.poll.records"), 4000);
        return p;
    }

    /** The committed counts, from the store's changelog. */
    private static Counts counts(Commits commits, int worlds) throws ExecutionException, InterruptedException {
        var topic = commits.application() + "-" + DslTopology.COUNTS + "-changelog";
        var ends = LogEnds.of(commits.admin(), topic);
        var latest = new Long2ObjectOpenHashMap<byte[]>();
        try (var consumer = Reading.committed(commits.bootstrap())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    var key = ByteBuffer.wrap(record.key()).getLong();
                    if (record.value() == null) {
                        latest.remove(key);
                    } else {
                        latest.put(key, record.value());
                    }
                }
            }
        }
        var sum = new Counts.Sum(worlds);
        latest.long2ObjectEntrySet().fastForEach(entry -> sum.add(entry.getLongKey(), ByWorld.of(entry.getValue())));
        return sum.counts();
    }
}
