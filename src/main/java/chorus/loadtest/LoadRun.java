package chorus.loadtest;

import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.broker.follow.Hops;
import chorus.config.Settings;
import chorus.loadtest.generate.Share;
import chorus.loadtest.generate.WorkingSet;
import chorus.loadtest.workload.Workload;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.run.Site;
import chorus.run.Stop;
import chorus.run.TrainerRun;
import chorus.run.Watch;
import chorus.topology.StreamsApp;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A load test from the empty log to the last edit counted: topology and trainer as the product runs them, one sender, one
 * follower, and the epochs' clock.
 */
public record LoadRun(Workload workload, Share share, Cluster cluster, Surroundings around) {

    /**
     * What a load test works with.
     *
     * @param stores where the topology's stores lie
     * @param stream whether the topology runs in this process; trainer and marks of epochs do, for the first generator
     */
    public record Surroundings(Path stores, boolean stream, Watch watch, Onlooker onlooker, Timeline time, Stop stop) {
        /** A load test that nobody looks at but its watch. */
        public Surroundings(Path stores, boolean stream, Watch watch, Timeline time, Stop stop) {
            this(stores, stream, watch, Onlooker.NOBODY, time, stop);
        }

        /** Where the parts of a run work that a load test has in it. */
        Site site(Settings settings, Cluster cluster) {
            return new Site(settings, cluster, watch, time.nanos());
        }
    }

    /** Whoever looks on while a load test goes. Called from several threads; latencies are in milliseconds, one for each edit. */
    public interface Onlooker {
        Onlooker NOBODY = new Onlooker() {
            @Override
            public void begins(Progress progress, Supplier<Optional<StreamsApp>> topology) {}

            @Override
            public void offers(double editsPerSecond) {}

            @Override
            public void counted(long latency) {}

            @Override
            public void visible(long latency) {}
        };

        /**
         * The load test begins.
         *
         * @param topology its instance of the topology, as long as there is one
         */
        void begins(Progress progress, Supplier<Optional<StreamsApp>> topology);

        /** So many edits a second are intended from now on. */
        void offers(double editsPerSecond);

        void counted(long latency);

        void visible(long latency);
    }

    /**
     * How far it is, whenever one looks: edits so far.
     *
     * @param lag edits that are due and not counted
     */
    public record Progress(LongSupplier sent, LongSupplier counted, LongSupplier lag) {}

    /** The log holds something already. */
    public static final class NotFresh extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotFresh(String message) {
            super(message);
        }
    }

    /** Empty where it was stopped before its end. */
    public Optional<Findings> run() throws InterruptedException {
        requireFresh();
        var settings = workload.settings();
        var ledger = new Ledger(settings.kafka().partitions(), share.first() && workload.train(), around.onlooker());
        var over = new AtomicBoolean();
        try (var known = Announced.open(cluster);
                var stream = new StreamPart(workload, cluster, around);
                var hops = Hops.follow(
                        cluster.access(),
                        StreamsApp.applicationId(settings),
                        cluster.names().edits(),
                        settings.kafka().partitions());
                var crew = new Crew();
                var sink = KafkaEditSink.open(
                        cluster, ResumePoint.none(settings.kafka().partitions()), known, ledger)) {
            var stage = stage(ledger, stream, crew, sink);
            var given = stage.given();
            around.onlooker()
                    .begins(
                            new Progress(given::edits, ledger::counted, () -> given.lag(ledger::counted)),
                            stream::instance);
            writeTracks(sink);
            stream.start();
            crew.start("follower", new Follower(hops, ledger, around.time(), workload.poll(), stage.given())::follow);
            fill(stage);
            train(crew, ledger, over);
            var outcome = stage.drain("the working set")
                    ? new Phases(workload, share, stage).run()
                    : Optional.<Findings>empty();
            over.set(true);
            return outcome.map(found -> found.withLag(stage.lagLeft(workload.drain())));
        }
    }

    private Stage stage(Ledger ledger, StreamPart stream, Crew crew, KafkaEditSink sink) {
        var given = new Follower.Given();
        var set = new WorkingSet(workload, share);
        var sender = new Sender(
                set, sink::edit, around.time(), given, () -> around.stop().asked() || crew.halted());
        return new Stage(workload, cluster, around, ledger, stream, crew, sink, sender);
    }

    private void requireFresh() throws InterruptedException {
        var point = ResumePoint.scan(cluster, workload.settings().logRules());
        var own = share.of(workload.playlists().count());
        var used = share.first() && point.lastComplete() >= 0;
        for (var i = 0; i < own && !used; i++) {
            used = point.lastSequence(new PlaylistId(share.id(i))) > 0;
        }
        if (used) {
            throw new NotFresh("topic " + cluster.names().edits() + " on " + cluster.bootstrap()
                    + " holds another run's edits: a load test needs topics of its own; set settings.kafka.prefix");
        }
    }

    private void writeTracks(KafkaEditSink sink) {
        for (var id = 0; id < workload.tracks().count(); id++) {
            sink.track(new Track(
                    new TrackId(id), "load:track:" + id, "Track " + id, "load:artist:" + id / 10, "Artist " + id / 10));
        }
        sink.flush();
    }

    private void fill(Stage stage) throws InterruptedException {
        around.watch()
                .note("filling " + share.of(workload.playlists().count()) + " playlists from "
                        + workload.tracks().count() + " tracks");
        stage.sender().fill();
        stage.sink().flush();
    }

    private void train(Crew crew, Ledger ledger, AtomicBoolean over) {
        if (!share.first() || !workload.train()) {
            return;
        }
        var settings = workload.settings();
        // the marks are the load test's own, which has to know where they stand
        crew.start("trainer", halt -> TrainerRun.following(around.site(settings, cluster))
                .train(Long.MAX_VALUE, () -> false, halt));
        var generations = new Generations(
                cluster,
                settings.kafka().partitions(),
                ledger,
                around.time(),
                settings.epochs().every());
        crew.start("epochs", halt -> generations.run(over::get, halt));
    }
}
