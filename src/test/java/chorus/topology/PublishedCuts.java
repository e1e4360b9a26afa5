package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.events.Events;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.WorldDigest;
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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

    /** The counts of every world at a mark, in the order of their bits. */
    public record Cut(CountsMark mark, List<Counts> worlds) {
        public Counts counts(int world) {
            return worlds.get(world);
        }

        public Counts twin() {
            return worlds.getFirst();
        }

        public WorldDigest digest(int world) {
            return mark.worlds().get(world).digest();
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
                pairCuts.add(cut(mark, this::pairs));
            }
        }
    }

    private static Cut cut(CountsMark mark, IntFunction<Counts> counts) {
        return new Cut(
                mark, IntStream.range(0, mark.worlds().size()).mapToObj(counts).toList());
    }

    private Counts pairs(int world) {
        var counts = new Counts();
        for (var row : pairRows.values()) {
            var side = row.in(world);
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
                trackCuts.add(cut(mark, this::tracks));
            }
        }
    }

    private Counts tracks(int world) {
        var counts = new Counts();
        trackRows.forEach((track, row) -> {
            var count = row.in(world);
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
        for (var world = 0; world < pairs.worlds().size(); world++) {
            tracks.counts(world).tracks().forEach(pairs.counts(world)::addTrack);
        }
        trackCuts.set(epoch, cut(tracks.mark(), _ -> new Counts()));
        return pairs;
    }

    public PlaylistsCut playlistsCut(int epoch) {
        var cut = playlistsCuts.get(epoch);
        assertThat(cut.mark().epoch()).as("marks come in order").isEqualTo(epoch);
        return cut;
    }
}
