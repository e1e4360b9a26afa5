package chorus.verify;

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
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;

/** The published rows as they stand at a cut, and every mark that led there. */
final class Published implements RowSink {
    private final Long2ObjectOpenHashMap<PairRow> chunks = new Long2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<TrackCountRow> trackCounts = new Int2ObjectOpenHashMap<>();
    private final TreeMap<Long, PlaylistRow> playlists = new TreeMap<>();
    private final TreeMap<Long, List<CountsMark>> countsMarks = new TreeMap<>();
    private final TreeMap<Long, List<PlaylistsMark>> playlistsMarks = new TreeMap<>();
    private final SequencedSet<List<String>> worlds = new LinkedHashSet<>();

    @Override
    public void neighbours(NeighboursEntry entry) {
        switch (entry) {
            case PairRow row -> chunks.put(RowKeys.chunk(row.track(), row.chunk()), row);
            case CountsMark mark -> add(mark);
        }
    }

    @Override
    public void neighboursGone(int track, int chunk) {
        chunks.remove(RowKeys.chunk(track, chunk));
    }

    @Override
    public void trackCounts(TrackCountsEntry entry) {
        switch (entry) {
            case TrackCountRow row -> trackCounts.put(row.track(), row);
            case CountsMark mark -> add(mark);
        }
    }

    @Override
    public void trackCountGone(int track) {
        trackCounts.remove(track);
    }

    @Override
    public void playlists(PlaylistsEntry entry) {
        switch (entry) {
            case PlaylistRow row -> playlists.put(row.playlist(), row);
            case PlaylistsMark mark -> add(mark);
        }
    }

    @Override
    public void playlistGone(long playlist) {
        playlists.remove(playlist);
    }

    private void add(PlaylistsMark mark) {
        worlds.add(mark.worlds());
        playlistsMarks.computeIfAbsent(mark.epoch(), epoch -> new ArrayList<>()).add(mark);
    }

    private void add(CountsMark mark) {
        worlds.add(mark.worlds().stream().map(CountsMark.OfWorld::world).toList());
        countsMarks.computeIfAbsent(mark.epoch(), epoch -> new ArrayList<>()).add(mark);
    }

    /** The worlds by name, in the order of their bits, as the first mark that was read has them; none before it. */
    List<String> worlds() {
        return worlds.isEmpty() ? List.of() : worlds.getFirst();
    }

    /** What other marks say of the worlds; nothing where all agree. */
    List<List<String>> otherWorlds() {
        return worlds.stream().skip(1).toList();
    }

    /** The chunks of all rows, ascending by track and chunk. */
    List<PairRow> chunks() {
        return chunks.values().stream()
                .sorted(Comparator.comparingInt(PairRow::track).thenComparingInt(PairRow::chunk))
                .toList();
    }

    /** The track rows, ascending by track. */
    List<TrackCountRow> trackCounts() {
        return trackCounts.values().stream()
                .sorted(Comparator.comparingInt(TrackCountRow::track))
                .toList();
    }

    Map<Long, PlaylistRow> playlists() {
        return playlists;
    }

    /** The marks of {@code neighbours} and {@code track-counts} that were still readable. */
    List<CountsMark> countsMarks(long epoch) {
        return countsMarks.getOrDefault(epoch, List.of());
    }

    List<PlaylistsMark> playlistsMarks(long epoch) {
        return playlistsMarks.getOrDefault(epoch, List.of());
    }
}
