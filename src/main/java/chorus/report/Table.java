package chorus.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a CSV file: names, what they mean, and how a row's fields are written (RFC 4180, lines end in LF). */
public record Table<R>(String file, List<Column<R>> columns) {
    /** One of its columns. */
    public record Column<R>(String name, String meaning, Function<R, String> field) {}

    public static <R> Column<R> text(String name, String meaning, Function<R, String> field) {
        return new Column<>(name, meaning, row -> quoted(field.apply(row)));
    }

    public static <R> Column<R> count(String name, String meaning, Function<R, Long> field) {
        return new Column<>(name, meaning, row -> field.apply(row).toString());
    }

    /** A number is written so that it reads back to the same bits; an undefined one is an empty field. */
    public static <R> Column<R> number(String name, String meaning, Function<R, OptionalDouble> field) {
        return new Column<>(name, meaning, row -> {
            var value = field.apply(row);
            return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
        });
    }

    public String header() {
        return columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\n";
    }

    public String line(R row) {
        return columns.stream().map(column -> column.field().apply(row)).collect(Collectors.joining(",")) + "\n";
    }

    /** A field as it stands in a line. */
    public static String quoted(String text) {
        var special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
