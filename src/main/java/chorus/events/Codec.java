package chorus.events;

import chorus.events.registry.RegistryClient;
import chorus.events.registry.RegistryUnreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * One topic's values in Confluent's wire form and back: magic byte 0, the schema's id in the registry, Avro binary. The ids and
 * the schemas of what is read come from Confluent's client; its serializers, which ask their caches several times a record, are
 * not on the way. Safe for many threads.
 */
public final class Codec<T> {
    private static final int HEADER = 5;
    /** Generated records write themselves, arrays of numbers above all, at a fraction of what reflection costs. */
    private static final SpecificData WRITING = new SpecificData();

    private static final ThreadLocal<Output> OUTPUTS = ThreadLocal.withInitial(Output::new);

    static {
        // Avro makes instances only of classes that are declared trusted
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), type -> type.getPackageName()
                        .equals("chorus.events.avro")));
        WRITING.setCustomCoders(true);
    }

    private final Form<T, ?> form;
    private final RegistryClient registry;
    private final Schema own;
    private final byte[] header;
    private final DatumWriter<Object> writer;
    private final Map<Integer, DatumReader<Object>> readers = new ConcurrentHashMap<>();

    /** @param id of the form's schema in {@code registry} */
    Codec(Form<T, ?> form, int id, RegistryClient registry) {
        this.form = form;
        this.registry = registry;
        own = SpecificData.get().getSchema(form.type());
        header = ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array();
        writer = new SpecificDatumWriter<>(own, WRITING);
        // what this version writes is read without asking: a registry that is away stops nobody
        readers.put(id, new SpecificDatumReader<>(own));
    }

    /** A thread's buffer and the encoder that fills it. */
    private static final class Output {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        private @Nullable BinaryEncoder encoder;

        byte[] write(byte[] header, DatumWriter<Object> writer, Object record) {
            // first, for it flushes what a record that failed half-way has left in it
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            bytes.reset();
            bytes.writeBytes(header);
            try {
                writer.write(record, encoder);
                encoder.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("a buffer on the heap", e);
            }
            return bytes.toByteArray();
        }
    }

    public byte[] encode(T value) {
        return OUTPUTS.get().write(header, writer, form.write().apply(value));
    }

    /**
     * Reads a value by the reader that is kept for its schema.
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
            var written = written(schemaId);
            if (!written.getFullName().equals(own.getFullName())) {
                throw new UndecodableException("a " + written.getName() + ", not a " + own.getName());
            }
            reader = new SpecificDatumReader<>(written, own);
            readers.put(schemaId, reader);
        }
        return reader;
    }

    private Schema written(int schemaId) {
        try {
            return registry.fetch(schemaId);
        } catch (NoSuchElementException unknown) {
            throw new UndecodableException(String.valueOf(unknown.getMessage()), unknown);
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
