package chorus.events;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * One topic's values in Confluent's wire form and back: magic byte 0, the schema's id in the registry, Avro binary. Confluent's
 * serializer writes; the schemas of what is read come from its client. Safe for many threads.
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
    private final Schema own;
    private final Map<Integer, DatumReader<Object>> readers = new ConcurrentHashMap<>();

    Codec(String topic, Form<T, ?> form, RegistryClient registry) {
        this.topic = topic;
        this.form = form;
        this.registry = registry;
        var settings = Map.<String, Object>of(
                "schema.registry.url", registry.url(),
                "auto.register.schemas", false,
                "avro.remove.java.properties", true);
        serializer = new KafkaAvroSerializer(registry.confluent(), settings);
        own = SpecificData.get().getSchema(form.type());
    }

    public byte[] encode(T value) {
        return serializer.serialize(topic, form.write().apply(value));
    }

    /**
     * Reads a value. Confluent's deserializer asks its bounded cache three times a record; here a reader is kept for each schema.
     *
     * @throws UndecodableException if the bytes are no such value: the record is at fault, and stays so
     * @throws RegistryUnreachable if their schema cannot be asked for: the record may be sound
     */
    public T decode(byte[] bytes) {
        var reader = reader(schemaId(bytes));
        try {
            var in = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
            var value = read(form, reader.read(null, in));
            if (!in.isEnd()) {
                throw new UndecodableException("bytes behind the record");
            }
            return value;
        } catch (UndecodableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UndecodableException(reason(e), e);
        }
    }

    private static <T, A extends SpecificRecord> T read(Form<T, A> form, Object record) {
        return form.read().apply(form.type().cast(record));
    }

    private DatumReader<Object> reader(int schemaId) {
        var reader = readers.get(schemaId);
        if (reader == null) {
            var written = registry.fetch(schemaId);
            if (!written.getFullName().equals(own.getFullName())) {
                throw new UndecodableException("a " + written.getName() + ", not a " + own.getName());
            }
            reader = new SpecificDatumReader<>(written, own);
            readers.put(schemaId, reader);
        }
        return reader;
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
