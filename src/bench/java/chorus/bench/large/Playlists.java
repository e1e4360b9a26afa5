package chorus.bench.large;

import chorus.bench.ground.Recording;
import chorus.config.Settings;
import chorus.hash.Hash64;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.collective.KnownPlaylist;
import java.util.BitSet;
import java.util.List;

/** One plan's playlists: those at its beginning fill the state, those at its end are the edits that are timed. */
final class Playlists {
    /** Pairs are counted by their hashes: with this many bits the estimate is good to a tenth of a per cent. */
    private static final int BITS = 1 << 28;

    private static final double PLAYLISTS_A_PAIR = 45_000 / 14e6;
    private static final int FEWEST = 3_000;
    private static final int SHORTEST_MEAN = 50;

    private final SimulatedPlan plan;
    private final List<KnownPlaylist> all;
    private final int window;
    private final int worlds;

    private Playlists(SimulatedPlan plan, int window, int worlds) {
        this.plan = plan;
        this.all = plan.contents(1);
        this.window = window;
        this.worlds = worlds;
    }

    /**
     * Enough of them for {@code pairs} distinct directed pairs and for {@code edits} more.
     *
     * @param settings whose window and worlds they have
     */
    static Playlists draw(long pairs, long edits, Settings settings, long randomSeed) {
        var fill = Math.max(FEWEST, (long) (pairs * PLAYLISTS_A_PAIR));
        var plan = Recording.plan(fill + edits / SHORTEST_MEAN, randomSeed);
        return new Playlists(
                plan, settings.state().window(), settings.allWorlds().size());
    }

    /** The first playlists, as many as make about {@code pairs} distinct directed pairs; epoch 0. */
    Recording fill(long pairs) {
        var seen = new BitSet(BITS);
        var bits = (long) (BITS * -Math.expm1(-(double) pairs / BITS));
        var count = 0L;
        for (var taken = 0; taken < all.size(); taken++) {
            count += mark(all.get(taken).tracks(), seen);
            if (count >= bits) {
                return Recording.of(plan, all.subList(0, taken + 1), 0, worlds);
            }
        }
        throw new IllegalStateException("the plan's " + all.size() + " playlists make fewer than " + pairs + " pairs");
    }

    private long mark(int[] tracks, BitSet seen) {
        var fresh = 0L;
        for (var i = 0; i < tracks.length; i++) {
            for (var j = i + 1; j < tracks.length && j <= i + window; j++) {
                var bit = (int) (Hash64.of(tracks[i], tracks[j]) & BITS - 1);
                fresh += seen.get(bit) ? 0 : 1;
                seen.set(bit);
            }
        }
        return fresh;
    }

    /** The {@code batch}-th last playlists that make up about {@code edits}. */
    Recording batch(int batch, long edits, long epoch) {
        var end = all.size();
        for (var i = 0; ; i++) {
            var begin = end;
            for (var given = 0L; given < edits; ) {
                given += all.get(--begin).tracks().length + 1;
            }
            if (i == batch) {
                return Recording.of(plan, all.subList(begin, end), epoch, worlds);
            }
            end = begin;
        }
    }
}
