package chorus.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a CSV file: names, what they mean, and how a row's fields are written (RFC 4180, lines end in LF). */
public record Table<R>(String file, List<Column<R>> columns) {
    /** What the fields of a column are; an empty one is undefined. */
    public enum Kind {
        TEXT,
        COUNT,
        NUMBER
    }

    /** @param field as text, not quoted yet */
    public record Column<R>(String name, String meaning, Kind kind, Function<R, String> field) {}

    public static <R> Column<R> text(String name, String meaning, Function<R, String> field) {
        return new Column<>(name, meaning, Kind.TEXT, field);
    }

    public static <R> Column<R> count(String name, String meaning, Function<R, Long> field) {
        return new Column<>(name, meaning, Kind.COUNT, row -> field.apply(row).toString());
    }

    /** A number is written so that it reads back to the same bits; an undefined one is an empty field. */
    public static <R> Column<R> number(String name, String meaning, Function<R, OptionalDouble> field) {
        return new Column<>(name, meaning, Kind.NUMBER, row -> text(field.apply(row)));
    }

    /** A number as its field is written. */
    public static String text(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    /** Fields as a line of CSV. */
    public static String line(List<String> fields) {
        return fields.stream().map(Table::quoted).collect(Collectors.joining(",")) + "\n";
    }

    public String header() {
        return line(columns.stream().map(Column::name).toList());
    }

    public String line(R row) {
        return line(columns.stream().map(column -> column.field().apply(row)).toList());
    }

    /** A field as it stands in a line. */
    public static String quoted(String text) {
        var special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
