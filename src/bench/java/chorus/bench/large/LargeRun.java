package chorus.bench.large;

import chorus.bench.contender.LogEnds;
import chorus.bench.contender.Site;
import chorus.bench.ground.Recording;
import chorus.bench.large.Measured.Memory;
import chorus.bench.large.Measured.Timing;
import chorus.bench.streams.Commits;
import chorus.bench.streams.Marks;
import chorus.broker.Cluster;
import chorus.config.Settings;
import chorus.report.Terminal;
import chorus.topology.StreamsApp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/** One size of state under a prefix of its own: filled, stopped, started again, and given the batches that are timed. */
final class LargeRun implements AutoCloseable {
    private static final long LOOK_NANOS = 5_000_000;

    private final Plan plan;
    private final long filling;
    private final String prefix;
    private final Settings settings;
    private final StreamProcess.Setup setup;
    private final Terminal terminal;
    private final Admin admin;
    private final Cluster cluster;
    private final Commits commits;
    private final Marks marks;

    /**
     * What is asked for.
     *
     * @param edits of a batch
     * @param warmUp batches before those that are timed; the first of them is told apart
     * @param batches that are timed
     */
    record Plan(Playlists playlists, long pairs, long edits, int warmUp, int batches) {
        /** Batches altogether, that in which the process is killed included. */
        static int all(int warmUp, int batches) {
            return warmUp + batches + 1;
        }
    }

    private LargeRun(Plan plan, long filling, StreamProcess.Setup setup, Terminal terminal)
            throws ExecutionException, InterruptedException {
        this.plan = plan;
        this.filling = filling;
        prefix = prefix(plan);
        this.setup = setup;
        this.terminal = terminal;
        settings = Site.settings(prefix, setup.overrides());
        var ground = setup.ground();
        admin = ground.admin();
        cluster = ground.connect(settings);
        commits = new Commits(admin, ground.bootstrap(), StreamsApp.applicationId(settings));
        marks = Marks.open(cluster, admin);
    }

    /** Writes what fills the state; nothing counts it yet. */
    static LargeRun open(Plan plan, StreamProcess.Setup setup, Terminal terminal)
            throws ExecutionException, InterruptedException {
        terminal.note("recording the edits that make " + Figures.count(plan.pairs()) + " pairs");
        var edits = setup.ground().fill(plan.playlists().fill(plan.pairs()), prefix(plan), setup.overrides());
        return new LargeRun(plan, edits, setup, terminal);
    }

    private static String prefix(Plan plan) {
        return "large-" + plan.pairs() + "-";
    }

    Measured run(boolean kill) throws IOException, InterruptedException, ExecutionException {
        var filled = fill();
        try (var process = setup.start(prefix);
                var writer = AtOnce.open(cluster, settings.kafka().partitions())) {
            var started = System.nanoTime();
            process.awaitReady();
            var running = seconds(started);
            var timings = new ArrayList<Timing>();
            for (var batch = 0; batch < plan.warmUp() + plan.batches(); batch++) {
                timings.add(batch(batch, writer, process));
            }
            var memory = new Memory(filled.resident(), Resident.of(process.pid()), Resident.heapFlags(process.pid()));
            var restore = kill ? Optional.of(restore(writer, process)) : Optional.<Measured.Restore>empty();
            var warmUp = timings.subList(0, plan.warmUp());
            var timed = timings.subList(plan.warmUp(), timings.size());
            return new Measured(plan.pairs(), filled.pairs(), filled.timing(), running, warmUp, timed, memory, restore);
        }
    }

    private record Filled(long pairs, Timing timing, Resident resident) {}

    private Filled fill() throws IOException, InterruptedException, ExecutionException {
        var title = "filling up to " + Figures.count(plan.pairs()) + " pairs";
        terminal.note(title);
        try (var process = setup.start(prefix)) {
            process.awaitReady();
            var begin = System.nanoTime();
            commits.await(cluster.names().edits(), new Looking(process, title, filling)::look);
            var timing = await(begin, 0, filling, process);
            var resident = Resident.of(process.pid());
            var pairs = Marks.pairs(marks.await(0, process::check));
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

    /** Counting is done when edits and deltas are committed; an epoch is closed when the marks behind its rows are. */
    private Timing await(long begin, long epoch, long edits, StreamProcess process)
            throws ExecutionException, InterruptedException {
        commits.await(cluster.names().edits(), process::check);
        for (var topic : commits.repartitions()) {
            commits.await(topic, process::check);
        }
        var counted = seconds(begin);
        marks.await(epoch, process::check);
        return new Timing(edits, counted, seconds(begin));
    }

    private Timing batch(int batch, AtOnce writer, StreamProcess process)
            throws ExecutionException, InterruptedException {
        var edits = writer.write(recording(batch));
        var begin = System.nanoTime();
        writer.show();
        var timing = await(begin, epoch(batch), edits, process);
        terminal.note(String.format(
                Locale.ROOT,
                "%s pairs, %s: %,d edits in %.2f s, %,.0f edits/s; closed after %.2f s",
                Figures.count(plan.pairs()),
                batch < plan.warmUp()
                        ? "warm-up " + (batch + 1) + " of " + plan.warmUp()
                        : "batch " + (batch + 1 - plan.warmUp()) + " of " + plan.batches(),
                edits,
                timing.counted(),
                timing.editsPerSecond(),
                timing.closed()));
        return timing;
    }

    private Recording recording(int batch) {
        return plan.playlists().batch(batch, plan.edits(), epoch(batch));
    }

    private static long epoch(int batch) {
        return batch + 1L;
    }

    /** Kills the process once deltas of a further batch are under way, and starts another on its stores. */
    private Measured.Restore restore(AtOnce writer, StreamProcess process)
            throws IOException, InterruptedException, ExecutionException {
        terminal.note("killing the process in the middle of counting");
        var batch = plan.warmUp() + plan.batches();
        writer.write(recording(batch));
        var before = ends();
        writer.show();
        while (ends() - before < plan.edits() / 1000) {
            process.check();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        process.kill();
        var revival = Revival.begin(commits);
        try (var next = setup.start(prefix)) {
            var restore = revival.watch(next);
            var running = System.nanoTime();
            var timing = await(running, epoch(batch), plan.edits(), next);
            return restore.toMeasured(timing.closed(), Resident.of(next.pid()));
        }
    }

    /** How many messages of deltas there are, committed or not. */
    private long ends() throws ExecutionException, InterruptedException {
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

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Leaves the broker without what it wrote. */
    @Override
    public void close() throws ExecutionException, InterruptedException {
        marks.close();
        cluster.close();
        setup.ground().clear(prefix);
    }
}
