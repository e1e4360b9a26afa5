package chorus.metrics;

import chorus.metrics.Metered.Kind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the catalogue says of a meter.
 *
 * @param parts whose process shows it
 * @param name dotted
 * @param labels in the order of their values
 */
public record Traits(Set<Part> parts, String name, Kind kind, String unit, String meaning, List<String> labels) {
    public Traits {
        parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
        labels = List.copyOf(labels);
    }

    /** @param labels some with a space between */
    static Traits of(Set<Part> parts, String name, Kind kind, String unit, String meaning, String... labels) {
        var each = Stream.of(labels).flatMap(some -> Stream.of(some.split(" "))).toList();
        return new Traits(parts, "chorus." + name, kind, unit, meaning, each);
    }
}
