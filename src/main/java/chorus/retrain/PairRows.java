package chorus.retrain;

import chorus.recommend.WorldCounts;
import chorus.recommend.WorldCountsBuilder;
import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.RowKeys;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Chunks of pair counts by key, as they were published. */
final class PairRows {
    private final Long2ObjectOpenHashMap<PairRow> chunks = new Long2ObjectOpenHashMap<>();
    private final Distinctions distinctions;

    /** @param distinctions is told what differs in the chunks that are kept */
    PairRows(Distinctions distinctions) {
        this.distinctions = distinctions;
    }

    void put(PairRow row) {
        var key = RowKeys.chunk(row.track(), row.chunk());
        remove(key);
        chunks.put(key, row);
        distinctions.add(row.differing().worlds());
    }

    void remove(long key) {
        var row = chunks.remove(key);
        if (row != null) {
            distinctions.remove(row.differing().worlds());
        }
    }

    /**
     * The counts in a world, laid out anew.
     *
     * @param world by its bit
     */
    WorldCounts counts(int world, int[] trackCounts, long trainingPlaylists) {
        var builder = new WorldCountsBuilder();
        var keys = chunks.keySet().toLongArray();
        Arrays.sort(keys);
        var chunksOfTrack = new ArrayList<PairRow>();
        for (var i = 0; i < keys.length; i++) {
            chunksOfTrack.add(chunks.get(keys[i]));
            if (i + 1 == keys.length || RowKeys.track(keys[i + 1]) != RowKeys.track(keys[i])) {
                add(chunksOfTrack, world, builder);
                chunksOfTrack.clear();
            }
        }
        return builder.build(trackCounts, trainingPlaylists);
    }

    /** Adds a track's pairs in order: chunks part the neighbours in any way, so those of several are sorted together. */
    private static void add(List<PairRow> chunks, int world, WorldCountsBuilder builder) {
        var track = chunks.getFirst().track();
        var counts = chunks.stream().map(row -> row.in(world)).toList();
        var to = flat(chunks, PairRow::to);
        var window = flat(counts, PairCounts::window);
        var adjacent = flat(counts, PairCounts::adjacent);
        var order = new long[to.length];
        Arrays.setAll(order, i -> ((long) to[i] << 32) | i);
        if (chunks.size() > 1) {
            Arrays.sort(order);
        }
        for (var each : order) {
            builder.add(track, (int) (each >> 32), window[(int) each], adjacent[(int) each]);
        }
    }

    private static <T> int[] flat(List<T> parts, Function<T, int[]> part) {
        if (parts.size() == 1) {
            return part.apply(parts.getFirst());
        }
        return parts.stream().map(part).flatMapToInt(Arrays::stream).toArray();
    }
}
