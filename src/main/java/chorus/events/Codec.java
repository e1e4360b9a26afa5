package chorus.events;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * One topic's values in their wire form and back, by Confluent's serializers: magic byte 0, the schema's id in the registry, Avro
 * binary. Safe for many threads.
 */
public final class Codec<T> {
    private static final int HEADER = 5;

    static {
        // Avro makes instances only of classes that are declared trusted
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), type -> type.getPackageName()
                        .equals("chorus.events.avro")));
    }

    private final String topic;
    private final Form<T, ?> form;
    private final RegistryClient registry;
    private final KafkaAvroSerializer serializer;
    private final KafkaAvroDeserializer deserializer;

    Codec(String topic, Form<T, ?> form, RegistryClient registry) {
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

    public byte[] encode(T value) {
        return serializer.serialize(topic, form.write().apply(value));
    }

    /**
     * Reads a value.
     *
     * @throws UndecodableException if the bytes are no such value: the record is at fault, and stays so
     * @throws RegistryUnreachable if their schema cannot be asked for: the record may be sound
     */
    public T decode(byte[] bytes) {
        registry.fetch(schemaId(bytes));
        try {
            return read(form, deserializer.deserialize(topic, bytes));
        } catch (UndecodableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UndecodableException(reason(e), e);
        }
    }

    private static <T, A extends SpecificRecord> T read(Form<T, A> form, Object record) {
        if (form.type().isInstance(record)) {
            return form.read().apply(form.type().cast(record));
        }
        throw new UndecodableException("a " + record.getClass().getSimpleName() + ", not a "
                + form.type().getSimpleName());
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
