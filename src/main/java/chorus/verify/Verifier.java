package chorus.verify;

import chorus.broker.Catalogue;
import chorus.broker.Cluster;
import chorus.broker.EditLog;
import chorus.broker.RowReader;
import chorus.playlist.HeldOut;
import chorus.verify.Verification.Difference;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Recounts a log and compares: every mark that is still readable with the naive digests of its epoch, and every published row
 * of the newest epoch that is complete everywhere. The rows are read first, at that epoch's exact cut, then the log up to the
 * same epoch, so that it does not matter whether a run goes on meanwhile.
 */
public final class Verifier {
    private final Cluster cluster;
    private final int window;
    private final HeldOut heldOut;
    private final BooleanSupplier stop;

    /**
     * @param window pairs at distance 1…window are counted
     * @param stop whether to give up, asked several times a second: at an interrupt, or after a time without a complete epoch
     */
    public Verifier(Cluster cluster, int window, HeldOut heldOut, BooleanSupplier stop) {
        this.cluster = cluster;
        this.window = window;
        this.heldOut = heldOut;
        this.stop = stop;
    }

    public Verification verify() throws InterruptedException {
        var published = new Published();
        var cut = read(cluster, published, stop);
        if (cut.isEmpty()) {
            return new Verification(-1, 0, 0, 0, List.of());
        }
        try (var tracks = Catalogue.open(cluster);
                var log = EditLog.open(cluster)) {
            var recount = new Recount(window, heldOut, log.partitions(), tracks::holds);
            var replay = new LogReplay(log, cluster.events().edits(), recount);
            return compare(cut.getAsLong(), published, recount, replay);
        }
    }

    /** Reads the rows of the newest epoch that is published in every partition. */
    static OptionalLong read(Cluster cluster, Published published, BooleanSupplier stop) throws InterruptedException {
        try (var reader = RowReader.complete(cluster, published)) {
            while (!stop.getAsBoolean()) {
                var cut = reader.advance(Duration.ofMillis(200));
                if (cut.isPresent()) {
                    return cut;
                }
            }
            return OptionalLong.empty();
        }
    }

    private Verification compare(long last, Published published, Recount recount, LogReplay replay)
            throws InterruptedException {
        var differences = new Differences();
        var marks = new MarkComparison(published, recount, differences);
        var epochs = 0;
        for (var epoch = 0L; epoch <= last; epoch++) {
            if (!replay.reach(epoch, stop)) {
                var where = "epoch " + epoch;
                differences.note(() -> new Difference(where, "all marks in the log", "rows of epoch " + last));
                return new Verification(last, epochs, 0, differences.count(), differences.first());
            }
            epochs += marks.compare(epoch) ? 1 : 0;
        }
        var rows = new RowComparison(published, differences);
        rows.pairs(recount.cut());
        rows.tracks(recount.cut());
        rows.heldOut(recount.heldOutPlaylists());
        return new Verification(last, epochs, rows.compared(), differences.count(), differences.first());
    }
}
