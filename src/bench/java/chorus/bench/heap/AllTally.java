package chorus.bench.heap;

import chorus.bench.contender.CountKey;
import chorus.bench.contender.Counts;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Lanes;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Both counts of all worlds, and tracks: a table for the twin, and for each other world a small one for by how much it differs. What
 * differs has a slot in the twin's table too, if only for a zero.
 */
final class AllTally implements HeapTally {
    private static final int ALL = WorldSet.ALL.bits();
    private static final int LARGE = 1 << 21;
    private static final int SMALL = 1 << 10;
    /** By the code of a change, as {@link LaneTable} sums it up. */
    private static final long[] CHANGES = new long[Deltas.CODES];

    static {
        for (var code = 0; code < CHANGES.length; code++) {
            var lanes = Deltas.lanes((byte) code);
            CHANGES[code] = ((long) Lanes.window(lanes) << 32) + Lanes.adjacent(lanes);
        }
    }

    /** In the order of the worlds' bits. */
    private final List<LaneTable> tables = new ArrayList<>();

    private final LaneTable twin = new LaneTable(LARGE);

    AllTally(int worlds) {
        tables.add(twin);
        while (tables.size() < worlds) {
            tables.add(new LaneTable(SMALL));
        }
    }

    @Override
    public void add(Deltas deltas) {
        for (var i = 0; i < deltas.pairs(); i++) {
            add(CountKey.of(deltas.from(i), deltas.to(i)), deltas.code(i), deltas.worlds(i));
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            add(CountKey.of(deltas.track(i), CountKey.TRACK), deltas.trackCode(i), deltas.trackWorlds(i));
        }
    }

    private void add(long key, byte code, int worlds) {
        if (worlds == ALL) {
            twin.add(key, CHANGES[code]);
            return;
        }
        twin.add(key, 0);
        for (var left = worlds; left != 0; left &= left - 1) {
            tables.get(Integer.numberOfTrailingZeros(left)).add(key, CHANGES[code]);
        }
    }

    @Override
    public Counts counts() {
        var sum = new Counts.Sum(tables.size());
        twin.forEach((key, count) -> {
            sum.add(key, count, 0);
            for (var world = 1; world < tables.size(); world++) {
                sum.add(key, count + tables.get(world).get(key), world);
            }
        });
        return sum.counts();
    }
}
