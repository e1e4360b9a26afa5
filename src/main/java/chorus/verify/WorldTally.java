package chorus.verify;

import chorus.playlist.Hash64;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** The naive counts of both worlds: the factual ones, and by how much the counterfactual ones differ. */
final class WorldTally {
    private final PairTally factual;
    private final PairTally difference;

    WorldTally(int window) {
        factual = new PairTally(window);
        difference = new PairTally(window);
    }

    /** The lists of one playlist, by world. */
    record Lists(int[] factual, int[] counterfactual) {}

    void add(Lists lists, int times) {
        factual.add(lists.factual(), times);
        if (!Arrays.equals(lists.factual(), lists.counterfactual())) {
            difference.add(lists.factual(), -times);
            difference.add(lists.counterfactual(), times);
        }
    }

    /** The pair's counts in the factual world, packed as {@link PairTally#counts}. */
    long factual(long pair) {
        return factual.pairs().get(pair);
    }

    /** The pair's counts in the counterfactual world, packed as {@link PairTally#counts}. */
    long counterfactual(long pair) {
        return factual.pairs().get(pair) + difference.pairs().get(pair);
    }

    int factualTrack(int track) {
        return factual.tracks().get(track);
    }

    int counterfactualTrack(int track) {
        return factual.tracks().get(track) + difference.tracks().get(track);
    }

    /** Every pair with a count in either world, once. */
    void forEachPair(LongConsumer pair) {
        factual.pairs().keySet().forEach(pair);
        for (var iterator = difference.pairs().keySet().iterator(); iterator.hasNext(); ) {
            var key = iterator.nextLong();
            if (!factual.pairs().containsKey(key)) {
                pair.accept(key);
            }
        }
    }

    /** Every track with a count in either world, once. */
    void forEachTrack(IntConsumer track) {
        factual.tracks().keySet().forEach(track);
        for (var iterator = difference.tracks().keySet().iterator(); iterator.hasNext(); ) {
            var key = iterator.nextInt();
            if (!factual.tracks().containsKey(key)) {
                track.accept(key);
            }
        }
    }

    /** Each partition's fingerprint of both worlds; a partition owns the tracks, and pairs by their first track, that hash to it. */
    Fingerprint[] fingerprints(int partitions) {
        var prints = new Fingerprint[partitions];
        Arrays.setAll(prints, p -> new Fingerprint());
        forEachPair(pair -> {
            var print = prints[owner(PairTally.from(pair), partitions)];
            print.factual.addPair(pair, factual(pair));
            print.counterfactual.addPair(pair, counterfactual(pair));
        });
        forEachTrack(track -> {
            var print = prints[owner(track, partitions)];
            print.factual.addTrack(track, factualTrack(track));
            print.counterfactual.addTrack(track, counterfactualTrack(track));
        });
        return prints;
    }

    private static int owner(int track, int partitions) {
        return (int) Math.floorMod(Hash64.of(track), (long) partitions);
    }

    /** Both worlds' digests of one partition. */
    static final class Fingerprint {
        private final Sum factual = new Sum();
        private final Sum counterfactual = new Sum();

        WorldDigest factual() {
            return factual.digest();
        }

        WorldDigest counterfactual() {
            return counterfactual.digest();
        }
    }

    private static final class Sum {
        private long digest;
        private long pairs;
        private long tracks;

        void addPair(long pair, long counts) {
            if (counts != 0) {
                pairs++;
                digest += CountDigest.pair(
                        PairTally.from(pair), PairTally.to(pair), PairTally.window(counts), PairTally.adjacent(counts));
            }
        }

        void addTrack(int track, int count) {
            if (count != 0) {
                tracks++;
                digest += CountDigest.track(track, count);
            }
        }

        WorldDigest digest() {
            return new WorldDigest(digest, pairs, tracks);
        }
    }
}
