package chorus.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rectangle of a dashboard.
 *
 * @param says what it shows and how to read it
 * @param width of 24 columns
 * @param limits from which value on which colour; below the first it is green
 * @param names what stands for a value
 * @param link the dashboard that tells more
 */
record Panel(
        Kind kind,
        String title,
        String says,
        Unit unit,
        int width,
        int height,
        List<Query> queries,
        SortedMap<Double, String> limits,
        SortedMap<Integer, String> names,
        Span span,
        Optional<Board.Uid> link) {

    /** How it is drawn. */
    enum Kind {
        /** Lines over time. */
        LINES("timeseries"),
        /** The newest value, large. */
        FIGURE("stat"),
        /** States over time, a bar a series. */
        STATES("state-timeline"),
        /** Words. */
        WORDS("text");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    /**
     * The axis.
     *
     * @param least empty: as the values are
     * @param most the same
     */
    record Span(OptionalDouble least, OptionalDouble most) {
        static final Span FROM_ZERO = new Span(OptionalDouble.of(0), OptionalDouble.empty());
        static final Span FREE = new Span(OptionalDouble.empty(), OptionalDouble.empty());
    }

    static Panel lines(String title, Unit unit, String says) {
        return new Panel(
                Kind.LINES,
                title,
                says,
                unit,
                8,
                8,
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                Span.FROM_ZERO,
                Optional.empty());
    }

    static Panel figure(String title, Unit unit, String says) {
        return lines(title, unit, says).drawn(Kind.FIGURE).wide(3).high(4);
    }

    static Panel states(String title, Map<Integer, String> names, String says) {
        var panel = lines(title, Unit.PLAIN, says).drawn(Kind.STATES);
        panel.names.putAll(names);
        return panel;
    }

    static Panel words(String title, String markdown) {
        return lines(title, Unit.PLAIN, markdown).drawn(Kind.WORDS);
    }

    private Panel drawn(Kind as) {
        return new Panel(as, title, says, unit, width, height, queries, limits, names, span, link);
    }

    Panel wide(int columns) {
        return new Panel(kind, title, says, unit, columns, height, queries, limits, names, span, link);
    }

    Panel high(int rows) {
        return new Panel(kind, title, says, unit, width, rows, queries, limits, names, span, link);
    }

    /** Shares that lie in 0…1, and whatever else has a most. */
    Panel upTo(double value) {
        return new Panel(
                kind,
                title,
                says,
                unit,
                width,
                height,
                queries,
                limits,
                names,
                new Span(span.least(), OptionalDouble.of(value)),
                link);
    }

    /** Values below 0 are there too, or none near 0. */
    Panel free() {
        return new Panel(kind, title, says, unit, width, height, queries, limits, names, Span.FREE, link);
    }

    Panel leadsTo(Board.Uid board) {
        return new Panel(kind, title, says, unit, width, height, queries, limits, names, span, Optional.of(board));
    }

    /** From {@code value} on it is in this colour. */
    Panel from(double value, String colour) {
        var more = new TreeMap<>(limits);
        more.put(value, colour);
        return new Panel(kind, title, says, unit, width, height, queries, more, names, span, link);
    }

    Panel asks(Query... more) {
        var all = new ArrayList<>(queries);
        all.addAll(List.of(more));
        return new Panel(kind, title, says, unit, width, height, List.copyOf(all), limits, names, span, link);
    }
}
