package chorus.bench.streams;

import chorus.bench.contender.Contender;
import chorus.bench.contender.LogEnds;
import chorus.bench.contender.Measured;
import chorus.bench.contender.Site;
import chorus.broker.Cluster;
import chorus.topology.ChorusTopology;
import chorus.topology.ChorusTopology.Surroundings;
import chorus.topology.Onlooker;
import chorus.topology.StreamsApp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;

/** The product's topology as {@code ./chorus stream} runs it. */
public final class ChorusStream implements Contender {
    private static final long LOOK_NANOS = 2_000_000;
    private static final int LOOKS_A_REPORT = 100;
    private static final Set<String> EDITING_STORES =
            Set.of("bytes in playlists", "bytes in held-out-rows", "bytes in edit-ledger");

    @Override
    public Map<String, String> settings(Site site) {
        var stream = site.settings().stream();
        return Map.of(
                "what", "the product's topology, playlists → deltas → rows of counts in chunks",
                "guarantee", stream.guarantee(),
                "threads", Integer.toString(stream.threads()),
                "commit interval", stream.commitInterval().toString(),
                "RocksDB memory", Long.toString(stream.rocksdbMemory()),
                "record caches", Long.toString(stream.cacheMemory()),
                "bufferedPairs", Integer.toString(stream.bufferedPairs()),
                "chunkNeighbours", Integer.toString(stream.chunkNeighbours()),
                "durable", "stores' changelogs and offsets in Kafka transactions",
                "time ends",
                        "the epoch is closed: every count in its row, changed rows published, their marks readable");
    }

    @Override
    public Measured run(Site site, LongConsumer progress) throws Exception {
        var settings = site.settings();
        try (var cluster = Cluster.connect(
                        site.bootstrap(), site.registry(), settings.kafka().prefix());
                var admin = Admin.create(Map.of("bootstrap.servers", site.bootstrap()))) {
            var around = new Surroundings(cluster.events(), cluster::tracksEnd, System::nanoTime);
            var topology = ChorusTopology.build(settings, around);
            var application = StreamsApp.applicationId(settings);
            var commits = new Commits(admin, site.bootstrap(), application);
            try (var app = StreamsApp.start(
                    topology,
                    settings,
                    Map.of("bootstrap.servers", site.bootstrap()),
                    site.stores(),
                    Onlooker.NOBODY)) {
                return measure(site, cluster, commits, app, progress);
            }
        }
    }

    private static Measured measure(Site site, Cluster cluster, Commits commits, StreamsApp app, LongConsumer progress)
            throws Exception {
        var consumed = new Consumed(app::metrics, site.edits());
        var marks = site.settings().kafka().partitions();
        var begin = firstRecord(consumed, app);
        read(site, commits, consumed, app, progress);
        commits.await(site.edits(), () -> check(app));
        var applied = System.nanoTime();
        for (var topic : commits.repartitions()) {
            commits.await(topic, () -> check(app));
        }
        var committed = System.nanoTime();
        awaitClosed(commits, cluster, app);
        var end = System.nanoTime();
        var cut = PublishedCut.await(cluster, site.worlds());
        var figures = new LinkedHashMap<String, Double>();
        figures.put("seconds until every edit was applied", (applied - begin) / 1e9);
        figures.put("seconds until every edit and every delta was committed", (committed - begin) / 1e9);
        var bytes = ChangelogBytes.measure(commits);
        figures.putAll(bytes);
        figures.put("bytes a pair, all counting stores", bytesAPair(bytes, cut));
        return new Measured(end - begin, consumed.records() - marks, 0, cut.counts(), figures);
    }

    private static void awaitClosed(Commits commits, Cluster cluster, StreamsApp app)
            throws ExecutionException, InterruptedException {
        try (var marks = Marks.open(cluster, commits.admin())) {
            marks.await(0, () -> check(app));
        }
    }

    /** By the twin's pairs; playlists and the first stage's ledger are not counting stores. */
    private static double bytesAPair(Map<String, Double> bytes, PublishedCut cut) {
        var counting = bytes.entrySet().stream()
                .filter(store -> !EDITING_STORES.contains(store.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return counting / cut.counts().twin().pairs();
    }

    private static long firstRecord(Consumed consumed, StreamsApp app) {
        while (consumed.records() == 0) {
            check(app);
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return System.nanoTime();
    }

    /** Tells of progress until every edit has been read. */
    private static void read(Site site, Commits commits, Consumed consumed, StreamsApp app, LongConsumer progress)
            throws ExecutionException, InterruptedException {
        var all = LogEnds.of(commits.admin(), site.edits()).values().stream()
                .mapToLong(end -> end)
                .sum();
        for (var read = consumed.records(); read < all; read = consumed.records()) {
            progress.accept(read);
            check(app);
            LockSupport.parkNanos(LOOK_NANOS * LOOKS_A_REPORT / 4);
        }
    }

    private static void check(StreamsApp app) {
        var fault = app.fault();
        if (fault != null) {
            throw new IllegalStateException("the topology failed", fault);
        }
    }
}
