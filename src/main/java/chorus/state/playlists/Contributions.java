package chorus.state.playlists;

import chorus.state.cooccurrence.Deltas;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * What a change of a playlist does to the pairs of the worlds that see it. They mostly see the same around it: then it is said once
 * for all of them. Where some see something else, it is said for these by how much it differs.
 *
 * @param worlds how many there are
 */
record Contributions(int worlds) {
    /** Says what happens to the pairs of a list, for a set of worlds. */
    interface Change {
        void into(Nearby.View view, int worlds, Deltas deltas);
    }

    /** Adds to {@code deltas} what {@code change} does in every world of {@code set}. */
    void add(Nearby near, int set, Change change, Deltas deltas) {
        var begin = deltas.pairs();
        change.into(near.in(Integer.numberOfTrailingZeros(set)), set, deltas);
        if (near.uniform()) {
            return;
        }
        var alike = near.alike(set & existing());
        if (alike.length > 1) {
            var said = said(deltas, begin);
            for (var i = 1; i < alike.length; i++) {
                differ(near.in(Integer.numberOfTrailingZeros(alike[i])), alike[i], change, said, deltas);
            }
        }
    }

    private int existing() {
        return (1 << worlds) - 1;
    }

    private static Long2IntOpenHashMap said(Deltas deltas, int begin) {
        var said = new Long2IntOpenHashMap();
        for (var i = begin; i < deltas.pairs(); i++) {
            said.putIfAbsent(pair(deltas, i), deltas.code(i));
        }
        return said;
    }

    /** What the change does in {@code some} worlds, less what was said of all of them. */
    private static void differ(Nearby.View view, int some, Change change, Long2IntOpenHashMap said, Deltas deltas) {
        var own = new Deltas();
        change.into(view, some, own);
        var rest = new Long2IntOpenHashMap(said);
        for (var i = 0; i < own.pairs(); i++) {
            var before = rest.containsKey(pair(own, i)) ? (byte) rest.remove(pair(own, i)) : Deltas.NOTHING;
            deltas.differ(own.from(i), own.to(i), own.code(i), before, some);
        }
        for (var unsaid : rest.long2IntEntrySet()) {
            var pair = unsaid.getLongKey();
            deltas.differ((int) (pair >> 32), (int) pair, Deltas.NOTHING, (byte) unsaid.getIntValue(), some);
        }
    }

    private static long pair(Deltas deltas, int i) {
        return (long) deltas.from(i) << 32 | deltas.to(i);
    }
}
