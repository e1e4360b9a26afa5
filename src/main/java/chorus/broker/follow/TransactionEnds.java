package chorus.broker.follow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.ProducerState;

/**
 * Up to where the transactions of one partition that are over have written, as seen from outside by looking again and again.
 *
 * <p>A producer with a transaction under way has ended the one before it in front of that one's first record. A producer without
 * one has ended somewhere before the partition's end at the first look that found it so. The bound over all producers lies
 * behind the last record of every transaction that was over before the look: never too low, and too high only by what others
 * wrote within the time of a look.
 */
final class TransactionEnds {
    private final Map<Long, Closed> closed = new HashMap<>();

    private record Closed(int sequence, long timestamp, long end) {}

    /**
     * An offset that whoever has read every record of the ended transactions has reached, whether they have also read the marker
     * that stands at each one's end or not.
     *
     * @param end the partition's end, open transactions included
     */
    long bound(List<ProducerState> producers, long end) {
        var bound = 0L;
        var known = false;
        for (var producer : producers) {
            var under = producer.currentTransactionStartOffset();
            bound = Math.max(bound, under.isPresent() ? underWay(producer, under.getAsLong()) : over(producer, end));
            known = true;
        }
        return known ? Math.max(0, bound) : end;
    }

    private long underWay(ProducerState producer, long first) {
        closed.remove(producer.producerId());
        return first - 1;
    }

    private long over(ProducerState producer, long end) {
        var before = closed.get(producer.producerId());
        if (before == null
                || before.sequence != producer.lastSequence()
                || before.timestamp != producer.lastTimestamp()) {
            before = new Closed(producer.lastSequence(), producer.lastTimestamp(), end - marker(producer));
            closed.put(producer.producerId(), before);
        }
        return before.end;
    }

    private static int marker(ProducerState producer) {
        return producer.coordinatorEpoch().isPresent() ? 1 : 0;
    }
}
