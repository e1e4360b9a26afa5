package chorus.bench.streams;

import chorus.bench.contender.CountKey;
import chorus.bench.contender.Counts;
import chorus.broker.Cluster;
import chorus.broker.RowReader;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow;
import chorus.rows.PlaylistsEntry;
import chorus.rows.RowKeys;
import chorus.rows.RowSink;
import chorus.rows.TrackCountRow;
import chorus.rows.TrackCountsEntry;
import chorus.state.cooccurrence.Lanes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The rows that the topology published at the end of the recording, recounted from the rows themselves. */
final class PublishedCut implements RowSink {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<Long, PairRow> pairs = new HashMap<>();
    private final Map<Integer, TrackCountRow> tracks = new HashMap<>();
    private final int worlds;
    private Counts marked;

    private PublishedCut(int worlds) {
        this.worlds = worlds;
        marked = Counts.none(worlds);
    }

    /** Waits until every partition has published the recording's one epoch. */
    static PublishedCut await(Cluster cluster, int worlds) throws InterruptedException {
        var cut = new PublishedCut(worlds);
        try (var reader = RowReader.newest(cluster, cut)) {
            var complete = reader.advance(POLL);
            while (complete.isEmpty()) {
                complete = reader.advance(POLL);
            }
        }
        if (!cut.marked.equals(cut.counts())) {
            throw new IllegalStateException(
                    "the digests of the marks say " + cut.marked + ", the published rows " + cut.counts());
        }
        return cut;
    }

    /** The counts that the rows tell. */
    Counts counts() {
        var sum = new Counts.Sum(worlds);
        for (var world = 0; world < worlds; world++) {
            for (var row : pairs.values()) {
                add(row, world, sum);
            }
            for (var row : tracks.values()) {
                sum.add(CountKey.of(row.track(), CountKey.TRACK), Lanes.of(row.in(world), 0), world);
            }
        }
        return sum.counts();
    }

    private static void add(PairRow row, int world, Counts.Sum sum) {
        var counts = row.in(world);
        for (var i = 0; i < row.to().length; i++) {
            var lanes = Lanes.of(counts.window()[i], counts.adjacent()[i]);
            sum.add(CountKey.of(row.track(), row.to()[i]), lanes, world);
        }
    }

    @Override
    public void neighbours(NeighboursEntry entry) {
        switch (entry) {
            case PairRow row -> pairs.put(RowKeys.chunk(row.track(), row.chunk()), row);
            case CountsMark mark ->
                marked = marked.plus(
                        new Counts(mark.worlds().stream().map(OfWorld::digest).toList()));
        }
    }

    @Override
    public void neighboursGone(int track, int chunk) {
        pairs.remove(RowKeys.chunk(track, chunk));
    }

    @Override
    public void trackCounts(TrackCountsEntry entry) {
        if (entry instanceof TrackCountRow row) {
            tracks.put(row.track(), row);
        }
    }

    @Override
    public void trackCountGone(int track) {
        tracks.remove(track);
    }

    @Override
    public void playlists(PlaylistsEntry entry) {
        // nothing is held out
    }

    @Override
    public void playlistGone(long playlist) {
        // nothing is held out
    }
}
