package chorus.bench.large;

/**
 * A point in time from which is measured.
 *
 * @param processor seconds of processor time that a process had used by then
 */
record Moment(long nanos, double processor) {
    static Moment now(StreamProcess process) {
        return new Moment(System.nanoTime(), process.processorSeconds());
    }

    double seconds() {
        return (System.nanoTime() - nanos) / 1e9;
    }

    double processorSeconds(StreamProcess process) {
        return process.processorSeconds() - processor;
    }
}
