package chorus.retrain;

import chorus.playlist.World;
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
import org.jspecify.annotations.Nullable;

/** Chunks of pair counts by key, as they were published; the worlds' counts are one object where they are equal. */
final class PairRows {
    private final Long2ObjectOpenHashMap<PairRow> chunks = new Long2ObjectOpenHashMap<>();
    private int differing;

    void put(PairRow row) {
        var kept = agrees(row) ? sharing(row) : row;
        count(chunks.put(RowKeys.chunk(row.track(), row.chunk()), kept), -1);
        count(kept, 1);
    }

    void remove(long key) {
        count(chunks.remove(key), -1);
    }

    boolean worldsAgree() {
        return differing == 0;
    }

    WorldCounts counts(World world, int[] trackCounts, long trainingPlaylists) {
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
    private static void add(List<PairRow> chunks, World world, WorldCountsBuilder builder) {
        var track = chunks.getFirst().track();
        var to = flat(chunks, PairRow::to);
        var window = flat(chunks, row -> counts(row, world).window());
        var adjacent = flat(chunks, row -> counts(row, world).adjacent());
        var order = new long[to.length];
        Arrays.setAll(order, i -> ((long) to[i] << 32) | i);
        if (chunks.size() > 1) {
            Arrays.sort(order);
        }
        for (var each : order) {
            builder.add(track, (int) (each >> 32), window[(int) each], adjacent[(int) each]);
        }
    }

    private static int[] flat(List<PairRow> chunks, Function<PairRow, int[]> part) {
        if (chunks.size() == 1) {
            return part.apply(chunks.getFirst());
        }
        return chunks.stream().map(part).flatMapToInt(Arrays::stream).toArray();
    }

    private static PairCounts counts(PairRow row, World world) {
        return world == World.FACTUAL ? row.factual() : row.counterfactual();
    }

    private void count(@Nullable PairRow row, int change) {
        if (row != null && !agrees(row)) {
            differing += change;
        }
    }

    private static boolean agrees(PairRow row) {
        return Arrays.equals(row.factual().window(), row.counterfactual().window())
                && Arrays.equals(row.factual().adjacent(), row.counterfactual().adjacent());
    }

    private static PairRow sharing(PairRow row) {
        PairCounts shared = row.factual();
        return new PairRow(row.track(), row.chunk(), row.chunks(), row.to(), shared, shared);
    }
}
