package chorus.run;

import chorus.broker.Cluster;
import chorus.broker.RowReader;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow;
import chorus.rows.PlaylistsEntry;
import chorus.rows.RowKeys;
import chorus.rows.RowSink;
import chorus.rows.TrackCountRow;
import chorus.rows.TrackCountsEntry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What a run has published of its counts: the digests of every epoch, and each world's non-zero counts at the last one. */
final class PublishedCounts implements RowSink {
    private final Map<Long, PairRow> chunks = new TreeMap<>();
    private final Map<Integer, TrackCountRow> tracks = new TreeMap<>();
    private final Map<Long, Map<Integer, CountsMark>> marks = new TreeMap<>();

    /** Reads up to the end of {@code epoch}, which must be published. */
    static PublishedCounts read(Cluster cluster, long epoch) throws InterruptedException {
        var counts = new PublishedCounts();
        try (var reader = RowReader.complete(cluster, counts)) {
            while (reader.advance(Duration.ofMillis(200)).orElse(-1) < epoch) {
                Thread.onSpinWait();
            }
        }
        return counts;
    }

    /** The digest of a world, given by its bit, over all partitions, by epoch. */
    Map<Long, WorldDigest> digests(int world) {
        var digests = new TreeMap<Long, WorldDigest>();
        marks.forEach((epoch, ofPartitions) -> digests.put(
                epoch,
                ofPartitions.values().stream()
                        .map(mark -> mark.worlds().get(world).digest())
                        .reduce(WorldDigest.NONE, WorldDigest::plus)));
        return digests;
    }

    /** The world's non-zero counts: "from to" to the window's and the adjacent count, "track" to its count. */
    Map<String, String> counts(int world) {
        var counts = new TreeMap<String, String>();
        for (var row : chunks.values()) {
            var ofWorld = row.in(world);
            for (var i = 0; i < row.to().length; i++) {
                if (ofWorld.window()[i] != 0) {
                    counts.put(row.track() + " " + row.to()[i], ofWorld.window()[i] + " " + ofWorld.adjacent()[i]);
                }
            }
        }
        for (var row : tracks.values()) {
            var count = row.in(world);
            if (count != 0) {
                counts.put("" + row.track(), "" + count);
            }
        }
        return counts;
    }

    @Override
    public void neighbours(NeighboursEntry entry) {
        switch (entry) {
            case PairRow row -> chunks.put(RowKeys.chunk(row.track(), row.chunk()), row);
            case CountsMark mark ->
                marks.computeIfAbsent(mark.epoch(), e -> new TreeMap<>()).put(mark.partition(), mark);
        }
    }

    @Override
    public void neighboursGone(int track, int chunk) {
        chunks.remove(RowKeys.chunk(track, chunk));
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
    public void playlists(PlaylistsEntry entry) {}

    @Override
    public void playlistGone(long playlist) {}
}
