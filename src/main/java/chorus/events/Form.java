package chorus.events;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * How a value becomes its generated record and back.
 *
 * @param read throws {@link RuntimeException} where the record is no sound value
 */
public record Form<T, A extends SpecificRecord>(Class<A> type, Function<T, A> write, Function<A, T> read) {
    /** The record's schema as the registry keeps it: the file in {@code schemas/}, without what is Java's alone. */
    Schema schema() {
        var java = SpecificData.get().getSchema(type);
        return AvroSchemaUtils.getSchema(new GenericData.Record(java), false, false, true);
    }
}
