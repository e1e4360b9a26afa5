package chorus.state.cooccurrence;

import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A chunk's bytes as the rows that are published. For one thread. */
public final class ChunkRows {
    private final ChunkReader reader = new ChunkReader();
    private int[] to = new int[64];
    private long[] factual = new long[64];
    private long[] counterfactual = new long[64];

    /** The chunk's pairs; null where it has none. */
    public @Nullable PairRow pairs(long key, byte @Nullable [] chunk) {
        var track = RowKeys.track(key);
        var size = 0;
        var same = true;
        reader.open(chunk);
        while (reader.next()) {
            if (reader.to() != track) {
                room(size);
                to[size] = reader.to();
                factual[size] = reader.factual();
                counterfactual[size] = reader.counterfactual();
                same &= reader.factual() == reader.counterfactual();
                size++;
            }
        }
        if (chunk == null || size == 0) {
            return null;
        }
        var counts = counts(factual, size);
        return new PairRow(
                track,
                RowKeys.chunk(key),
                1 << ChunkReader.bits(chunk),
                Arrays.copyOf(to, size),
                counts,
                same ? counts : counts(counterfactual, size));
    }

    /** How many playlists hold the track, from its {@link RowMerge#diagonal} chunk; null where none does. */
    public @Nullable TrackCountRow count(int track, byte @Nullable [] chunk) {
        reader.open(chunk);
        while (reader.next() && reader.to() <= track) {
            if (reader.to() == track) {
                return new TrackCountRow(track, Lanes.window(reader.factual()), Lanes.window(reader.counterfactual()));
            }
        }
        return null;
    }

    private void room(int size) {
        if (size == to.length) {
            to = Arrays.copyOf(to, size * 2);
            factual = Arrays.copyOf(factual, size * 2);
            counterfactual = Arrays.copyOf(counterfactual, size * 2);
        }
    }

    private static PairCounts counts(long[] lanes, int size) {
        var window = new int[size];
        var adjacent = new int[size];
        for (var i = 0; i < size; i++) {
            window[i] = Lanes.window(lanes[i]);
            adjacent[i] = Lanes.adjacent(lanes[i]);
        }
        return new PairCounts(window, adjacent);
    }
}
