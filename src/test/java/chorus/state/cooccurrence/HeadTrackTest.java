package chorus.state.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.World;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.RowKeys;
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

    private final HeapChunks chunks = new HeapChunks();
    private final Tally tally = Tally.empty();
    private final long[] factual = new long[NEIGHBOURS];
    private final long[] counterfactual = new long[NEIGHBOURS];

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void itsRowFollowsPlainArraysWhileItGrowsAndShrinks(long seed) {
        var random = new Random(seed);
        var merge = new RowMerge(LIMIT, chunks, tally);
        for (var round = 0; round < 24; round++) {
            var changes = new PairChanges(16);
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
        assertThat(tally.factual()).isEqualTo(new WorldDigest(0, 0, 0));
    }

    private void change(PairChanges changes, Random random, boolean shrinking) {
        var to = random.nextInt(NEIGHBOURS);
        var world = World.of(random.nextInt(3));
        if (shrinking ? random.nextInt(8) > 0 : random.nextInt(8) == 0) {
            add(changes, to, negative(factual[to]), negative(counterfactual[to]));
        } else {
            var change = Lanes.of(1 + random.nextInt(300), random.nextInt(2));
            add(changes, to, world == World.COUNTERFACTUAL ? 0 : change, world == World.FACTUAL ? 0 : change);
        }
    }

    private static long negative(long lanes) {
        return Lanes.of(-Lanes.window(lanes), -Lanes.adjacent(lanes));
    }

    private void add(PairChanges changes, int to, long ofFactual, long ofCounterfactual) {
        changes.add(TRACK, to, ofFactual, ofCounterfactual);
        factual[to] = Lanes.plus(factual[to], ofFactual);
        counterfactual[to] = Lanes.plus(counterfactual[to], ofCounterfactual);
    }

    /** Counts every neighbour once more in both worlds. */
    private void all(RowMerge merge) {
        var changes = new PairChanges(NEIGHBOURS);
        for (var to = 0; to < NEIGHBOURS; to++) {
            add(changes, to, Lanes.of(1, 1), Lanes.of(1, 1));
        }
        merge.merge(changes.sorted());
    }

    private void empty(RowMerge merge) {
        var changes = new PairChanges(NEIGHBOURS);
        for (var to = 0; to < NEIGHBOURS; to++) {
            add(changes, to, negative(factual[to]), negative(counterfactual[to]));
        }
        merge.merge(changes.sorted());
    }

    private void check() {
        var ofFactual = new long[NEIGHBOURS];
        var ofCounterfactual = new long[NEIGHBOURS];
        for (var chunk : chunks.all().long2ObjectEntrySet()) {
            assertThat(RowKeys.track(chunk.getLongKey())).isEqualTo(TRACK);
            var bits = ChunkReader.bits(chunk.getValue());
            assertThat(bits).isEqualTo(ChunkReader.bits(chunks.all().get(RowKeys.chunk(TRACK, 0))));
            var neighbours = 0;
            for (var reader = new ChunkReader().open(chunk.getValue()); reader.next(); neighbours++) {
                assertThat(RowMerge.chunkOf(reader.to(), bits)).isEqualTo(RowKeys.chunk(chunk.getLongKey()));
                ofFactual[reader.to()] = reader.factual();
                ofCounterfactual[reader.to()] = reader.counterfactual();
            }
            assertThat(neighbours).isLessThanOrEqualTo(LIMIT);
        }
        assertThat(Arrays.equals(ofFactual, factual)).as("factual counts").isTrue();
        assertThat(Arrays.equals(ofCounterfactual, counterfactual))
                .as("counterfactual counts")
                .isTrue();
        assertThat(tally.factual()).isEqualTo(digest(factual));
        assertThat(tally.counterfactual()).isEqualTo(digest(counterfactual));
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
