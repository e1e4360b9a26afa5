package chorus.bench.large;

import chorus.bench.ground.Allowance;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of one size of state.
 *
 * @param wanted distinct directed pairs that were asked for
 * @param pairs those there were before the timed edits, as the marks tell
 * @param warmUp the batches after the start of a process over the stores, which is cold
 * @param timed the batches after it
 * @param memory while it counted what fills the state, and while it counted the batches over it
 */
record Measured(
        long wanted,
        long pairs,
        Timing fill,
        double secondsToRunning,
        List<Timing> warmUp,
        List<Timing> timed,
        Closing closing,
        Memory memory,
        Optional<Restore> restore) {
    Measured {
        warmUp = List.copyOf(warmUp);
        timed = List.copyOf(timed);
    }

    /**
     * A batch of edits.
     *
     * @param counted seconds until every edit and every delta was committed
     * @param closed seconds until the marks behind the rows that changed were committed too
     * @param processor seconds of processor time that the process used until then
     */
    record Timing(long edits, double counted, double closed, double processor) {
        double editsPerSecond() {
            return edits / counted;
        }

        double microsecondsAnEdit() {
            return counted * 1e6 / edits;
        }

        double closedMicrosecondsAnEdit() {
            return closed * 1e6 / edits;
        }

        double processorMicrosecondsAnEdit() {
            return processor * 1e6 / edits;
        }
    }

    /**
     * An epoch closed whose edits had been counted and committed before.
     *
     * @param seconds from its end in the log until the marks behind its rows were committed
     * @param processor seconds of processor time that the process used meanwhile
     * @param rows of pairs that had changed, by chunks
     * @param neighbours in them
     */
    record Closing(double seconds, double processor, long rows, long neighbours) {
        double partOf(Allowance allowance) {
            return processor * 1e6 / allowance.of(rows, neighbours);
        }
    }

    /**
     * @param flags how the heap of the process was bounded
     */
    record Memory(Resident filling, Resident counting, String flags) {}

    /**
     * A start after a kill in the middle of counting.
     *
     * @param waited seconds from the start until partitions were assigned without the dead process
     * @param restored seconds from then until the process was RUNNING
     * @param records to restore, as the changelogs hold them
     * @param bytes of the changelogs on the broker's disk
     * @param caughtUp seconds from RUNNING until the edits that the dead process had begun with were counted and closed
     */
    record Restore(double waited, double restored, long records, long bytes, double caughtUp, Resident resident) {}
}
