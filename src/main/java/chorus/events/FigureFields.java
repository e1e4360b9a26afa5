package chorus.events;

import chorus.rows.results.Figures;
import java.util.HashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Figures in Avro records: each in the field of its measure's name, so that a new measure needs but a field in the schema. */
final class FigureFields {
    private FigureFields() {}

    /** Fills the optional numbers of {@code record}. */
    static void put(Figures figures, SpecificRecord record) {
        for (var field : record.getSchema().getFields()) {
            var value = figures.of(field.name());
            if (isOptionalNumber(field.schema()) && value.isPresent()) {
                record.put(field.pos(), value.getAsDouble());
            }
        }
    }

    /** What the optional numbers of {@code record} hold. */
    static Figures read(SpecificRecord record) {
        var figures = new HashMap<String, Double>();
        for (var field : record.getSchema().getFields()) {
            if (isOptionalNumber(field.schema()) && record.get(field.pos()) instanceof Double value) {
                figures.put(field.name(), value);
            }
        }
        return new Figures(figures);
    }

    /**
     * Fills a record that holds nothing but numbers, of which those that came later are optional; null where {@code figures} has
     * none of the others.
     *
     * @throws IllegalArgumentException where it has some of these
     */
    static <R extends SpecificRecord> @Nullable R putAll(Figures figures, R record) {
        var fields = record.getSchema().getFields().stream()
                .filter(field -> !isOptionalNumber(field.schema()))
                .toList();
        put(figures, record);
        var missing = 0;
        for (var field : fields) {
            var value = figures.of(field.name());
            value.ifPresent(number -> record.put(field.pos(), number));
            missing += value.isPresent() ? 0 : 1;
        }
        if (missing != 0 && missing != fields.size()) {
            throw new IllegalArgumentException(record.getSchema().getName() + " lacks " + missing + " of " + figures);
        }
        return missing == 0 ? record : null;
    }

    /** What a record holds that consists of numbers; nothing where there is none. */
    static Figures readAll(@Nullable SpecificRecord record) {
        var figures = new HashMap<String, Double>();
        if (record != null) {
            for (var field : record.getSchema().getFields()) {
                if (record.get(field.pos()) instanceof Double value) {
                    figures.put(field.name(), value);
                }
            }
        }
        return new Figures(figures);
    }

    private static boolean isOptionalNumber(Schema schema) {
        return schema.isUnion() && schema.getTypes().stream().anyMatch(type -> type.getType() == Schema.Type.DOUBLE);
    }
}
