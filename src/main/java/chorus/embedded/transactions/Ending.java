package chorus.embedded.transactions;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * How a coordinator decided a transaction, as {@code __transaction_state} keeps it: a record of PREPARE_COMMIT or PREPARE_ABORT.
 *
 * @param epoch the producer's epoch that the markers carry; of transactions of version 2 one more than the data's
 * @param version the transaction version of the producer: 0, 1 or 2
 * @param partitions where markers were still to be written
 */
record Ending(long producer, int epoch, int version, boolean commits, Set<TopicPartition> partitions) {
    Ending {
        partitions = Set.copyOf(partitions);
    }
}
