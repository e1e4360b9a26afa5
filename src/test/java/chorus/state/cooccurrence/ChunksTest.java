package chorus.state.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.PairRow;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A chunk's bytes: what is written is read. */
class ChunksTest {
    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @Test
    void aTypicalPairTakesThreeBytes() {
        var writer = new ChunkWriter();
        writer.reset();
        writer.append(9, Lanes.of(2, 1), Lanes.of(2, 1));
        writer.append(12, Lanes.of(3, 0), Lanes.of(3, 0));
        // version, bits; gap 9−(−1)=10, head zigzag(2)<<2|1 = 17, zigzag(1) = 2; gap 3, head zigzag(3)<<2 = 24
        assertThat(writer.bytes(4)).containsExactly(2, 4, 10, 17, 2, 3, 24);
        assertThat(ChunkReader.bits(writer.bytes(4))).isEqualTo(4);
    }

    @Test
    void noChunkReadsAsAnEmptyOne() {
        assertThat(new ChunkReader().open(null).next()).isFalse();
        var writer = new ChunkWriter();
        writer.reset();
        assertThat(new ChunkReader().open(writer.bytes(3)).next()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsRead(long seed) {
        var random = new Random(seed);
        var pairs = new TreeMap<Integer, long[]>();
        for (var i = random.nextInt(500); i > 0; i--) {
            var to = random.nextInt() >>> 1 + random.nextInt(30);
            var factual = lanes(random);
            pairs.put(to, new long[] {factual, random.nextBoolean() ? factual : lanes(random)});
        }
        var writer = new ChunkWriter();
        writer.append(5, 1, 1);
        writer.reset();
        pairs.forEach((to, lanes) -> writer.append(to, lanes[0], lanes[1]));
        assertThat(writer.neighbours()).isEqualTo(pairs.size());
        var reader = new ChunkReader().open(writer.bytes(0));
        pairs.forEach((to, lanes) -> {
            assertThat(reader.next()).isTrue();
            assertThat(new long[] {reader.to(), reader.factual(), reader.counterfactual()})
                    .containsExactly(to, lanes[0], lanes[1]);
        });
        assertThat(reader.next()).isFalse();
        var rows = new ChunkRows();
        for (var track : new int[] {8, pairs.isEmpty() ? 8 : pairs.firstKey()}) {
            var own = pairs.remove(track);
            sameRow(rows.pairs(RowKeys.chunk(track, 0), writer.bytes(0)), track, pairs);
            assertThat(rows.count(track, writer.bytes(0)))
                    .isEqualTo(
                            own == null ? null : new TrackCountRow(track, Lanes.window(own[0]), Lanes.window(own[1])));
            if (own != null) {
                pairs.put(track, own);
            }
        }
    }

    private static void sameRow(@Nullable PairRow row, int track, Map<Integer, long[]> pairs) {
        if (row == null) {
            assertThat(pairs).isEmpty();
            return;
        }
        assertThat(row.track()).isEqualTo(track);
        assertThat(row.to())
                .isEqualTo(pairs.keySet().stream().mapToInt(to -> to).toArray());
        for (var i = 0; i < row.to().length; i++) {
            var lanes = Objects.requireNonNull(pairs.get(row.to()[i]));
            assertThat(Lanes.of(row.factual().window()[i], row.factual().adjacent()[i]))
                    .isEqualTo(lanes[0]);
            assertThat(Lanes.of(
                            row.counterfactual().window()[i],
                            row.counterfactual().adjacent()[i]))
                    .isEqualTo(lanes[1]);
        }
        var agree = pairs.values().stream().allMatch(lanes -> lanes[0] == lanes[1]);
        if (agree) {
            assertThat(row.counterfactual()).isSameAs(row.factual());
        } else {
            assertThat(row.counterfactual()).isNotSameAs(row.factual());
        }
    }

    /** Signed counts from tiny to the largest. */
    private static long lanes(Random random) {
        return Lanes.of(random.nextInt() >> random.nextInt(32), random.nextInt() >> random.nextInt(32));
    }
}
