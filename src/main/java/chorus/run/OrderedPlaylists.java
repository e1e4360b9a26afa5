package chorus.run;

import chorus.broker.EditLog;
import chorus.state.Place;
import chorus.state.edits.FoldedPlaylists;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The training playlists in order, folded from the log exactly up to a cut. The log is not read before somebody asks, and then from
 * where it was left. Safe for several threads, all of which ask for one cut at a time.
 */
final class OrderedPlaylists implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Site site;
    private final IntPredicate known;
    private final List<FoldedPlaylists> partitions = new ArrayList<>();
    private @Nullable EditLog log;

    /** @param known whether a track id is known, as of the newest cut */
    OrderedPlaylists(Site site, IntPredicate known) {
        this.site = site;
        this.known = known;
    }

    /**
     * A world's training playlists at the end of {@code epoch}, which has been cut: ascending by id, the tracks in order.
     *
     * @throws CancellationException where the thread is interrupted meanwhile
     */
    synchronized List<int[]> at(long epoch, int world) {
        try {
            reach(epoch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading the log up to epoch " + epoch);
        }
        var playlists = new TreeMap<Long, int[]>();
        var heldOut = site.settings().heldOut();
        partitions.forEach(partition -> partition.training(world, heldOut, playlists));
        return List.copyOf(playlists.values());
    }

    private void reach(long epoch) throws InterruptedException {
        var reading = opened();
        reading.resumeAll();
        try (var wait = site.watch().waits("training playlists", () -> "the log up to the end of epoch " + epoch)) {
            while (partitions.stream().anyMatch(partition -> partition.open() <= epoch)) {
                if (reading.poll(POLL, entry -> visit(entry, epoch))) {
                    wait.moved();
                }
            }
        }
    }

    private EditLog opened() {
        if (log == null) {
            log = EditLog.open(site.cluster(), site.settings().logRules());
            var worlds = site.settings().countedWorlds().names();
            for (var partition = 0; partition < log.partitions(); partition++) {
                partitions.add(new FoldedPlaylists(new Place(partition, log.partitions(), worlds), known));
            }
        }
        return log;
    }

    /** A partition is stopped behind the mark that ends the epoch. */
    private boolean visit(EditLog.Entry entry, long epoch) {
        var partition = partitions.get(entry.partition());
        var read = Objects.requireNonNull(log, "a record of no log").read(entry);
        if (read != null) {
            partition.take(read);
        }
        return partition.open() <= epoch;
    }

    @Override
    public synchronized void close() {
        if (log != null) {
            log.close();
        }
    }
}
