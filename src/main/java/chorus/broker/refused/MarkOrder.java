package chorus.broker.refused;

import chorus.epochs.EpochGate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The marks of published topics as they come: epochs ascend in each partition, and none is far ahead of all that was read. */
public final class MarkOrder {
    private final Map<TopicPartition, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
    private final Map<TopicPartition, Long> epochs = new HashMap<>();
    private long highest = -1;

    /** Begins anew with all partitions, but knows how far epochs have come. */
    public MarkOrder again() {
        var order = new MarkOrder();
        order.highest = highest;
        return order;
    }

    /**
     * Takes a mark.
     *
     * @param fits whether it speaks for the partition in which it lies
     * @return the epoch that it ends
     * @throws PassedOver where it ends none
     */
    public long take(ConsumerRecord<byte[], byte[]> mark, long epoch, boolean fits) throws PassedOver {
        var fault = fits ? fault(mark, epoch) : "mark-of-another-partition";
        if (fault != null) {
            throw new PassedOver(fault);
        }
        return epoch;
    }

    /**
     * Takes a mark.
     *
     * @return why it is refused; null where it is the next one of its partition
     * @throws TwoMarks where the partition has another mark of the same epoch: one of them is forged, and rows were taken up to it
     */
    public @Nullable String fault(ConsumerRecord<byte[], byte[]> mark, long epoch) {
        var partition = new TopicPartition(mark.topic(), mark.partition());
        var before = epochs.getOrDefault(partition, -1L);
        if (epoch < 0 || epoch - highest > EpochGate.MOST_AHEAD) {
            return "epoch-too-far";
        }
        if (epoch <= before) {
            var first = newest.get(partition);
            if (epoch == before && first != null && !Arrays.equals(first.value(), mark.value())) {
                throw new TwoMarks(first, mark, epoch);
            }
            return "mark-of-a-past-epoch";
        }
        newest.put(partition, mark);
        epochs.put(partition, epoch);
        highest = Math.max(highest, epoch);
        return null;
    }

    /** A partition ended an epoch twice, and otherwise. */
    public static final class TwoMarks extends RuntimeException {
        private static final long serialVersionUID = 1;

        TwoMarks(ConsumerRecord<?, ?> first, ConsumerRecord<?, ?> second, long epoch) {
            super("topic " + second.topic() + ", partition " + second.partition() + ", offset " + second.offset()
                    + ": ends epoch " + epoch + " otherwise than offset " + first.offset()
                    + " does: one of the two marks is forged, and what was made up to the first cannot be trusted");
        }
    }
}
