package chorus.retrain;

import chorus.recommend.WorldCounts;
import chorus.recommend.WorldCountsBuilder;
import chorus.rows.PairRow;
import chorus.rows.RowKeys;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.Objects;

/** Chunks of pair counts by key, as they were published. */
final class PairRows {
    private final Long2ObjectOpenHashMap<PairRow> chunks;
    private final Distinctions distinctions;
    /** Pairs of all chunks together. */
    private int pairs;

    /** @param distinctions is told what differs in the chunks that are kept */
    PairRows(Distinctions distinctions) {
        this(new Long2ObjectOpenHashMap<>(), distinctions, 0);
    }

    private PairRows(Long2ObjectOpenHashMap<PairRow> chunks, Distinctions distinctions, int pairs) {
        this.chunks = chunks;
        this.distinctions = distinctions;
        this.pairs = pairs;
    }

    /** @param told of what differs from now on, and knows what does so far */
    PairRows copy(Distinctions told) {
        return new PairRows(chunks.clone(), told, pairs);
    }

    long pairs() {
        return pairs;
    }

    void put(PairRow row) {
        var key = RowKeys.chunk(row.track(), row.chunk());
        remove(key);
        chunks.put(key, row);
        pairs += row.to().length;
        distinctions.add(row.differing().worlds());
    }

    void remove(long key) {
        var row = chunks.remove(key);
        if (row != null) {
            pairs -= row.to().length;
            distinctions.remove(row.differing().worlds());
        }
    }

    /**
     * The counts in a world, laid out anew.
     *
     * @param world by its bit
     */
    WorldCounts counts(int world, int[] trackCounts, long trainingPlaylists) {
        var builder = new WorldCountsBuilder(pairs);
        var keys = chunks.keySet().toLongArray();
        Arrays.sort(keys);
        for (var start = 0; start < keys.length; ) {
            var end = start + 1;
            while (end < keys.length && RowKeys.track(keys[end]) == RowKeys.track(keys[start])) {
                end++;
            }
            if (end == start + 1) {
                add(row(keys[start]), world, builder);
            } else {
                addSorted(Arrays.copyOfRange(keys, start, end), world, builder);
            }
            start = end;
        }
        return builder.build(trackCounts, trainingPlaylists);
    }

    private PairRow row(long key) {
        return Objects.requireNonNull(chunks.get(key), "a chunk that is kept");
    }

    private static void add(PairRow row, int world, WorldCountsBuilder builder) {
        var counts = row.in(world);
        for (var i = 0; i < row.to().length; i++) {
            builder.add(row.track(), row.to()[i], counts.window()[i], counts.adjacent()[i]);
        }
    }

    /** Adds the pairs of a row in several chunks, which part its neighbours in any way: so they are sorted together. */
    private void addSorted(long[] keys, int world, WorldCountsBuilder builder) {
        var rows = Arrays.stream(keys).mapToObj(this::row).toList();
        var order = new long[rows.stream().mapToInt(row -> row.to().length).sum()];
        var window = new int[order.length];
        var adjacent = new int[order.length];
        var size = 0;
        for (var row : rows) {
            var counts = row.in(world);
            System.arraycopy(counts.window(), 0, window, size, row.to().length);
            System.arraycopy(counts.adjacent(), 0, adjacent, size, row.to().length);
            for (var to : row.to()) {
                order[size] = (long) to << 32 | size++;
            }
        }
        Arrays.sort(order);
        for (var each : order) {
            builder.add(RowKeys.track(keys[0]), (int) (each >> 32), window[(int) each], adjacent[(int) each]);
        }
    }
}
