package chorus.state.cooccurrence;

import chorus.state.Counts;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** Changes of counts in the plainest way: the {@link Lanes} of each world by pair. */
public final class PlainTable {
    private final int worlds;
    private final TreeMap<Long, long[]> lanes = new TreeMap<>();

    public PlainTable(int worlds) {
        this.worlds = worlds;
    }

    /** Adds to a pair's counts in the worlds of {@code set}. */
    public void add(int from, int to, int window, int adjacent, WorldSet set) {
        for (var world = 0; world < worlds; world++) {
            add(from, to, world, set.has(world) ? Lanes.of(window, adjacent) : 0);
        }
    }

    /** Adds to a pair's counts in one world. */
    public void add(int from, int to, int world, long more) {
        var own = lanes.computeIfAbsent((long) from << 32 | to, pair -> new long[worlds]);
        own[world] = Lanes.plus(own[world], more);
    }

    public static long in(int world, long twin, Differences others) {
        return Lanes.plus(twin, others.in(world));
    }

    /** Every pair that was added to, in order, also where it came to nothing. */
    public SortedChanges sorted() {
        return sorted(new ArrayList<>(lanes.keySet()));
    }

    /** The pairs whose counts change in some world, in order. */
    public SortedChanges nonZero() {
        var pairs = new ArrayList<Long>();
        lanes.forEach((pair, own) -> {
            for (var each : own) {
                if (each != 0 && (pairs.isEmpty() || !pairs.getLast().equals(pair))) {
                    pairs.add(pair);
                }
            }
        });
        return sorted(pairs);
    }

    private SortedChanges sorted(List<Long> pairs) {
        var own = pairs.stream().map(lanes::get).toList();
        return new SortedChanges(
                pairs.stream().mapToLong(pair -> pair).toArray(),
                own.stream().mapToLong(each -> each[0]).toArray(),
                own.stream().map(PlainTable::differences).toArray(Differences[]::new));
    }

    /** What a world's rows hold where these changes were all there were. */
    public Counts counts(int world) {
        var counts = new Counts();
        lanes.forEach((pair, own) -> {
            var from = (int) (pair >> 32);
            if (from == (int) (long) pair) {
                counts.addTrack(from, Lanes.window(own[world]));
            } else {
                counts.addPair(from, (int) (long) pair, Lanes.window(own[world]), Lanes.adjacent(own[world]));
            }
        });
        return counts;
    }

    /** By how much worlds differ from the first, those that differ alike together, in the order of the lowest. */
    public static Differences differences(long[] byWorld) {
        var alike = new LinkedHashMap<Long, Integer>();
        for (var world = 1; world < byWorld.length; world++) {
            var window = Lanes.window(byWorld[world]) - Lanes.window(byWorld[0]);
            var adjacent = Lanes.adjacent(byWorld[world]) - Lanes.adjacent(byWorld[0]);
            if (window != 0 || adjacent != 0) {
                alike.merge(Lanes.of(window, adjacent), 1 << world, (a, b) -> a | b);
            }
        }
        return new Differences(
                alike.values().stream().mapToInt(set -> set).toArray(),
                alike.keySet().stream().mapToLong(lanes -> lanes).toArray());
    }

    /** Whether two are the same, their arrays read. */
    public static boolean same(SortedChanges a, SortedChanges b) {
        var same = Arrays.equals(a.pairs(), b.pairs()) && Arrays.equals(a.twin(), b.twin());
        for (var i = 0; same && i < a.size(); i++) {
            same = same(a.others()[i], b.others()[i]);
        }
        return same;
    }

    public static boolean same(Differences a, Differences b) {
        return Arrays.equals(a.worlds(), b.worlds()) && Arrays.equals(a.lanes(), b.lanes());
    }
}
