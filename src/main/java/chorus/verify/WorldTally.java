package chorus.verify;

import chorus.hash.Hash64;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The naive counts of all worlds: those of the twin, and by how much each other world's differ. */
final class WorldTally {
    private final PairTally twin;
    /** By world; the twin's own is empty. */
    private final List<PairTally> differences;

    WorldTally(int window, int worlds) {
        twin = new PairTally(window);
        differences = Stream.generate(() -> new PairTally(window)).limit(worlds).toList();
    }

    int worlds() {
        return differences.size();
    }

    /** Counts a playlist {@code times} times more, or less. */
    void add(int[][] views, int times) {
        twin.add(views[0], times);
        for (var world = 1; world < views.length; world++) {
            if (!Arrays.equals(views[world], views[0])) {
                differences.get(world).add(views[0], -times);
                differences.get(world).add(views[world], times);
            }
        }
    }

    /** The pair's counts in a world, packed as {@link PairTally#counts}. */
    long pair(int world, long pair) {
        return twin.pairs().get(pair) + differences.get(world).pairs().get(pair);
    }

    int track(int world, int track) {
        return twin.tracks().get(track) + differences.get(world).tracks().get(track);
    }

    /** Every pair with a count in some world, once. */
    LongStream pairs() {
        var ofTwin = twin.pairs().keySet();
        var others = differences.stream()
                .flatMapToLong(difference -> difference.pairs().keySet().longStream())
                .filter(pair -> !ofTwin.contains(pair))
                .distinct();
        return LongStream.concat(ofTwin.longStream(), others);
    }

    /** Every track with a count in some world, once. */
    IntStream tracks() {
        var ofTwin = twin.tracks().keySet();
        var others = differences.stream()
                .flatMapToInt(difference -> difference.tracks().keySet().intStream())
                .filter(track -> !ofTwin.contains(track))
                .distinct();
        return IntStream.concat(ofTwin.intStream(), others);
    }

    /** Each partition's digests by world; a partition owns the tracks, and pairs by their first track, that hash to it. */
    WorldDigest[][] digests(int partitions) {
        var ofTwin = new Sum[partitions];
        Arrays.setAll(ofTwin, p -> new Sum(WorldDigest.NONE));
        twin.pairs().keySet().longStream().forEach(pair -> {
            var sum = ofTwin[owner(PairTally.from(pair), partitions)];
            sum.pair(pair, pair(0, pair), 1);
        });
        twin.tracks().keySet().intStream().forEach(track -> {
            var sum = ofTwin[owner(track, partitions)];
            sum.track(track, track(0, track), 1);
        });
        var digests = new WorldDigest[partitions][worlds()];
        for (var world = 0; world < worlds(); world++) {
            var sums = Stream.of(ofTwin).map(sum -> new Sum(sum.digest())).toArray(Sum[]::new);
            exchange(world, sums);
            for (var p = 0; p < partitions; p++) {
                digests[p][world] = sums[p].digest();
            }
        }
        return digests;
    }

    /** Takes the twin's terms out of the sums of a world where that counts something else, and puts its own in. */
    private void exchange(int world, Sum[] sums) {
        var difference = differences.get(world);
        difference.pairs().keySet().longStream().forEach(pair -> {
            var sum = sums[owner(PairTally.from(pair), sums.length)];
            sum.pair(pair, pair(0, pair), -1);
            sum.pair(pair, pair(world, pair), 1);
        });
        difference.tracks().keySet().intStream().forEach(track -> {
            var sum = sums[owner(track, sums.length)];
            sum.track(track, track(0, track), -1);
            sum.track(track, track(world, track), 1);
        });
    }

    private static int owner(int track, int partitions) {
        return (int) Math.floorMod(Hash64.of(track), (long) partitions);
    }

    /** A digest in the making: terms are put in or, with {@code times} −1, taken out. */
    private static final class Sum {
        private long digest;
        private long pairs;
        private long tracks;

        Sum(WorldDigest begin) {
            digest = begin.digest();
            pairs = begin.pairs();
            tracks = begin.tracks();
        }

        void pair(long pair, long counts, int times) {
            if (counts != 0) {
                pairs += times;
                digest += times
                        * CountDigest.pair(
                                PairTally.from(pair),
                                PairTally.to(pair),
                                PairTally.window(counts),
                                PairTally.adjacent(counts));
            }
        }

        void track(int track, int count, int times) {
            if (count != 0) {
                tracks += times;
                digest += times * CountDigest.track(track, count);
            }
        }

        WorldDigest digest() {
            return new WorldDigest(digest, pairs, tracks);
        }
    }
}
