package chorus.broker.results;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Records that are published together or not at all.
 *
 * @param what they are, in words
 * @param topic of which faults speak
 */
public record Batch(String what, String topic, List<ProducerRecord<byte[], byte[]>> records) {
    public Batch {
        records = List.copyOf(records);
    }
}
