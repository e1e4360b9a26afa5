package chorus.embedded.transactions;

import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that is open in a partition, as the partition's leader tells it. Two looks that see equal ones see the same
 * transaction, nothing ended in between.
 *
 * @param epoch the producer's epoch when it wrote there last
 * @param coordinatorEpoch epoch of the coordinator that wrote the partition's last marker of this producer; −1 before any
 * @param since offset of the transaction's first record in the partition
 * @param last the newest record's timestamp, milliseconds since 1970
 */
record OpenTransaction(
        TopicPartition partition, long producer, int epoch, int coordinatorEpoch, long since, long last) {

    /** Only for a producer whose transaction is open. */
    static OpenTransaction of(TopicPartition partition, ProducerState producer) {
        return new OpenTransaction(
                partition,
                producer.producerId(),
                producer.producerEpoch(),
                producer.coordinatorEpoch().orElse(-1),
                producer.currentTransactionStartOffset().orElseThrow(),
                producer.lastTimestamp());
    }
}
