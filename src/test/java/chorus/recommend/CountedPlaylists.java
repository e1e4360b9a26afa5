package chorus.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Counts of whole playlists by nested loops: the plain statement of what the counts are. */
public final class CountedPlaylists {
    private CountedPlaylists() {}

    public static WorldCounts count(List<int[]> playlists, int tracks, int window) {
        var near = new int[tracks][tracks];
        var next = new int[tracks][tracks];
        var counts = new int[tracks];
        for (var playlist : playlists) {
            for (var i = 0; i < playlist.length; i++) {
                counts[playlist[i]]++;
                for (var j = i + 1; j < playlist.length && j <= i + window; j++) {
                    near[playlist[i]][playlist[j]]++;
                    next[playlist[i]][playlist[j]] += j == i + 1 ? 1 : 0;
                }
            }
        }
        var builder = new WorldCountsBuilder();
        for (var from = 0; from < tracks; from++) {
            for (var to = 0; to < tracks; to++) {
                builder.add(from, to, near[from][to], next[from][to]);
            }
        }
        return builder.build(counts, playlists.size());
    }

    /** Playlists of 1 to {@code longest} different tracks, low ids drawn more often than high ones. */
    public static List<int[]> random(Random random, int playlists, int tracks, int longest) {
        var drawn = new ArrayList<int[]>();
        for (var i = 0; i < playlists; i++) {
            drawn.add(random.doubles(3L * longest)
                    .mapToInt(unit -> (int) (tracks * unit * unit * unit))
                    .distinct()
                    .limit(1 + random.nextInt(longest))
                    .toArray());
        }
        return drawn;
    }
}
