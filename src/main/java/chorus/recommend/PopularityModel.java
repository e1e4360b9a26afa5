package chorus.recommend;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/** The baseline without context: the most frequent tracks, whatever the seed. */
public final class PopularityModel implements Model {
    private final int[] ranked;

    private PopularityModel(int[] ranked) {
        this.ranked = ranked;
    }

    static PopularityModel fit(WorldCounts counts) {
        var keys = new long[(int) counts.tracks()];
        var next = 0;
        for (var track = 0; track < counts.trackCounts().length; track++) {
            if (counts.count(track) > 0) {
                keys[next++] = ((long) (Integer.MAX_VALUE - counts.count(track)) << 32) | track;
            }
        }
        Arrays.sort(keys);
        return new PopularityModel(
                Arrays.stream(keys).mapToInt(key -> (int) key).toArray());
    }

    @Override
    public int[] continuation(int[] seed, int limit) {
        var masked = new IntOpenHashSet(seed);
        var list = new IntArrayList(Math.min(limit, ranked.length));
        for (var i = 0; i < ranked.length && list.size() < limit; i++) {
            if (!masked.contains(ranked[i])) {
                list.add(ranked[i]);
            }
        }
        return list.toIntArray();
    }
}
