package chorus.evaluate.externality;

import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * ΔR(s) = R(s) − R_twin(s) of all tracks of the twin's catalogue but the targets: by popularity, by artist, and for anchors (B24, §5).
 * As long as all lists are full, what a target gains is what the others lose: Σ ΔR = −(hits − the twin's hits).
 *
 * @param before R by track id in the twin; tracks beyond its end were never recommended
 * @param after R by track id in the world of the campaign
 * @param trackCounts by track id: training playlists of the twin that hold it; those without a count are left out
 * @param targets by track id
 */
public record Externalities(long[] before, long[] after, int[] trackCounts, IntSet targets) {
    /** Where a bin of training plays begins; the last has no end. */
    private static final int[] LEAST = {1, 2, 3, 6, 11, 21, 51, 101};

    /**
     * Tracks with about as many training plays.
     *
     * @param least training plays
     * @param most training plays; {@link Integer#MAX_VALUE} in the last
     * @param plays Σ training plays of its tracks
     */
    public record Bin(int least, int most, long plays, Change change) {
        /**
         * How often natural songs are recommended for how often they are played, in the twin: (Σ R ÷ ΣK) ÷ (Σ plays ÷ entries); 1 where
         * they have their share. Undefined for a bin without plays.
         *
         * @param counted ΣK over the tests
         * @param entries Σ training playlist lengths
         */
        public OptionalDouble amplification(long counted, long entries) {
            return plays == 0 || counted == 0 || entries == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(((double) change.before() / counted) / ((double) plays / entries));
        }

        /**
         * The same by playlists: (Σ R ÷ tests) ÷ (Σ plays ÷ training playlists). Over all tracks it is not 1, but how many tracks
         * count in a test ÷ how many a training playlist has.
         */
        public OptionalDouble perPlaylist(long tests, long trainingPlaylists) {
            return amplification(tests, trainingPlaylists);
        }
    }

    /** 1, 2, 3–5, 6–10, 11–20, 21–50, 51–100 and more than 100 training plays. */
    public List<Bin> byPopularity() {
        var plays = new long[LEAST.length];
        var changes = new Change[LEAST.length];
        Arrays.fill(changes, Change.NONE);
        for (var track = 0; track < trackCounts.length; track++) {
            var bin = bin(track);
            if (bin >= 0) {
                plays[bin] += trackCounts[track];
                changes[bin] = changes[bin].and(r(before, track), r(after, track));
            }
        }
        return IntStream.range(0, LEAST.length)
                .mapToObj(bin -> new Bin(LEAST[bin], most(bin), plays[bin], changes[bin]))
                .toList();
    }

    /** In the same bins, how many tracks are of some kind. */
    List<Long> tracksByPopularity(IntPredicate kind) {
        var tracks = new long[LEAST.length];
        for (var track = 0; track < trackCounts.length; track++) {
            var bin = bin(track);
            if (bin >= 0 && kind.test(track)) {
                tracks[bin]++;
            }
        }
        return Arrays.stream(tracks).boxed().toList();
    }

    /** The bin of a track, by its place; below 0 of one without training plays, and of a target. */
    int bin(int track) {
        var plays = plays(track);
        if (plays == 0 || targets.contains(track)) {
            return -1;
        }
        var bin = LEAST.length - 1;
        while (plays < LEAST[bin]) {
            bin--;
        }
        return bin;
    }

    /** Training plays of a track in the twin. */
    int plays(int track) {
        return track < trackCounts.length ? trackCounts[track] : 0;
    }

    private static int most(int bin) {
        return bin + 1 < LEAST.length ? LEAST[bin + 1] - 1 : Integer.MAX_VALUE;
    }

    /** By artist number; tracks of unknown artist are left out. */
    public SortedMap<Integer, Change> byArtist(IntUnaryOperator artistOf) {
        var changes = new TreeMap<Integer, Change>();
        tracks().filter(track -> artistOf.applyAsInt(track) >= 0)
                .forEach(track -> changes.merge(
                        artistOf.applyAsInt(track),
                        Change.NONE.and(r(before, track), r(after, track)),
                        (one, other) -> new Change(
                                one.tracks() + other.tracks(),
                                one.before() + other.before(),
                                one.after() + other.after())));
        return changes;
    }

    /** Of the anchors of a campaign, direct or indirect as its strategy has them. */
    public Change ofAnchors(IntSet anchors) {
        return of(tracks().filter(anchors::contains));
    }

    /** Of all tracks that are no anchors. */
    public Change ofOthers(IntSet anchors) {
        return of(tracks().filter(track -> !anchors.contains(track)));
    }

    private IntStream tracks() {
        return IntStream.range(0, trackCounts.length)
                .filter(track -> trackCounts[track] > 0 && !targets.contains(track));
    }

    private Change of(IntStream tracks) {
        var change = Change.NONE;
        for (var track : tracks.toArray()) {
            change = change.and(r(before, track), r(after, track));
        }
        return change;
    }

    private static long r(long[] recommendations, int track) {
        return track < recommendations.length ? recommendations[track] : 0;
    }
}
