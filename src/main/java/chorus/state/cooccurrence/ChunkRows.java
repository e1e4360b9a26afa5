package chorus.state.cooccurrence;

import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.RowKeys;
import java.util.Arrays;

/** A chunk's bytes as the row that is published. */
public final class ChunkRows {
    private static final int[] NONE = {};

    private final ChunkReader reader = new ChunkReader();

    public PairRow row(long key, byte[] chunk) {
        var to = NONE;
        var factual = new long[16];
        var counterfactual = new long[16];
        var size = 0;
        var same = true;
        reader.open(chunk);
        while (reader.next()) {
            if (size == to.length) {
                to = Arrays.copyOf(to, Math.max(16, size * 2));
                factual = Arrays.copyOf(factual, to.length);
                counterfactual = Arrays.copyOf(counterfactual, to.length);
            }
            to[size] = reader.to();
            factual[size] = reader.factual();
            counterfactual[size] = reader.counterfactual();
            same &= reader.factual() == reader.counterfactual();
            size++;
        }
        var counts = counts(factual, size);
        return new PairRow(
                RowKeys.track(key),
                RowKeys.chunk(key),
                1 << ChunkReader.bits(chunk),
                Arrays.copyOf(to, size),
                counts,
                same ? counts : counts(counterfactual, size));
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
