package chorus.state.counts;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.RowKeys;
import chorus.state.bytes.HeapStore;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that changed before their epoch closes, and while it does. */
class ChangedRowsTest {
    private final HeapStore<Integer> store = HeapStore.empty();
    private ChangedRows rows = new ChangedRows(store);

    private void keep(int... tracks) {
        for (var track : tracks) {
            rows.pairs(RowKeys.chunk(track, 0));
        }
        rows.keep();
        rows.save();
    }

    private static long[] chunks(int... tracks) {
        var keys = new long[tracks.length];
        for (var i = 0; i < keys.length; i++) {
            keys[i] = RowKeys.chunk(tracks[i], 0);
        }
        return keys;
    }

    @Test
    void keptRowsAreTakenTrackByTrackTogetherWithWhatIsNoted() {
        keep(8, 2, 5);
        keep(9);
        rows = new ChangedRows(store);
        rows.pairs(RowKeys.chunk(3, 0));
        rows.count(2);
        assertThat(rows.take(-1, 5))
                .containsExactly(
                        RowKeys.chunk(2, 0),
                        RowKeys.chunk(2, ChangedRows.COUNT),
                        RowKeys.chunk(3, 0),
                        RowKeys.chunk(5, 0));
        assertThat(rows.take(5, 100)).containsExactly(chunks(8, 9));
    }

    @Test
    void aPortionEndsWithItsLastKeptRow() {
        keep(2, 5, 8);
        assertThat(rows.portion(-1, 2)).isEqualTo(5);
        assertThat(rows.portion(5, 2)).isEqualTo(8);
        assertThat(rows.portion(8, 2)).as("none is left").isEqualTo(8);
    }

    @Test
    void manyThatACommitKeepsAreInRecordsThatABrokerTakes() {
        var many = IntStream.range(0, 300_000).map(place -> place * 9).toArray();
        keep(many);
        assertThat(store.size()).isEqualTo(2);
        store.forEach((segment, bytes) -> assertThat(bytes).hasSizeLessThan(600_000));
        rows = new ChangedRows(store);
        assertThat(Arrays.equals(rows.take(-1, Integer.MAX_VALUE), chunks(many)))
                .isTrue();
        rows.clear();
        assertThat(store.size()).isZero();
    }

    @Test
    void theNextEpochHasItsOwnRowsThoughTheyAreAsMany() {
        keep(2, 5);
        assertThat(rows.take(-1, 100)).containsExactly(chunks(2, 5));
        rows.clear();
        assertThat(store.size()).isZero();
        keep(3, 7);
        assertThat(rows.take(-1, 100)).containsExactly(chunks(3, 7));
    }
}
