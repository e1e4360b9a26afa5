package chorus.broker.refused;

import chorus.events.Codec;
import chorus.events.UndecodableException;
import chorus.rows.Refused;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept on {@code edits-refused}, each record once: by its place it is known whether that was done before, in this life
 * or an earlier one. For one thread.
 */
public final class DeadLetters implements Refusals {
    private static final int MOST_TOLD = 10;

    private final String topic;
    private final Set<String> topics;
    private final Codec<Refused> codec;
    private final Consumer<String> told;
    private final Set<Place> kept = new HashSet<>();
    private final Map<Place, ProducerRecord<byte[], byte[]>> pending = new LinkedHashMap<>();

    private long count;

    private record Place(String topic, int partition, long offset) {}

    /**
     * @param topic where refused records are kept
     * @param topics whose records may be refused here
     * @param told is given a line for each of the first few
     */
    public DeadLetters(String topic, Set<String> topics, Codec<Refused> codec, Consumer<String> told) {
        this.topic = topic;
        this.topics = Set.copyOf(topics);
        this.codec = codec;
        this.told = told;
    }

    /** Takes what is on the topic already. */
    public void known(byte @Nullable [] value) {
        try {
            if (value != null) {
                var refused = codec.decode(value);
                if (topics.contains(refused.topic())) {
                    var place = new Place(refused.topic(), refused.partition(), refused.offset());
                    kept.add(place);
                    pending.remove(place);
                }
            }
        } catch (UndecodableException foreign) {
            // what is kept here names no place then, and is kept itself
        }
    }

    @Override
    public void refuse(ConsumerRecord<byte[], byte[]> record, String reason) {
        var place = new Place(record.topic(), record.partition(), record.offset());
        if (kept.add(place)) {
            var raw = record.value() == null ? new byte[0] : record.value();
            var refused = Refused.of(raw, record.topic(), record.partition(), record.offset(), reason);
            pending.put(place, new ProducerRecord<>(topic, Refused.key(record.key()), codec.encode(refused)));
            tell(refused);
        }
    }

    private void tell(Refused refused) {
        if (++count <= MOST_TOLD) {
            told.accept("refused: topic " + refused.topic() + ", partition " + refused.partition() + ", offset "
                    + refused.offset() + ": " + refused.reason());
        } else if (count == MOST_TOLD + 1) {
            told.accept("more records are refused: all are kept on topic " + topic);
        }
    }

    /** What waits to be written. */
    public List<ProducerRecord<byte[], byte[]>> pending() {
        return List.copyOf(pending.values());
    }

    /** Everything that waited was written. */
    public void written() {
        pending.clear();
    }
}
