package chorus.loadtest.result;

/**
 * What one stretch of load gave.
 *
 * @param offered intended edits a second
 * @param seconds length of the measured part; of a backlog, from RUNNING to the last edit counted
 * @param sent measured edits sent
 * @param countedEdits measured edits counted within the patience; the others are still under way
 * @param visibleEdits measured edits seen in a generation within the patience
 * @param editsPerSecond edits counted while the measured part went on, those of before it included, a second
 * @param pairUpdatesPerEdit mean changes of directed pair counts
 * @param lagGrowth how fast edits under way grew in the measured part, edits a second
 * @param senderLate the longest that the generator was behind its schedule, ms
 * @param early at most so many edits were noted as counted before the last of their deltas were
 * @param counted edit → counted and committed
 * @param visible edit → visible in a generation
 */
public record Measured(
        double offered,
        double seconds,
        long sent,
        long countedEdits,
        long visibleEdits,
        double editsPerSecond,
        double pairUpdatesPerEdit,
        double lagGrowth,
        long senderLate,
        long early,
        Latencies counted,
        Latencies visible) {

    public double pairUpdatesPerSecond() {
        return editsPerSecond * pairUpdatesPerEdit;
    }

    /** Both together, measured side by side at the same time. */
    public Measured beside(Measured other) {
        var counts = Latencies.none();
        counts.addAll(counted);
        counts.addAll(other.counted);
        var views = Latencies.none();
        views.addAll(visible);
        views.addAll(other.visible);
        var rate = editsPerSecond + other.editsPerSecond;
        return new Measured(
                offered + other.offered,
                Math.max(seconds, other.seconds),
                sent + other.sent,
                countedEdits + other.countedEdits,
                visibleEdits + other.visibleEdits,
                rate,
                rate == 0 ? 0 : (pairUpdatesPerSecond() + other.pairUpdatesPerSecond()) / rate,
                lagGrowth + other.lagGrowth,
                Math.max(senderLate, other.senderLate),
                early + other.early,
                counts,
                views);
    }
}
