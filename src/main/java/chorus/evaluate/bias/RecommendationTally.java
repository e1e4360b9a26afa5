package chorus.evaluate.bias;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.Arrays;

/** How often each track was recommended, counting the tracks that are given to it: the first K of each test list. */
public final class RecommendationTally {
    private long[] byTrack = new long[0];
    private long total;

    public void add(int[] recommended) {
        for (var track : recommended) {
            add(track, 1);
        }
    }

    /** Adds what another tally holds. */
    public void merge(RecommendationTally other) {
        for (var track = 0; track < other.byTrack.length; track++) {
            if (other.byTrack[track] > 0) {
                add(track, other.byTrack[track]);
            }
        }
    }

    private void add(int track, long times) {
        if (track >= byTrack.length) {
            byTrack = Arrays.copyOf(byTrack, track + track / 2 + 1);
        }
        byTrack[track] += times;
        total += times;
    }

    public long total() {
        return total;
    }

    public long count(int track) {
        return track < byTrack.length ? byTrack[track] : 0;
    }

    /** Recommendations of each track of the catalogue, zeros included, ascending by track id. */
    long[] overTracks(Repertoire repertoire) {
        return Arrays.stream(repertoire.tracks()).mapToLong(this::count).toArray();
    }

    /** Recommendations of each artist of the catalogue, zeros included; tracks of unknown artist are left out. */
    long[] overArtists(Repertoire repertoire) {
        var counts = new Int2LongOpenHashMap();
        for (var track : repertoire.tracks()) {
            counts.addTo(repertoire.artistOf().applyAsInt(track), count(track));
        }
        return Arrays.stream(repertoire.artists()).mapToLong(counts::get).toArray();
    }
}
