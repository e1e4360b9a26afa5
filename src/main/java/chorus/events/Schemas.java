package chorus.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/** The files of {@code schemas/}, as they travel with the classes. */
final class Schemas {
    private Schemas() {}

    /** The schema of a generated record, as written by hand: without what the generator adds for Java. */
    static Schema of(Class<?> generated) {
        var file = "/schemas/" + generated.getSimpleName() + ".avsc";
        try (var in = Schemas.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside the classes");
            }
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
