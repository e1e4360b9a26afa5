package chorus.state.runs;

import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.SortedChanges;
import it.unimi.dsi.fastutil.objects.ObjectHeapPriorityQueue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads several runs as one: in order of (from, to), what concerns the same pair summed, row by row. */
public final class RunMerge {
    private final ObjectHeapPriorityQueue<RunReader> runs =
            new ObjectHeapPriorityQueue<>(Comparator.comparingLong(RunReader::pair));
    private long[] pairs = new long[1024];
    private long[] factual = new long[1024];
    private long[] counterfactual = new long[1024];
    private int size;

    /** Reads {@code all} behind the row of {@code after}; −1: from the beginning. */
    public RunMerge(List<RunReader> all, int after) {
        for (var run : all) {
            if (run.behind(after)) {
                runs.enqueue(run);
            }
        }
    }

    /** The next rows up to {@code last}, whole ones, until they have {@code enough} changes; null when there is none. */
    public @Nullable SortedChanges next(int enough, int last) {
        if (!has(last)) {
            return null;
        }
        size = 0;
        var from = runs.first().from();
        while (has(last) && (size < enough || runs.first().from() == from)) {
            var run = runs.first();
            from = run.from();
            take(run);
            if (run.next()) {
                runs.changed();
            } else {
                runs.dequeue();
            }
        }
        return new SortedChanges(
                Arrays.copyOf(pairs, size), Arrays.copyOf(factual, size), Arrays.copyOf(counterfactual, size));
    }

    private boolean has(int last) {
        return !runs.isEmpty() && runs.first().from() <= last;
    }

    private void take(RunReader run) {
        var pair = run.pair();
        if (size > 0 && pairs[size - 1] == pair) {
            factual[size - 1] = Lanes.plus(factual[size - 1], run.factual());
            counterfactual[size - 1] = Lanes.plus(counterfactual[size - 1], run.counterfactual());
            return;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
            factual = Arrays.copyOf(factual, size * 2);
            counterfactual = Arrays.copyOf(counterfactual, size * 2);
        }
        pairs[size] = pair;
        factual[size] = run.factual();
        counterfactual[size++] = run.counterfactual();
    }
}
