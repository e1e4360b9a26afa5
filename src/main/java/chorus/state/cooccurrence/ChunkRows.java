package chorus.state.cooccurrence;

import chorus.rows.PairRow;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.jspecify.annotations.Nullable;

/** A chunk's bytes as the rows that are published. For one thread. */
public final class ChunkRows {
    private final ChunkReader reader = new ChunkReader();
    private final IntArrayList to = new IntArrayList();
    private final LongArrayList twin = new LongArrayList();
    private final IntArrayList at = new IntArrayList();
    private final IntArrayList worlds = new IntArrayList();
    private final LongArrayList differing = new LongArrayList();

    /** The chunk's pairs; null where it has none. */
    public @Nullable PairRow pairs(long key, byte @Nullable [] chunk) {
        var track = RowKeys.track(key);
        clear();
        reader.open(chunk);
        while (reader.next()) {
            if (reader.to() != track) {
                add();
            }
        }
        if (chunk == null || to.isEmpty()) {
            return null;
        }
        return new PairRow(
                track,
                RowKeys.chunk(key),
                1 << ChunkReader.bits(chunk),
                to.toIntArray(),
                counts(twin),
                at.isEmpty() ? Differing.NONE : new Differing(at.toIntArray(), worlds.toIntArray(), counts(differing)));
    }

    private void clear() {
        to.clear();
        twin.clear();
        at.clear();
        worlds.clear();
        differing.clear();
    }

    private void add() {
        var others = reader.others();
        for (var i = 0; i < others.worlds().length; i++) {
            at.add(to.size());
            worlds.add(others.worlds()[i]);
            differing.add(Lanes.plus(reader.twin(), others.lanes()[i]));
        }
        to.add(reader.to());
        twin.add(reader.twin());
    }

    /** How many playlists hold the track, from its {@link RowMerge#diagonal} chunk; null where none does. */
    public @Nullable TrackCountRow count(int track, byte @Nullable [] chunk) {
        reader.open(chunk);
        while (reader.next() && reader.to() <= track) {
            if (reader.to() == track) {
                var others = reader.others();
                var counts = new int[others.worlds().length];
                for (var i = 0; i < counts.length; i++) {
                    counts[i] = Lanes.window(Lanes.plus(reader.twin(), others.lanes()[i]));
                }
                return new TrackCountRow(track, Lanes.window(reader.twin()), others.worlds(), counts);
            }
        }
        return null;
    }

    private static PairCounts counts(LongArrayList lanes) {
        var window = new int[lanes.size()];
        var adjacent = new int[lanes.size()];
        for (var i = 0; i < window.length; i++) {
            window[i] = Lanes.window(lanes.getLong(i));
            adjacent[i] = Lanes.adjacent(lanes.getLong(i));
        }
        return new PairCounts(window, adjacent);
    }
}
