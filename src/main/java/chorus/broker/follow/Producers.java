package chorus.broker.follow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.ProducerState;

/**
 * Who writes to a partition with transactions: the first offset of each one's transaction under way, −1 where it has none.
 */
record Producers(Map<Long, Long> transactional) {
    private static final long NONE = -1;

    static Producers of(List<ProducerState> active) {
        var transactional = new TreeMap<Long, Long>();
        for (var producer : active) {
            var first = producer.currentTransactionStartOffset();
            if (first.isPresent() || producer.coordinatorEpoch().isPresent()) {
                transactional.put(producer.producerId(), first.orElse(NONE));
            }
        }
        return new Producers(transactional);
    }

    /**
     * The offset that whoever has read all before {@code end} commits at least. Where no transaction is under way the last
     * offset is that of a commit's own marker, which a reader passes only with the next record.
     */
    long reachable(long end) {
        var resting =
                !transactional.isEmpty() && transactional.values().stream().allMatch(first -> first == NONE);
        return resting ? Math.max(0, end - 1) : end;
    }
}
