package chorus.state.runs;

import chorus.state.cooccurrence.ChangesBuilder;
import chorus.state.cooccurrence.SortedChanges;
import it.unimi.dsi.fastutil.objects.ObjectHeapPriorityQueue;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads several runs as one: in order of (from, to), what concerns the same pair summed, row by row. */
public final class RunMerge {
    private final ObjectHeapPriorityQueue<RunReader> runs =
            new ObjectHeapPriorityQueue<>(Comparator.comparingLong(RunReader::pair));

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
        var changes = new ChangesBuilder(2 * enough, false);
        var from = runs.first().from();
        while (has(last) && (changes.size() < enough || runs.first().from() == from)) {
            var run = runs.first();
            from = run.from();
            changes.add(run.pair(), run.twin(), run.others());
            if (run.next()) {
                runs.changed();
            } else {
                runs.dequeue();
            }
        }
        return changes.build();
    }

    private boolean has(int last) {
        return !runs.isEmpty() && runs.first().from() <= last;
    }
}
