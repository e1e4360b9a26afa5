package chorus.bench.large;

import chorus.bench.contender.LogEnds;
import chorus.bench.contender.Site;
import chorus.bench.ground.Recording;
import chorus.bench.large.Measured.Timing;
import chorus.bench.streams.Commits;
import chorus.bench.streams.Marks;
import chorus.broker.Cluster;
import chorus.config.Settings;
import chorus.report.Terminal;
import chorus.rows.CountsMark;
import chorus.topology.StreamsApp;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** One size of state under a prefix of its own, and what can be seen of its topology on the broker. */
final class Watched implements AutoCloseable {
    private final Plan plan;
    private final StreamProcess.Setup setup;
    private final Terminal terminal;
    private final Settings settings;
    private final Admin admin;
    private final Cluster cluster;
    private final Commits commits;
    private final Marks marks;

    /**
     * What is asked for.
     *
     * @param pairs distinct directed pairs of the twin
     * @param edits of a batch
     * @param warmUp batches before those that are timed
     * @param batches that are timed
     */
    record Plan(Playlists playlists, long pairs, long edits, int warmUp, int batches) {
        /** Batches altogether, those of closing alone and of the kill included. */
        static int all(int warmUp, int batches) {
            return warmUp + batches + 2;
        }

        String prefix() {
            return "large-" + pairs + "-";
        }

        Recording fill() {
            return playlists.fill(pairs);
        }

        Recording batch(int batch) {
            return playlists.batch(batch, edits, epoch(batch));
        }

        /** The fill is epoch 0; two follow for each batch. */
        static long epoch(int batch) {
            return 2L * batch + 1;
        }

        /** The epoch in which a batch's playlists are deleted. */
        static long takenBack(int batch) {
            return 2L * batch + 2;
        }
    }

    private Watched(Plan plan, StreamProcess.Setup setup, Terminal terminal)
            throws ExecutionException, InterruptedException {
        this.plan = plan;
        this.setup = setup;
        this.terminal = terminal;
        settings = Site.settings(plan.prefix(), setup.overrides());
        var ground = setup.ground();
        admin = ground.admin();
        cluster = ground.connect(settings);
        commits = new Commits(admin, ground.bootstrap(), StreamsApp.applicationId(settings));
        marks = Marks.open(cluster, admin);
    }

    /**
     * What filled the state.
     *
     * @param pairs distinct directed pairs of the twin after it
     */
    record Filled(long pairs, Timing timing, Resident resident) {}

    /** Has what fills the state recorded, and a process count it and end. */
    static OverState fill(Plan plan, StreamProcess.Setup setup, Terminal terminal)
            throws IOException, ExecutionException, InterruptedException {
        terminal.note("recording the edits that make " + Figures.count(plan.pairs()) + " pairs");
        var edits = setup.ground().fill(plan.fill(), plan.prefix(), setup.overrides());
        var watched = new Watched(plan, setup, terminal);
        return OverState.start(watched, watched.fill(edits));
    }

    private Filled fill(long edits) throws IOException, InterruptedException, ExecutionException {
        var title = "filling up to " + Figures.count(plan.pairs()) + " pairs";
        terminal.note(title);
        try (var process = start()) {
            process.awaitReady();
            var begin = Moment.now(process);
            commits.await(cluster.names().edits(), new Looking(process, title, edits)::look);
            var timing = await(begin, 0, edits, process);
            var pairs = pairs(marks.await(0, process::check));
            var resident = Resident.of(process.pid());
            process.stop();
            terminal.note(String.format(
                    Locale.ROOT,
                    "filled: %,d pairs by %,d edits in %.1f s; %.0f MiB resident at most",
                    pairs,
                    timing.edits(),
                    timing.counted(),
                    resident.peak()));
            return new Filled(pairs, timing, resident);
        }
    }

    private static long pairs(List<CountsMark> marks) {
        return marks.stream()
                .mapToLong(mark -> mark.worlds().getFirst().digest().pairs())
                .sum();
    }

    StreamProcess start() throws IOException {
        return setup.start(plan.prefix());
    }

    /** A writer of batches, by {@link AtOnce}. */
    AtOnce writer() throws InterruptedException {
        return AtOnce.open(cluster, settings.kafka().partitions());
    }

    Plan plan() {
        return plan;
    }

    Terminal terminal() {
        return terminal;
    }

    Commits commits() {
        return commits;
    }

    /** Counting is done when edits and deltas are committed; an epoch is closed when the marks behind its rows are. */
    Timing await(Moment begin, long epoch, long edits, StreamProcess process)
            throws ExecutionException, InterruptedException {
        awaitCounted(process);
        var counted = begin.seconds();
        marks.await(epoch, process::check);
        return new Timing(edits, counted, begin.seconds(), begin.processorSeconds(process));
    }

    void awaitCounted(StreamProcess process) throws ExecutionException, InterruptedException {
        commits.await(cluster.names().edits(), process::check);
        for (var topic : commits.repartitions()) {
            commits.await(topic, process::check);
        }
    }

    void awaitClosed(long epoch, StreamProcess process) {
        marks.await(epoch, process::check);
    }

    ChangedRows rowsFromHere() throws ExecutionException, InterruptedException {
        return ChangedRows.fromHere(cluster, admin);
    }

    /** How many messages of deltas there are, committed or not. */
    long messages() throws ExecutionException, InterruptedException {
        var sum = 0L;
        for (var topic : commits.repartitions()) {
            sum += LogEnds.of(admin, topic).values().stream()
                    .mapToLong(end -> end)
                    .sum();
        }
        return sum;
    }

    /** Shows how far the committed offsets have come, now and then. */
    private final class Looking {
        private static final int LOOKS_A_REPORT = 100;

        private final StreamProcess process;
        private final String title;
        private final long all;
        private int looks;

        Looking(StreamProcess process, String title, long all) {
            this.process = process;
            this.title = title;
            this.all = all;
        }

        void look() {
            process.check();
            if (++looks % LOOKS_A_REPORT == 0) {
                terminal.progress(title, all - cluster.lag(commits.application()), all);
            }
        }
    }

    /** Leaves the broker without what was written. */
    @Override
    public void close() throws ExecutionException, InterruptedException {
        terminal.progressEnds();
        marks.close();
        cluster.close();
        setup.ground().clear(plan.prefix());
    }
}
