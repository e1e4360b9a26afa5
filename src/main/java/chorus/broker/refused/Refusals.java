package chorus.broker.refused;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Is told of a record that is no value of its topic and is passed over. */
public interface Refusals {
    /** For readers beside the trainer, which keeps what all of them pass over. */
    Refusals PASSED_OVER = (record, reason) -> {};

    void refuse(ConsumerRecord<byte[], byte[]> record, String reason);
}
