package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.events.Events;
import chorus.playlist.World;
import chorus.rows.CountsMark;
import chorus.rows.PairRow;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import chorus.state.Counts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a reader of the published topics holds: the newest row of each key, and the whole book as it was at each mark. */
public final class PublishedCuts {
    private final Events events;
    private final Map<Long, PairRow> pairRows = new TreeMap<>();
    private final Map<Integer, TrackCountRow> trackRows = new TreeMap<>();
    private final Map<Long, PlaylistRow> playlistRows = new TreeMap<>();
    private final List<Cut> pairCuts = new ArrayList<>();
    private final List<Cut> trackCuts = new ArrayList<>();
    private final List<PlaylistsCut> playlistsCuts = new ArrayList<>();
    private int tombstones;

    public PublishedCuts(Events events) {
        this.events = events;
    }

    /** The counts of both worlds at a mark. */
    public record Cut(CountsMark mark, Counts factual, Counts counterfactual) {
        public Counts counts(World world) {
            return world == World.FACTUAL ? factual : counterfactual;
        }
    }

    /** The held-out playlists at a mark. */
    public record PlaylistsCut(PlaylistsMark mark, Map<Long, PlaylistRow> rows) {}

    public void neighbours(byte[] key, byte @Nullable [] value) {
        var id = ByteBuffer.wrap(key).getLong();
        if (value == null) {
            tombstones++;
            pairRows.remove(id);
            return;
        }
        switch (events.neighbours().decode(value)) {
            case PairRow row -> {
                assertThat(id).isEqualTo(RowKeys.chunk(row.track(), row.chunk()));
                pairRows.put(id, row);
            }
            case CountsMark mark -> {
                assertThat(id).isEqualTo(RowKeys.mark(mark.epoch(), mark.partition()));
                pairCuts.add(new Cut(mark, pairs(World.FACTUAL), pairs(World.COUNTERFACTUAL)));
            }
        }
    }

    private Counts pairs(World world) {
        var counts = new Counts();
        for (var row : pairRows.values()) {
            var side = world == World.FACTUAL ? row.factual() : row.counterfactual();
            for (var i = 0; i < row.to().length; i++) {
                counts.addPair(row.track(), row.to()[i], side.window()[i], side.adjacent()[i]);
            }
        }
        return counts;
    }

    public void trackCounts(byte[] key, byte @Nullable [] value) {
        var id = ByteBuffer.wrap(key).getInt();
        if (value == null) {
            tombstones++;
            trackRows.remove(id);
            return;
        }
        switch (events.trackCounts().decode(value)) {
            case TrackCountRow row -> {
                assertThat(id).isEqualTo(row.track());
                trackRows.put(id, row);
            }
            case CountsMark mark -> {
                assertThat(id).isEqualTo(RowKeys.mark(mark.partition()));
                trackCuts.add(new Cut(mark, tracks(World.FACTUAL), tracks(World.COUNTERFACTUAL)));
            }
        }
    }

    private Counts tracks(World world) {
        var counts = new Counts();
        trackRows.forEach((track, row) -> {
            var count = world == World.FACTUAL ? row.factual() : row.counterfactual();
            if (count != 0) {
                counts.addTrack(track, count);
            }
        });
        return counts;
    }

    public void playlists(byte[] key, byte @Nullable [] value) {
        var id = ByteBuffer.wrap(key).getLong();
        if (value == null) {
            tombstones++;
            playlistRows.remove(id);
            return;
        }
        switch (events.playlists().decode(value)) {
            case PlaylistRow row -> playlistRows.put(id, row);
            case PlaylistsMark mark -> playlistsCuts.add(new PlaylistsCut(mark, new TreeMap<>(playlistRows)));
        }
    }

    /** How many rows were said to be gone. */
    int tombstones() {
        return tombstones;
    }

    /** How many rows of counts stand now. */
    int rows() {
        return pairRows.size() + trackRows.size();
    }

    int cuts() {
        return Math.min(pairCuts.size(), Math.min(trackCuts.size(), playlistsCuts.size()));
    }

    /** Pairs and tracks at the end of {@code epoch}. */
    public Cut cut(int epoch) {
        var pairs = pairCuts.get(epoch);
        var tracks = trackCuts.get(epoch);
        assertThat(pairs.mark()).isEqualTo(tracks.mark());
        assertThat(pairs.mark().epoch()).as("marks come in order").isEqualTo(epoch);
        tracks.factual().tracks().forEach(pairs.factual()::addTrack);
        tracks.counterfactual().tracks().forEach(pairs.counterfactual()::addTrack);
        trackCuts.set(epoch, new Cut(tracks.mark(), new Counts(), new Counts()));
        return pairs;
    }

    public PlaylistsCut playlistsCut(int epoch) {
        var cut = playlistsCuts.get(epoch);
        assertThat(cut.mark().epoch()).as("marks come in order").isEqualTo(epoch);
        return cut;
    }
}
