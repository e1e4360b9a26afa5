package chorus.broker;

import chorus.epochs.EpochGate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the records of published topics for a reader of exact cuts, and knows which of them end an epoch. */
public interface Delivery {
    /** What is not a mark ends no epoch. */
    long NO_MARK = EpochGate.BY_POSITION;

    /** The topics; each ends each epoch with a mark in every partition. */
    List<String> topics();

    /** The epoch that the record ends, or {@link #NO_MARK}; what it says is handed to nobody. */
    long markedEpoch(ConsumerRecord<byte[], byte[]> message);

    /** Hands on what the record says; returns the epoch that it ends, or {@link #NO_MARK}. */
    long give(ConsumerRecord<byte[], byte[]> message);

    /** For reading all again from the beginning. */
    Delivery again();
}
