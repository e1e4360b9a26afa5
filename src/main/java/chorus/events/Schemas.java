package chorus.events;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;

/** The schemas of generated records as the registry keeps them: those of {@code schemas/}, without what is Java's alone. */
final class Schemas {
    private Schemas() {}

    /** The very object that Confluent's serializer asks for, so that it finds the id without comparing field by field. */
    static Schema of(Class<?> generated) {
        return AvroSchemaUtils.getSchema(
                new GenericData.Record(SpecificData.get().getSchema(generated)), false, false, true);
    }
}
