package chorus.events;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/** Confluent's serializer and deserializer, as one topic's codec. */
final class AvroCodec<T, A extends SpecificRecord> implements Codec<T> {
    private static final int HEADER = 5;

    static {
        // Avro makes instances only of classes that are declared trusted
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), type -> type.getPackageName()
                        .equals("chorus.events.avro")));
    }

    private final String topic;
    private final Form<T, A> form;
    private final RegistryClient registry;
    private final KafkaAvroSerializer serializer;
    private final KafkaAvroDeserializer deserializer;

    AvroCodec(String topic, Form<T, A> form, RegistryClient registry) {
        this.topic = topic;
        this.form = form;
        this.registry = registry;
        var settings = Map.<String, Object>of(
                "schema.registry.url", registry.url(),
                "auto.register.schemas", false,
                "avro.remove.java.properties", true,
                "specific.avro.reader", true);
        serializer = new KafkaAvroSerializer(registry.confluent(), settings);
        deserializer = new KafkaAvroDeserializer(registry.confluent(), settings);
    }

    @Override
    public byte[] encode(T value) {
        return serializer.serialize(topic, form.write().apply(value));
    }

    @Override
    public T decode(byte[] bytes) {
        registry.fetch(schemaId(bytes));
        try {
            var record = deserializer.deserialize(topic, bytes);
            if (form.type().isInstance(record)) {
                return form.read().apply(form.type().cast(record));
            }
            throw new UndecodableException("a " + record.getClass().getSimpleName() + ", not a "
                    + form.type().getSimpleName());
        } catch (UndecodableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UndecodableException(reason(e), e);
        }
    }

    private static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new UndecodableException("truncated: " + bytes.length + " bytes");
        }
        if (bytes[0] != 0) {
            throw new UndecodableException("unknown magic byte " + bytes[0]);
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    /** The innermost message: Confluent's own says no more than that deserialization failed. */
    private static String reason(Throwable fault) {
        var innermost = fault;
        for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        var message = innermost.getMessage();
        var kind = innermost.getClass().getSimpleName();
        return "not decodable: " + (message == null ? kind : message);
    }
}
