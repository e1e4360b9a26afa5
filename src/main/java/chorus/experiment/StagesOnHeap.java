package chorus.experiment;

import chorus.config.Settings;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.retrain.RowBook;
import chorus.rows.CountsMark;
import chorus.rows.PlaylistsMark;
import chorus.state.Place;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.counts.CountSizes;
import chorus.state.counts.CountStage;
import chorus.state.edits.EditRules;
import chorus.state.edits.EditStage;
import chorus.state.edits.Verdict;
import chorus.state.wire.DeltaBatches;
import chorus.worlds.Worlds;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * The topology's stages bound to maps on the heap, in one partition: edits and marks in, in whatever epochs they come; at the end of
 * each epoch the rows of its cut go into a book.
 */
public final class StagesOnHeap {
    private final EditStage edits;
    private final DeltaBatches deltas;
    private final CountStage counts;
    private long looked;

    /**
     * Both stages without any playlist.
     *
     * @param known whether a track id is known
     * @param cut is told when the book stands at the end of an epoch
     */
    public StagesOnHeap(Settings settings, IntPredicate known, RowBook book, Consumer<CountsMark> cut) {
        this(settings, settings.allWorlds(), known, book, cut, StoresOnHeap.empty());
    }

    /** Both stages where {@code stores} stand. */
    StagesOnHeap(
            Settings settings,
            Worlds worlds,
            IntPredicate known,
            RowBook book,
            Consumer<CountsMark> cut,
            StoresOnHeap stores) {
        var stream = settings.stream();
        var alone = new Place(0, 1, worlds.names());
        edits = new EditStage(
                stores.ofEdits(),
                new EditRules(new WindowPairs(settings.state().window()), settings.heldOut(), known),
                alone,
                new IntoRows.OfPlaylists(book, this::endCounts));
        deltas = new DeltaBatches(0, 1, (destination, batch) -> count(batch));
        counts = new CountStage(
                stores.ofCounts(),
                new CountSizes(stream.bufferedPairs(), stream.chunkNeighbours()),
                alone,
                new IntoRows.OfCounts(book, cut));
    }

    public Verdict edit(PlaylistEdit edit) {
        var verdict = edits.edit(edit);
        if (verdict instanceof Verdict.Accepted accepted && !accepted.deltas().isEmpty()) {
            deltas.add(accepted.epoch(), looked, accepted.deltas());
        }
        looked++;
        return verdict;
    }

    /** Founds a playlist in the open epoch, as so many edits would. */
    void found(PlaylistId playlist, int[] tracks) {
        deltas.add(edits.open(), looked, edits.found(playlist, tracks));
        looked += 1L + tracks.length;
    }

    /** Brings into the stores what waits outside of them. */
    void save() {
        edits.save();
        counts.save();
    }

    /** Takes a mark, and closes every epoch that it ends; false where the mark is refused. */
    public boolean end(EpochEnded mark) {
        var fits = edits.end(mark);
        edits.publish(() -> false);
        return fits;
    }

    private void endCounts(PlaylistsMark mark) {
        deltas.flush();
        count(deltas.mark(mark.epoch()));
    }

    private void count(byte[] message) {
        counts.take(message);
        while (counts.isBehind()) {
            counts.goOn(() -> false);
        }
    }
}
