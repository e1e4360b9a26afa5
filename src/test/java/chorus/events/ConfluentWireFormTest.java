package chorus.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our codecs write and read Confluent's wire form without its serializers: these are the judges. */
class ConfluentWireFormTest {
    private static final String REGISTRY = "mock://wire-form";
    private static final Map<String, Object> SETTINGS = Map.of(
            "schema.registry.url", REGISTRY,
            "auto.register.schemas", false,
            "avro.remove.java.properties", true,
            "specific.avro.reader", true);
    private static final Events EVENTS = Events.connect(REGISTRY, "");

    static Stream<GoldenTopic<?>> topics() {
        return GoldenTopic.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    <T> void whatWeWriteConfluentsDeserializerReadsAndItsSerializerWritesAgain(GoldenTopic<T> topic) {
        try (var serializer = new KafkaAvroSerializer();
                var deserializer = new KafkaAvroDeserializer()) {
            serializer.configure(SETTINGS, false);
            deserializer.configure(SETTINGS, false);
            for (var value : topic.values()) {
                var ours = topic.codec().apply(EVENTS).encode(value);
                var record = (SpecificRecord) deserializer.deserialize(topic.name(), ours);
                assertThat(record.getSchema().getName()).isEqualTo(topic.record());
                assertThat(serializer.serialize(topic.name(), record)).isEqualTo(ours);
            }
        }
    }
}
