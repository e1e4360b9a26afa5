package chorus.retrain;

import chorus.evaluate.TestPlaylist;
import chorus.playlist.HeldOut;
import chorus.playlist.World;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * The published rows read so far, the newest of each key: what the compacted topics hold. Not for use by several threads at
 * once. At a cut (all partitions read up to the same epoch's marks, nothing beyond) it gives the {@link Cut}.
 */
public final class RowBook implements RowSink {
    private final PairRows pairs = new PairRows();
    private final TrackCountRows tracks = new TrackCountRows();
    private final Map<Long, PlaylistRow> playlists = new TreeMap<>();
    private final Map<Integer, PlaylistsMark> marks = new TreeMap<>();

    /** Takes a row of {@code neighbours}; its digest is for {@code verify}, not for training. */
    @Override
    public void neighbours(NeighboursEntry entry) {
        switch (entry) {
            case PairRow row -> pairs.put(row);
            case CountsMark _ -> {}
        }
    }

    @Override
    public void trackCounts(TrackCountsEntry entry) {
        switch (entry) {
            case TrackCountRow row -> tracks.put(row);
            case CountsMark _ -> {}
        }
    }

    @Override
    public void playlists(PlaylistsEntry entry) {
        switch (entry) {
            case PlaylistRow row -> playlists.put(row.playlist(), row);
            case PlaylistsMark mark -> marks.put(mark.partition(), mark);
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

    /** The cut where the book stands. */
    public Cut cut(HeldOut heldOut) {
        requireAligned();
        var training = sum(PlaylistsMark::training);
        var factual = side(World.FACTUAL, training, heldOut);
        var counterfactual = worldsAgree() ? factual : side(World.COUNTERFACTUAL, training, heldOut);
        return new Cut(factual, counterfactual, sum(PlaylistsMark::applied), sum(PlaylistsMark::refused));
    }

    private boolean worldsAgree() {
        return pairs.worldsAgree()
                && tracks.worldsAgree()
                && playlists.values().stream().allMatch(row -> Arrays.equals(row.factual(), row.counterfactual()));
    }

    private Cut.Side side(World world, long training, HeldOut heldOut) {
        var set = new TrainingSet(pairs.counts(world, tracks.counts(world), training));
        return new Cut.Side(set, tests(world, heldOut));
    }

    private List<TestPlaylist> tests(World world, HeldOut heldOut) {
        return playlists.values().stream()
                .flatMap(
                        row -> TestPlaylist.of(
                                row.playlist(), world == World.FACTUAL ? row.factual() : row.counterfactual(), heldOut)
                                .stream())
                .toList();
    }

    private long sum(ToLongFunction<PlaylistsMark> tally) {
        return marks.values().stream().mapToLong(tally).sum();
    }

    private void requireAligned() {
        for (var mark : marks.values()) {
            if (mark.epoch() != marks.values().iterator().next().epoch() || marks.size() != mark.partitions()) {
                throw new IllegalStateException("the rows stand at no cut; marks of playlists: " + marks.values());
            }
        }
    }
}
