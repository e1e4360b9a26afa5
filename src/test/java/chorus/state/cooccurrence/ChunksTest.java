package chorus.state.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.rows.PairRow;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import chorus.worlds.WorldSet;
import java.util.HexFormat;
import java.util.NavigableMap;
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

    /** The example in {@link ChunkWriter}. */
    private static ChunkWriter example() {
        var writer = new ChunkWriter();
        writer.append(4, Lanes.of(3, 0), Differences.NONE);
        writer.append(9, Lanes.of(2, 1), Differences.of(0b1010, Lanes.of(-1, 0)));
        return writer;
    }

    @Test
    void aTypicalPairTakesThreeBytesAndADifferenceFourMore() {
        // version, bits; gap 4−(−1)=5, head zigzag(3)<<2 = 24; gap 5, head zigzag(2)<<2|2|1 = 19, zigzag(1) = 2;
        // three bytes: worlds 2^1+2^3 = 10, zigzag(−1) = 1, 0
        assertThat(example().bytes(0)).containsExactly(3, 0, 5, 24, 5, 19, 2, 3, 10, 1, 0);
        assertThat(HexFormat.ofDelimiter(" ").formatHex(example().bytes(0)))
                .isEqualTo("03 00 05 18 05 13 02 03 0a 01 00");
        assertThat(ChunkReader.bits(example().bytes(4))).isEqualTo(4);
    }

    @Test
    void bytesOfAnotherVersionAreNotRead() {
        assertThatThrownBy(() -> new ChunkReader().open(new byte[] {2, 0})).hasMessageContaining("version 2");
    }

    @Test
    void noChunkReadsAsAnEmptyOne() {
        assertThat(new ChunkReader().open(null).next()).isFalse();
        assertThat(new ChunkReader().open(null).pass()).isFalse();
        var writer = new ChunkWriter();
        writer.reset();
        assertThat(new ChunkReader().open(writer.bytes(3)).next()).isFalse();
    }

    /** Neighbours with each world's lanes: of one world, of a few, and of sixteen that may all differ. */
    private static NavigableMap<Integer, long[]> draw(Random random, int worlds) {
        var pairs = new TreeMap<Integer, long[]>();
        for (var i = random.nextInt(300); i > 0; i--) {
            var own = new long[worlds];
            own[0] = lanes(random);
            for (var world = 1; world < worlds; world++) {
                own[world] = random.nextInt(4) > 0 ? own[random.nextInt(world)] : lanes(random);
            }
            pairs.put(random.nextInt() >>> 1 + random.nextInt(30), own);
        }
        return pairs;
    }

    /** Signed counts from tiny to large, a difference of two of which is one as well. */
    private static long lanes(Random random) {
        return Lanes.of(random.nextInt() >> 1 + random.nextInt(31), random.nextInt() >> 1 + random.nextInt(31));
    }

    private static int worlds(long seed) {
        return seed % 4 == 3 ? WorldSet.MOST : 1 + (int) (seed % 4) * 2;
    }

    private static ChunkWriter written(NavigableMap<Integer, long[]> pairs) {
        var writer = new ChunkWriter();
        pairs.forEach((to, own) -> writer.append(to, own[0], PlainTable.differences(own)));
        return writer;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsRead(long seed) {
        var pairs = draw(new Random(seed), worlds(seed));
        var writer = example();
        writer.reset();
        pairs.forEach((to, own) -> writer.append(to, own[0], PlainTable.differences(own)));
        assertThat(writer.neighbours()).isEqualTo(pairs.size());
        var reader = new ChunkReader().open(writer.bytes(0));
        pairs.forEach((to, own) -> {
            assertThat(reader.next()).isTrue();
            same(reader, to, own);
        });
        assertThat(reader.next()).isFalse();
    }

    private static void same(ChunkReader reader, int to, long[] own) {
        assertThat(reader.to()).isEqualTo(to);
        assertThat(reader.twin()).isEqualTo(own[0]);
        assertThat(PlainTable.same(reader.others(), PlainTable.differences(own)))
                .as("differences")
                .isTrue();
    }

    /** Passing over neighbours, looking only at some, finds the same; what was passed over is copied as it stands. */
    @ParameterizedTest
    @MethodSource("seeds")
    void neighboursThatArePassedOverAreCopiedAsTheyStand(long seed) {
        var random = new Random(seed);
        var pairs = draw(random, worlds(seed));
        var reader = new ChunkReader().open(written(pairs).bytes(0));
        var copy = new ChunkWriter();
        var kept = new TreeMap<>(pairs);
        reader.pass();
        for (var to : pairs.keySet()) {
            var gone = random.nextInt(6);
            if (gone < 2) {
                copy(reader, to, copy);
                assertThat(reader.at(to)).isTrue();
                reader.counts();
                same(reader, to, Objects.requireNonNull(pairs.get(to)));
                if (gone == 0) {
                    kept.remove(to);
                } else {
                    copy.append(to, reader.twin(), reader.others());
                }
                reader.pass();
            }
        }
        copy(reader, Long.MAX_VALUE, copy);
        assertThat(copy.neighbours()).isEqualTo(kept.size());
        assertThat(copy.bytes(0)).isEqualTo(written(kept).bytes(0));
    }

    private static void copy(ChunkReader reader, long limit, ChunkWriter copy) {
        var run = reader.before(limit);
        if (run != null) {
            copy.append(run);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theRowsOfAChunkTellEveryWorldsCounts(long seed) {
        var pairs = draw(new Random(seed), worlds(seed));
        var chunk = written(pairs).bytes(0);
        var rows = new ChunkRows();
        for (var track : new int[] {8, pairs.isEmpty() ? 8 : pairs.firstKey()}) {
            var others = new TreeMap<>(pairs);
            var own = others.remove(track);
            requireRow(rows.pairs(RowKeys.chunk(track, 0), chunk), track, others);
            requireCount(rows.count(track, chunk), track, own);
        }
    }

    private static void requireCount(@Nullable TrackCountRow row, int track, long @Nullable [] own) {
        if (row == null || own == null) {
            assertThat(row).isNull();
            assertThat(own).isNull();
            return;
        }
        assertThat(row.track()).isEqualTo(track);
        for (var world = 0; world < own.length; world++) {
            assertThat(row.in(world)).isEqualTo(Lanes.window(own[world]));
        }
        assertThat(row.worlds()).isEqualTo(PlainTable.differences(own).worlds());
    }

    private static void requireRow(@Nullable PairRow row, int track, NavigableMap<Integer, long[]> pairs) {
        if (row == null) {
            assertThat(pairs).isEmpty();
            return;
        }
        assertThat(row.track()).isEqualTo(track);
        assertThat(row.to())
                .isEqualTo(pairs.keySet().stream().mapToInt(to -> to).toArray());
        var worlds = pairs.firstEntry().getValue().length;
        for (var world = 0; world < worlds; world++) {
            var counts = row.in(world);
            var i = 0;
            for (var own : pairs.values()) {
                assertThat(Lanes.of(counts.window()[i], counts.adjacent()[i++])).isEqualTo(own[world]);
            }
            if (alike(pairs, world)) {
                assertThat(counts).isSameAs(row.twin());
            } else {
                assertThat(counts).isNotSameAs(row.twin());
            }
        }
        var sets = pairs.values().stream()
                .flatMapToInt(own -> IntStream.of(PlainTable.differences(own).worlds()));
        assertThat(row.differing().worlds()).isEqualTo(sets.toArray());
    }

    private static boolean alike(NavigableMap<Integer, long[]> pairs, int world) {
        return pairs.values().stream().allMatch(own -> own[world] == own[0]);
    }
}
