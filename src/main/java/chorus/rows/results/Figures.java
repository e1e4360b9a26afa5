package chorus.rows.results;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What measures came to, by their names; a measure that is undefined has no entry. */
public record Figures(Map<String, Double> values) {
    public static final Figures NONE = new Figures(Map.of());

    public Figures {
        values = Map.copyOf(values);
    }

    public OptionalDouble of(String measure) {
        var value = values.get(measure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public Figures with(Measure measure, OptionalDouble value) {
        return value.isPresent() ? and(new Figures(Map.of(measure.name(), value.getAsDouble()))) : this;
    }

    /** These figures and others. */
    public Figures and(Figures others) {
        var all = new HashMap<>(values);
        all.putAll(others.values);
        return new Figures(all);
    }
}
