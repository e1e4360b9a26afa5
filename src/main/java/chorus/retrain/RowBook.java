package chorus.retrain;

import chorus.playlist.HeldOut;
import chorus.recommend.TrainingSet;
import chorus.rows.CountsMark;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsEntry;
import chorus.rows.PlaylistsMark;
import chorus.rows.RowKeys;
import chorus.rows.RowSink;
import chorus.rows.TrackCountRow;
import chorus.rows.TrackCountsEntry;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The published rows read so far, the newest of each key: what the compacted topics hold. Rows are taken by one thread at a time.
 * At a cut (all partitions read up to the same epoch's marks, nothing beyond) it gives the {@link Cut}.
 */
public final class RowBook implements RowSink {
    private final Distinctions distinctions;
    private final PairRows pairs;
    private final TrackCountRows tracks;
    private final PlaylistRows playlists;
    private final MarksRead marks;

    /** An empty book. */
    public RowBook() {
        distinctions = new Distinctions();
        pairs = new PairRows(distinctions);
        tracks = new TrackCountRows(distinctions);
        playlists = new PlaylistRows(distinctions);
        marks = new MarksRead();
    }

    private RowBook(RowBook other) {
        distinctions = other.distinctions.copy();
        pairs = other.pairs.copy(distinctions);
        tracks = other.tracks.copy(distinctions);
        playlists = other.playlists.copy(distinctions);
        marks = other.marks.copy();
    }

    /** A book that holds the same rows and then goes its own way. */
    public RowBook copy() {
        return new RowBook(this);
    }

    /** Directed pairs with a count in the twin or another world. */
    public long pairs() {
        return pairs.pairs();
    }

    @Override
    public void neighbours(NeighboursEntry entry) {
        switch (entry) {
            case PairRow row -> pairs.put(row);
            case CountsMark mark -> marks.put(mark);
        }
    }

    @Override
    public void trackCounts(TrackCountsEntry entry) {
        switch (entry) {
            case TrackCountRow row -> tracks.put(row);
            case CountsMark mark -> marks.put(mark);
        }
    }

    @Override
    public void playlists(PlaylistsEntry entry) {
        switch (entry) {
            case PlaylistRow row -> playlists.put(row);
            case PlaylistsMark mark -> marks.put(mark);
        }
    }

    @Override
    public void neighboursGone(int track, int chunk) {
        pairs.remove(RowKeys.chunk(track, chunk));
    }

    @Override
    public void trackCountGone(int track) {
        tracks.remove(track);
    }

    @Override
    public void playlistGone(long playlist) {
        playlists.remove(playlist);
    }

    /**
     * The cut where the book stands. Worlds that agree have one side. A training set is made when it is asked for, and until
     * the book takes its next row.
     *
     * @param lists gives the training playlists of a world, by its bit, at the same cut
     * @throws OtherWorlds where the rows are of other worlds than {@code worlds}
     */
    public Cut cut(HeldOut heldOut, Worlds worlds, IntFunction<List<int[]>> lists) {
        return cut(heldOut, worlds.names(), worlds, lists);
    }

    /**
     * The same where not all that is counted is shown, or under another name.
     *
     * @param counted the worlds of the rows, in the order of their bits
     */
    public Cut cut(HeldOut heldOut, List<String> counted, Worlds worlds, IntFunction<List<int[]>> lists) {
        marks.requireAligned();
        marks.requireWorlds(counted);
        var tallies = marks.tallies();
        var sides = new ArrayList<Cut.Side>();
        for (var world = 0; world < counted.size(); world++) {
            var first = distinctions.first(world);
            sides.add(first < world ? sides.get(first) : side(world, heldOut, tallies, lists));
        }
        return new Cut(worlds, sides, tallies);
    }

    private Cut.Side side(int world, HeldOut heldOut, Cut.Tallies tallies, IntFunction<List<int[]>> lists) {
        return new Cut.Side(
                () -> new TrainingSet(
                        pairs.counts(world, tracks.counts(world), tallies.trainingPlaylists()),
                        () -> lists.apply(world)),
                playlists.tests(world, heldOut),
                () -> lists.apply(world));
    }
}
