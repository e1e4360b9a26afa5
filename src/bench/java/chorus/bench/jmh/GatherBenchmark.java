package chorus.bench.jmh;

import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.SortedChanges;
import chorus.state.runs.Arrivals;
import chorus.state.runs.RunMerge;
import chorus.state.runs.RunReader;
import chorus.state.runs.Runs;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Half a million changes of counts gathered in the order in which they come, and sorted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GatherBenchmark {
    private static final int CHANGES = 500_000;
    private static final int TRACKS = 70_000;
    private static final int RUNS = 8;
    /** One change in so many is of one world only. */
    private static final int OF_SOME = 30;

    private static final int ALL = WorldSet.ALL.bits();
    private static final int ONE = WorldSet.only(1).bits();

    private final int[] from = new int[CHANGES];
    private final int[] to = new int[CHANGES];
    private byte code;
    private final List<List<byte[]>> runs = new ArrayList<>();

    /** Few tracks stand in most playlists: ids as the third power of an even draw. */
    @Setup
    public void draw() {
        var random = new Random(1);
        var deltas = new Deltas();
        deltas.pair(0, 1, 1, 0, ALL);
        code = deltas.code(0);
        for (var run = 0; run < RUNS; run++) {
            for (var i = 0; i < CHANGES; i++) {
                from[i] = (int) (TRACKS * Math.pow(random.nextDouble(), 3));
                to[i] = (int) (TRACKS * Math.pow(random.nextDouble(), 3));
            }
            runs.add(Runs.write(arrivals()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public SortedChanges arrivals() {
        var changes = new Arrivals();
        for (var i = 0; i < CHANGES; i++) {
            changes.add(from[i], to[i], code, ALL);
        }
        return changes.sorted();
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public SortedChanges arrivalsOfWhichSomeDiffer() {
        var changes = new Arrivals();
        for (var i = 0; i < CHANGES; i++) {
            changes.add(from[i], to[i], code, i % OF_SOME == 0 ? ONE : ALL);
        }
        return changes.sorted();
    }

    /** Eight runs, read as one. */
    @Benchmark
    @OperationsPerInvocation(CHANGES * RUNS)
    public void readRuns(Blackhole out) {
        var merge = new RunMerge(
                runs.stream().map(run -> new RunReader(run::get, run.size())).toList(), -1);
        for (var next = merge.next(512, Integer.MAX_VALUE); next != null; next = merge.next(512, Integer.MAX_VALUE)) {
            out.consume(next);
        }
    }
}
