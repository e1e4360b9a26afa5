package chorus.state.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.playlist.World;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import chorus.state.Counts;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows in chunks against plain maps. */
class RowMergeTest {
    private static final int LIMIT = 6;

    private final HeapChunks chunks = new HeapChunks();
    private final Counts factual = new Counts();
    private final Counts counterfactual = new Counts();
    private final Tally tally = Tally.empty();

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    private void add(PairChanges changes, int from, int to, int window, int adjacent, World world) {
        changes.accept(from, to, window, adjacent, world);
        if (world != World.COUNTERFACTUAL) {
            add(factual, from, to, window, adjacent);
        }
        if (world != World.FACTUAL) {
            add(counterfactual, from, to, window, adjacent);
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
    private Counts read(World world, int limit) {
        var counts = new Counts();
        chunks.all().forEach((key, bytes) -> {
            var from = RowKeys.track(key);
            var bits = ChunkReader.bits(bytes);
            assertThat(bits).isEqualTo(ChunkReader.bits(first(from)));
            var reader = new ChunkReader().open(bytes);
            var neighbours = 0;
            for (var last = -1; reader.next(); last = reader.to()) {
                assertThat(reader.to()).isGreaterThan(last);
                assertThat(RowMerge.chunkOf(reader.to(), bits)).isEqualTo(RowKeys.chunk(key));
                var lanes = world == World.FACTUAL ? reader.factual() : reader.counterfactual();
                add(counts, from, reader.to(), Lanes.window(lanes), Lanes.adjacent(lanes));
                neighbours++;
            }
            assertThat(neighbours)
                    .as("neighbours in chunk %d of track %d", RowKeys.chunk(key), from)
                    .isLessThanOrEqualTo(limit);
        });
        return counts;
    }

    private byte[] first(int track) {
        return java.util.Objects.requireNonNull(chunks.get(RowKeys.chunk(track, 0)), "chunk 0 of track " + track);
    }

    private void check(int limit) {
        assertThat(read(World.FACTUAL, limit)).isEqualTo(factual);
        assertThat(read(World.COUNTERFACTUAL, limit)).isEqualTo(counterfactual);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAndTallyFollowAPlainMapMergeByMerge(long seed) {
        var random = new Random(seed);
        var neighbours = 4 + random.nextInt(120);
        var merge = new RowMerge(LIMIT, chunks, tally);
        for (var round = 0; round < 25; round++) {
            var changes = new PairChanges(8);
            var shrinking = round % 10 > 6;
            for (var i = random.nextInt(150); i >= 0; i--) {
                change(changes, random, neighbours, shrinking);
            }
            merge.merge(changes.sorted());
            check(LIMIT);
            assertThat(tally.factual()).isEqualTo(factual.digest());
            assertThat(tally.counterfactual()).isEqualTo(counterfactual.digest());
            if (random.nextInt(4) == 0) {
                merge = new RowMerge(LIMIT, chunks, tally);
            }
        }
    }

    /** Counts never fall below zero; while {@code shrinking} they mostly return to it. */
    private void change(PairChanges changes, Random random, int neighbours, boolean shrinking) {
        var from = random.nextInt(4);
        var to = random.nextInt(neighbours);
        var world = World.of(random.nextInt(3));
        var held = held(world == World.COUNTERFACTUAL ? counterfactual : factual, from, to);
        var twin = world == World.FACTUAL ? held : held(counterfactual, from, to);
        var window = Math.min(held.window(), twin.window());
        var adjacent = Math.min(held.adjacent(), twin.adjacent());
        if (shrinking || random.nextInt(3) == 0) {
            for (var w = window; w > 0; w--) {
                add(changes, from, to, -1, 0, world);
            }
            for (var a = adjacent; a > 0; a--) {
                add(changes, from, to, 0, -1, world);
            }
        } else {
            add(changes, from, to, 1, from == to ? 0 : random.nextInt(2), world);
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
        var changes = new PairChanges(4);
        add(changes, 1, 2, 3, 1, World.BOTH);
        add(changes, 1, 1, 5, 0, World.FACTUAL);
        add(changes, 4, 4, 2, 0, World.BOTH);
        add(changes, 6, 2, 1, 0, World.BOTH);
        merge.merge(changes.sorted());
        assertThat(told.pairs).containsExactlyInAnyOrder(RowKeys.chunk(1, 0), RowKeys.chunk(6, 0));
        assertThat(told.counts).containsExactlyInAnyOrder(1, 4);
        var rows = new ChunkRows();
        var first = chunks.get(merge.diagonal(1));
        assertThat(rows.count(1, first)).isEqualTo(new TrackCountRow(1, 5, 0));
        assertThat(rows.pairs(RowKeys.chunk(1, 0), first)).isNotNull().satisfies(row -> assertThat(row.to())
                .containsExactly(2));
        assertThat(rows.pairs(RowKeys.chunk(4, 0), chunks.get(merge.diagonal(4))))
                .isNull();
        assertThat(rows.count(6, chunks.get(merge.diagonal(6)))).isNull();
    }

    @Test
    void aPairThatReturnsToZeroLeavesNoByte() {
        var merge = new RowMerge(LIMIT, chunks, tally);
        var come = new PairChanges(4);
        add(come, 1, 2, 1, 1, World.FACTUAL);
        merge.merge(come.sorted());
        var go = new PairChanges(4);
        add(go, 1, 2, -1, -1, World.FACTUAL);
        merge.merge(go.sorted());
        assertThat(chunks.all()).isEmpty();
        assertThat(tally.factual()).isEqualTo(new Counts().digest());
    }

    @Test
    void aHeadTrackIsSplitAtOnceAndThenChangedChunkByChunk() {
        var merge = new RowMerge(512, chunks, tally);
        var changes = new PairChanges(1 << 17);
        for (var to = 0; to < 100_000; to++) {
            add(changes, 0, to, 1 + to % 3, to == 0 ? 0 : to % 2, to % 10 == 0 ? World.FACTUAL : World.BOTH);
        }
        merge.merge(changes.sorted());
        check(512);
        assertThat(tally.factual()).isEqualTo(factual.digest());
        assertThat(tally.counterfactual()).isEqualTo(counterfactual.digest());
        // 100,000 neighbours in chunks of at most 512: at least 2^8 chunks
        assertThat(chunks.all()).hasSizeGreaterThanOrEqualTo(256);

        var before = Collections.<byte[]>newSetFromMap(new IdentityHashMap<>());
        before.addAll(chunks.all().values());
        var one = new PairChanges(1);
        add(one, 0, 77_777, 1, 1, World.BOTH);
        merge.merge(one.sorted());
        assertThat(chunks.all().values())
                .filteredOn(chunk -> !before.contains(chunk))
                .hasSize(1);
        assertThat(factual.pair(0, 77_777)).isEqualTo(new Counts.Count(4, 2));
        check(512);
    }

    @Test
    void aCountBelowZeroIsAFault() {
        var changes = new PairChanges(1);
        changes.accept(4, 5, -1, 0, World.COUNTERFACTUAL);
        assertThatThrownBy(() -> new RowMerge(LIMIT, chunks, tally).merge(changes.sorted()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pair 4 → 5");
    }
}
