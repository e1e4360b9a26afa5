package chorus.state.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.RowKeys;
import chorus.state.Counts;
import chorus.worlds.WorldSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows in chunks and the tally of each of four worlds, against plain maps. */
class RowMergeTest {
    private static final int LIMIT = 6;
    private static final int WORLDS = 4;
    private static final WorldSet SOME = new WorldSet(0b0110);

    private final HeapChunks chunks = new HeapChunks();
    private final List<Counts> counts =
            IntStream.range(0, WORLDS).mapToObj(world -> new Counts()).toList();
    private final Tally tally = Tally.empty(WORLDS);

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private void add(PlainTable changes, int from, int to, int window, int adjacent, WorldSet set) {
        changes.add(from, to, window, adjacent, set);
        for (var world = 0; world < WORLDS; world++) {
            if (set.has(world)) {
                add(counts.get(world), from, to, window, adjacent);
            }
        }
    }

    /** Where a track meets itself stands how many playlists hold it. */
    private static void add(Counts counts, int from, int to, int window, int adjacent) {
        if (from == to) {
            counts.addTrack(from, window);
        } else {
            counts.addPair(from, to, window, adjacent);
        }
    }

    private static Counts.Count held(Counts counts, int from, int to) {
        return from == to ? new Counts.Count(counts.tracks().getOrDefault(from, 0), 0) : counts.pair(from, to);
    }

    /** The pairs of all chunks in one world, each in the chunk where it belongs, no chunk beyond {@code limit}. */
    private Counts read(int world, int limit) {
        var read = new Counts();
        chunks.all().forEach((key, bytes) -> {
            var from = RowKeys.track(key);
            var bits = ChunkReader.bits(bytes);
            assertThat(bits).isEqualTo(ChunkReader.bits(first(from)));
            var reader = new ChunkReader().open(bytes);
            var neighbours = 0;
            for (var last = -1; reader.next(); last = reader.to()) {
                assertThat(reader.to()).isGreaterThan(last);
                assertThat(RowMerge.chunkOf(reader.to(), bits)).isEqualTo(RowKeys.chunk(key));
                var lanes = PlainTable.in(world, reader.twin(), reader.others());
                assertThat(reader.twin() == 0 && reader.others().isEmpty())
                        .as("%d → %d counts nowhere", from, reader.to())
                        .isFalse();
                add(read, from, reader.to(), Lanes.window(lanes), Lanes.adjacent(lanes));
                neighbours++;
            }
            assertThat(neighbours)
                    .as("neighbours in chunk %d of track %d", RowKeys.chunk(key), from)
                    .isLessThanOrEqualTo(limit);
        });
        return read;
    }

    private byte[] first(int track) {
        return Objects.requireNonNull(chunks.get(RowKeys.chunk(track, 0)), "chunk 0 of track " + track);
    }

    private void check(int limit) {
        for (var world = 0; world < WORLDS; world++) {
            assertThat(read(world, limit)).as("world %d", world).isEqualTo(counts.get(world));
            assertThat(tally.of(world))
                    .as("world %d", world)
                    .isEqualTo(counts.get(world).digest());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAndTallyFollowAPlainMapMergeByMerge(long seed) {
        var random = new Random(seed);
        var neighbours = 4 + random.nextInt(120);
        var merge = new RowMerge(LIMIT, chunks, tally);
        for (var round = 0; round < 25; round++) {
            var changes = new PlainTable(WORLDS);
            var shrinking = round % 10 > 6;
            for (var i = random.nextInt(150); i >= 0; i--) {
                change(changes, random, neighbours, shrinking);
            }
            merge.merge(changes.sorted());
            check(LIMIT);
            if (random.nextInt(4) == 0) {
                merge = new RowMerge(LIMIT, chunks, tally);
            }
        }
    }

    /** Counts never fall below zero; while {@code shrinking} they mostly return to it. */
    private void change(PlainTable changes, Random random, int neighbours, boolean shrinking) {
        var from = random.nextInt(4);
        var to = random.nextInt(neighbours);
        var set = random.nextBoolean() ? WorldSet.ALL : new WorldSet(1 + random.nextInt((1 << WORLDS) - 1));
        var held = IntStream.range(0, WORLDS)
                .filter(set::has)
                .mapToObj(world -> held(counts.get(world), from, to))
                .toList();
        var window = held.stream().mapToInt(Counts.Count::window).min().orElse(0);
        var adjacent = held.stream().mapToInt(Counts.Count::adjacent).min().orElse(0);
        if (shrinking || random.nextInt(3) == 0) {
            add(changes, from, to, -window, -adjacent, set);
        } else {
            add(changes, from, to, 1, from == to ? 0 : random.nextInt(2), set);
        }
    }

    /** What a merge says has changed. */
    private record Told(Chunks chunks, Set<Long> pairs, Set<Integer> counts) implements Chunks {
        @Override
        public byte @Nullable [] get(long key) {
            return chunks.get(key);
        }

        @Override
        public void put(long key, byte @Nullable [] bytes) {
            chunks.put(key, bytes);
        }

        @Override
        public void pairsChanged(long key) {
            pairs.add(key);
        }

        @Override
        public void countChanged(int track) {
            counts.add(track);
        }
    }

    @Test
    void whatChangedIsToldApartAndReadBackAsTwoRows() {
        var told = new Told(chunks, new TreeSet<>(), new TreeSet<>());
        var merge = new RowMerge(LIMIT, told, tally);
        var changes = new PlainTable(WORLDS);
        add(changes, 1, 2, 3, 1, WorldSet.ALL);
        add(changes, 1, 1, 5, 0, SOME);
        add(changes, 4, 4, 2, 0, WorldSet.ALL);
        add(changes, 6, 2, 1, 0, WorldSet.ALL);
        merge.merge(changes.sorted());
        assertThat(told.pairs).containsExactlyInAnyOrder(RowKeys.chunk(1, 0), RowKeys.chunk(6, 0));
        assertThat(told.counts).containsExactlyInAnyOrder(1, 4);
        var rows = new ChunkRows();
        var first = chunks.get(merge.diagonal(1));
        assertThat(rows.count(1, first)).isNotNull().satisfies(row -> {
            assertThat(row.count()).isZero();
            assertThat(row.worlds()).containsExactly(0b0110);
            assertThat(row.counts()).containsExactly(5);
        });
        assertThat(rows.pairs(RowKeys.chunk(1, 0), first)).isNotNull().satisfies(row -> assertThat(row.to())
                .containsExactly(2));
        assertThat(rows.pairs(RowKeys.chunk(4, 0), chunks.get(merge.diagonal(4))))
                .isNull();
        assertThat(rows.count(6, chunks.get(merge.diagonal(6)))).isNull();
    }

    @Test
    void aPairThatReturnsToZeroLeavesNoByte() {
        var merge = new RowMerge(LIMIT, chunks, tally);
        for (var change : new int[] {1, -1}) {
            var changes = new PlainTable(WORLDS);
            add(changes, 1, 2, change, change, SOME);
            merge.merge(changes.sorted());
        }
        assertThat(chunks.all()).isEmpty();
        check(LIMIT);
        assertThat(tally.parts()).containsOnly(WorldDigest.NONE);
    }

    @Test
    void whatTheTwinLosesOthersMayKeep() {
        var merge = new RowMerge(LIMIT, chunks, tally);
        var come = new PlainTable(WORLDS);
        add(come, 1, 2, 2, 1, WorldSet.ALL);
        merge.merge(come.sorted());
        var go = new PlainTable(WORLDS);
        add(go, 1, 2, -2, -1, WorldSet.ALL.without(SOME));
        merge.merge(go.sorted());
        check(LIMIT);
        assertThat(tally.of(0)).isEqualTo(WorldDigest.NONE);
        assertThat(tally.of(1).pairs()).isEqualTo(1);
        assertThat(new ChunkRows().pairs(RowKeys.chunk(1, 0), first(1)))
                .isNotNull()
                .satisfies(row -> {
                    assertThat(row.twin().window()).containsExactly(0);
                    assertThat(row.in(2).window()).containsExactly(2);
                    assertThat(row.in(2).adjacent()).containsExactly(1);
                });
    }

    @Test
    void aWorldIsTalliedAsTheTwinWhereNothingDiffers() {
        var changes = new PlainTable(WORLDS);
        add(changes, 1, 2, 2, 1, WorldSet.ALL);
        add(changes, 1, 1, 2, 0, WorldSet.ALL);
        add(changes, 1, 3, 1, 0, WorldSet.only(3));
        new RowMerge(LIMIT, chunks, tally).merge(changes.sorted());
        assertThat(tally.parts().subList(1, 3)).containsOnly(WorldDigest.NONE);
        assertThat(tally.of(2)).isEqualTo(tally.of(0)).isEqualTo(counts.get(2).digest());
        assertThat(tally.of(3).pairs()).isEqualTo(2);
        assertThat(Tally.of(tally.parts()).of(3)).isEqualTo(tally.of(3));
    }

    @Test
    void aHeadTrackIsSplitAtOnceAndThenChangedChunkByChunk() {
        var merge = new RowMerge(512, chunks, tally);
        var changes = new PlainTable(WORLDS);
        for (var to = 0; to < 100_000; to++) {
            add(changes, 0, to, 1 + to % 3, to == 0 ? 0 : to % 2, to % 10 == 0 ? SOME : WorldSet.ALL);
        }
        merge.merge(changes.sorted());
        check(512);
        // 100,000 neighbours in chunks of at most 512: at least 2^8 chunks
        assertThat(chunks.all()).hasSizeGreaterThanOrEqualTo(256);

        var before = Collections.<byte[]>newSetFromMap(new IdentityHashMap<>());
        before.addAll(chunks.all().values());
        var one = new PlainTable(WORLDS);
        add(one, 0, 77_777, 1, 1, WorldSet.ALL);
        merge.merge(one.sorted());
        assertThat(chunks.all().values())
                .filteredOn(chunk -> !before.contains(chunk))
                .hasSize(1);
        assertThat(counts.getFirst().pair(0, 77_777)).isEqualTo(new Counts.Count(4, 2));
        check(512);
    }

    @Test
    void aCountBelowZeroIsAFaultInAnyWorld() {
        for (var set : List.of(WorldSet.ALL, SOME, WorldSet.only(3))) {
            var changes = new PlainTable(WORLDS);
            changes.add(4, 5, -1, 0, set);
            assertThatThrownBy(() -> new RowMerge(LIMIT, new HeapChunks(), tally).merge(changes.sorted()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("pair 4 → 5");
        }
    }
}
