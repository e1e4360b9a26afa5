package chorus.state.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.RowKeys;
import chorus.worlds.WorldSet;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The row of a head track against plain arrays: 100,000 neighbours that come, change and go in merges of all sizes. */
class HeadTrackTest {
    private static final int TRACK = 100_000;
    private static final int NEIGHBOURS = 100_000;
    private static final int LIMIT = 512;
    private static final int WIDEST_MERGE = 40_000;
    private static final int WORLDS = 4;

    private final HeapChunks chunks = new HeapChunks();
    private final Tally tally = Tally.empty(WORLDS);
    /** By world, then by neighbour. */
    private final long[][] counts = new long[WORLDS][NEIGHBOURS];

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void itsRowFollowsPlainArraysWhileItGrowsAndShrinks(long seed) {
        var random = new Random(seed);
        var merge = new RowMerge(LIMIT, chunks, tally);
        for (var round = 0; round < 24; round++) {
            var changes = new PlainTable(WORLDS);
            var shrinking = round >= 16;
            // a merge changes a handful of neighbours, or a large part of the row
            for (var left = random.nextInt(1 + random.nextInt(WIDEST_MERGE)); left >= 0; left--) {
                change(changes, random, shrinking);
            }
            merge.merge(changes.sorted());
            if (round % 4 == 3) {
                check();
                merge = new RowMerge(LIMIT, chunks, tally);
            }
        }
        all(merge);
        check();
        // 100,000 neighbours in chunks of at most 512 are 2^8 chunks at least
        assertThat(chunks.all()).hasSizeGreaterThanOrEqualTo(256);
        empty(merge);
        check();
        assertThat(tally.parts()).containsOnly(WorldDigest.NONE);
    }

    private void change(PlainTable changes, Random random, boolean shrinking) {
        var to = random.nextInt(NEIGHBOURS);
        if (shrinking ? random.nextInt(8) > 0 : random.nextInt(8) == 0) {
            clear(changes, to);
            return;
        }
        var set = random.nextBoolean() ? WorldSet.ALL : new WorldSet(1 + random.nextInt((1 << WORLDS) - 1));
        var change = Lanes.of(1 + random.nextInt(300), random.nextInt(2));
        for (var world = 0; world < WORLDS; world++) {
            add(changes, to, world, set.has(world) ? change : 0);
        }
    }

    private void clear(PlainTable changes, int to) {
        for (var world = 0; world < WORLDS; world++) {
            var held = counts[world][to];
            add(changes, to, world, Lanes.of(-Lanes.window(held), -Lanes.adjacent(held)));
        }
    }

    private void add(PlainTable changes, int to, int world, long change) {
        changes.add(TRACK, to, world, change);
        counts[world][to] = Lanes.plus(counts[world][to], change);
    }

    /** Counts every neighbour once more in all worlds. */
    private void all(RowMerge merge) {
        var changes = new PlainTable(WORLDS);
        for (var to = 0; to < NEIGHBOURS; to++) {
            for (var world = 0; world < WORLDS; world++) {
                add(changes, to, world, Lanes.of(1, 1));
            }
        }
        merge.merge(changes.sorted());
    }

    private void empty(RowMerge merge) {
        var changes = new PlainTable(WORLDS);
        for (var to = 0; to < NEIGHBOURS; to++) {
            clear(changes, to);
        }
        merge.merge(changes.sorted());
    }

    private void check() {
        var read = new long[WORLDS][NEIGHBOURS];
        for (var chunk : chunks.all().long2ObjectEntrySet()) {
            assertThat(RowKeys.track(chunk.getLongKey())).isEqualTo(TRACK);
            var bits = ChunkReader.bits(chunk.getValue());
            assertThat(bits).isEqualTo(ChunkReader.bits(chunks.all().get(RowKeys.chunk(TRACK, 0))));
            var neighbours = 0;
            for (var reader = new ChunkReader().open(chunk.getValue()); reader.next(); neighbours++) {
                assertThat(RowMerge.chunkOf(reader.to(), bits)).isEqualTo(RowKeys.chunk(chunk.getLongKey()));
                for (var world = 0; world < WORLDS; world++) {
                    read[world][reader.to()] = PlainTable.in(world, reader.twin(), reader.others());
                }
            }
            assertThat(neighbours).isLessThanOrEqualTo(LIMIT);
        }
        for (var world = 0; world < WORLDS; world++) {
            assertThat(Arrays.equals(read[world], counts[world]))
                    .as("counts of world %d", world)
                    .isTrue();
            assertThat(tally.of(world)).as("world %d", world).isEqualTo(digest(counts[world]));
        }
    }

    private static WorldDigest digest(long[] counts) {
        var digest = 0L;
        var pairs = 0;
        for (var to = 0; to < counts.length; to++) {
            if (counts[to] != 0) {
                digest += CountDigest.pair(TRACK, to, Lanes.window(counts[to]), Lanes.adjacent(counts[to]));
                pairs++;
            }
        }
        return new WorldDigest(digest, pairs, 0);
    }
}
