package chorus.playlist;

import chorus.hash.Hash64;

/**
 * Which playlists are held out for testing. Decided by fold and id alone, so that every stage agrees without asking. Ids lie in
 * blocks of 64; a permutation of each, keyed by the fold, gives its ids places 0…63, and those at the first places are held out: as
 * many as make {@code testShare} of all ids up to the block's end, to the nearest whole number. Held-out playlists are never counted
 * and never in a collective.
 *
 * @param fold which of the ways to part the playlists
 * @param testShare share of held-out playlists among consecutive ids, 0…1
 * @param minTracks a held-out playlist is a test at a cut when it has more unique tracks than this there
 * @param tests what a test holds
 */
public record HeldOut(long fold, double testShare, int minTracks, Tests tests) {
    private static final long SPLIT = 0x5EED_0003L;
    private static final int SEED_LENGTHS = 10;

    /** Bits of half a place: the permutation is a Feistel network, which mixes the halves in turn. */
    private static final int HALF = 3;

    private static final int BLOCK = 2 * HALF;
    private static final int MASK = (1 << HALF) - 1;
    private static final int ROUNDS = 4;

    /** What a test playlist holds at a cut. */
    public enum Tests {
        /** What the playlist holds then. */
        living,
        /** What it held at the first cut at which it was a test. */
        frozen
    }

    /** Tests that live. */
    public HeldOut(long fold, double testShare, int minTracks) {
        this(fold, testShare, minTracks, Tests.living);
    }

    public boolean holds(PlaylistId playlist) {
        var block = playlist.value() >>> BLOCK;
        return place(playlist) < before(block + 1) - before(block);
    }

    /**
     * How many first tracks of a held-out playlist are the seed when it is a test: 1…10 by its rank among the held-out ones, which
     * is that of its place in its block behind all blocks before. So groups of whole blocks are equal.
     */
    public int seedLength(PlaylistId playlist) {
        var rank = before(playlist.value() >>> BLOCK) + place(playlist);
        return 1 + (int) (rank % SEED_LENGTHS);
    }

    /**
     * Whether a held-out playlist is a test.
     *
     * @param tracks how many it holds
     */
    public boolean isTest(PlaylistId playlist, int tracks) {
        return tracks > minTracks && tracks > seedLength(playlist);
    }

    /** The place of an id in its block: a bijection, whatever the hashes are. */
    private int place(PlaylistId playlist) {
        var id = playlist.value();
        var key = Hash64.of(SPLIT, fold, id >>> BLOCK);
        var left = (int) (id >>> HALF) & MASK;
        var right = (int) id & MASK;
        for (var round = 0; round < ROUNDS; round++) {
            var mixed = left ^ (int) (Hash64.of(key, round, right) & MASK);
            left = right;
            right = mixed;
        }
        return left << HALF | right;
    }

    /** How many ids before a block are held out: their number × testShare, rounded, in whole numbers however large ids are. */
    private long before(long block) {
        var ids = block << BLOCK;
        var share = Math.round(testShare * 0x1p32);
        var low = ids * share;
        var rounded = low + 0x8000_0000L;
        var carry = Long.compareUnsigned(rounded, low) < 0 ? 1 : 0;
        return (Math.multiplyHigh(ids, share) + carry) << 32 | rounded >>> 32;
    }
}
