package chorus.bench.flink;

import chorus.bench.contender.Counts;
import chorus.bench.contender.Passage;
import chorus.bench.contender.RecordedFold;
import chorus.events.Codec;
import chorus.playlist.LogEntry;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the operators of one run share with the process around them. Operators travel serialized even within a process, so they
 * find it in a static place.
 */
record Run(Codec<LogEntry> codec, RecordedFold fold, Passage passage, State state) {
    private static final AtomicReference<@Nullable Run> CURRENT = new AtomicReference<>();

    /** The fingerprints that subtasks give at the job's end. */
    static final class State {
        private Counts counts;

        State(int worlds) {
            counts = Counts.none(worlds);
        }

        synchronized void add(Counts more) {
            counts = counts.plus(more);
        }

        synchronized Counts counts() {
            return counts;
        }
    }

    int worlds() {
        return fold.fold().worlds();
    }

    static void begin(Run run) {
        CURRENT.set(run);
    }

    static Run current() {
        var run = CURRENT.get();
        if (run == null) {
            throw new IllegalStateException("no run has begun");
        }
        return run;
    }
}
