package chorus.bench.jmh;

import chorus.state.cooccurrence.ChangesBuilder;
import chorus.state.cooccurrence.Differences;
import chorus.state.cooccurrence.HeapChunks;
import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.RowMerge;
import chorus.state.cooccurrence.SortedChanges;
import chorus.state.cooccurrence.Tally;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Ten changes merged into a track's row that lies in a map on the heap: the work of a drain without RocksDB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class RowMergeBenchmark {
    private static final long TRACK = 7;
    private static final int CHANGES = 10;
    private static final int WORLDS = 2;
    private static final int CHUNK_NEIGHBOURS = 512;

    /** Neighbours in the row. */
    @Param({"10", "300", "100000"})
    public int neighbours;

    private RowMerge merge;
    private SortedChanges up;
    private SortedChanges down;
    private boolean next;

    /** Lays the row out and draws the changes evenly over it. */
    @Setup
    public void fill() {
        merge = new RowMerge(CHUNK_NEIGHBOURS, new HeapChunks(), Tally.empty(WORLDS));
        var all = new ChangesBuilder(neighbours, false);
        for (var i = 0; i < neighbours; i++) {
            all.add(pair(i), Lanes.of(3, i % 10 == 0 ? 1 : 0), Differences.NONE);
        }
        merge.merge(all.build());
        up = changes(1);
        down = changes(-1);
    }

    private SortedChanges changes(int sign) {
        var changes = new ChangesBuilder(CHANGES, false);
        for (var i = 0; i < CHANGES; i++) {
            changes.add(pair((long) i * neighbours / CHANGES), Lanes.of(sign, 0), Differences.NONE);
        }
        return changes.build();
    }

    private static long pair(long neighbour) {
        return TRACK << 32 | 1000 + neighbour;
    }

    /** Counts go up and down in turn, so that the row stays what it is. */
    @Benchmark
    public void mergeTenChanges() {
        merge.merge(next ? down : up);
        next = !next;
    }
}
