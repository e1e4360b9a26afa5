package chorus.verify;

import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.broker.EditLog;
import chorus.broker.RowReader;
import chorus.playlist.HeldOut;
import chorus.playlist.LogRules;
import chorus.verify.Recount.Rules;
import chorus.verify.Verification.Difference;
import chorus.worlds.WorldSet;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Recounts a log and compares: every mark that is still readable with the naive digests of its epoch, and every published row
 * of the newest epoch that is complete everywhere. The rows are read first, at that epoch's exact cut, then the log up to the
 * same epoch, so that it does not matter whether a run goes on meanwhile.
 */
public final class Verifier {
    private final Cluster cluster;
    private final Scope scope;
    private final BooleanSupplier stop;

    /** A stop, or the end of patience, came before the answer; the message says in one line what was waited for. */
    public static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        public GivenUp(String awaited) {
            super("gave up waiting for " + awaited);
        }
    }

    /**
     * What the run was to count.
     *
     * @param window pairs at distance 1…window are counted
     * @param log what records of the log must be
     */
    public record Scope(int window, HeldOut heldOut, LogRules log) {}

    /**
     * @param stop whether to give up, asked several times a second: at an interrupt, or after a time in which nothing came
     */
    public Verifier(Cluster cluster, Scope scope, BooleanSupplier stop) {
        this.cluster = cluster;
        this.scope = scope;
        this.stop = stop;
    }

    /** @throws GivenUp where {@code stop} came first */
    public Verification verify() throws InterruptedException {
        var published = new Published();
        var last = read(cluster, published, stop);
        try (var tracks = Announced.open(cluster);
                var log = EditLog.open(cluster, scope.log())) {
            var differences = new Differences();
            if (!haveWorlds(published, differences)) {
                return new Verification(last, 0, 0, differences.count(), differences.first());
            }
            var worlds = published.worlds().size();
            var recount =
                    new Recount(new Rules(scope.window(), scope.heldOut(), worlds, tracks::holds), log.partitions());
            var replay = new LogReplay(cluster, log, recount);
            return new Comparison(published, recount, differences).upTo(last, replay, stop);
        }
    }

    /** Reads the rows of the newest epoch that is published in every partition, and returns which that is. */
    static long read(Cluster cluster, Published published, BooleanSupplier stop) throws InterruptedException {
        try (var reader = RowReader.complete(cluster, published);
                var wait = cluster.waiting().waits("reader of rows", reader::awaited)) {
            while (!stop.getAsBoolean()) {
                var before = reader.delivered();
                var cut = reader.advance(Duration.ofMillis(200));
                if (cut.isPresent()) {
                    return cut.getAsLong();
                }
                if (reader.delivered() > before) {
                    wait.moved();
                }
            }
            throw new GivenUp(reader.awaited());
        }
    }

    /** Notes where marks name different worlds, and says whether the first names any that there can be. */
    private static boolean haveWorlds(Published published, Differences differences) {
        var worlds = published.worlds();
        var others = published.otherWorlds();
        if (!others.isEmpty()) {
            differences.note(() -> new Difference("worlds of the marks", worlds.toString(), others.toString()));
        }
        var usable = !worlds.isEmpty()
                && worlds.size() <= WorldSet.MOST
                && Set.copyOf(worlds).size() == worlds.size();
        if (!usable) {
            differences.note(() -> new Difference(
                    "worlds of the marks", "1 to " + WorldSet.MOST + " names, each once", worlds.toString()));
        }
        return usable;
    }

    /** What was published, and what it should be. */
    private record Comparison(Published published, Recount recount, Differences differences) {
        Verification upTo(long last, LogReplay replay, BooleanSupplier stop) throws InterruptedException {
            var marks = new MarkComparison(published, published.worlds(), recount, differences);
            var epochs = 0;
            for (var epoch = 0L; epoch <= last; epoch++) {
                if (!replay.reach(epoch, stop)) {
                    var where = "epoch " + epoch;
                    differences.note(() -> new Difference(where, "all marks in the log", "rows of epoch " + last));
                    return new Verification(last, epochs, 0, differences.count(), differences.first());
                }
                epochs += marks.compare(epoch) ? 1 : 0;
            }
            var rows = new RowComparison(published, published.worlds(), differences);
            rows.pairs(recount.cut(last));
            rows.tracks(recount.cut(last));
            rows.heldOut(recount.heldOutPlaylists());
            return new Verification(last, epochs, rows.compared(), differences.count(), differences.first());
        }
    }
}
