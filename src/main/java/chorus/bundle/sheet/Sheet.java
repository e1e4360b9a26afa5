package chorus.bundle.sheet;

import chorus.report.Table;
import chorus.report.Table.Kind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of a bundle. Numbers are kept as text that reads back to the same bits; an undefined one is empty.
 *
 * @param name of its files, without what follows the dot
 * @param rows a field a column each
 */
public record Sheet(String name, List<Head> heads, List<List<String>> rows) {
    /** A column. */
    public record Head(String name, String meaning, Kind kind) {
        public static Head text(String name, String meaning) {
            return new Head(name, meaning, Kind.TEXT);
        }

        public static Head count(String name, String meaning) {
            return new Head(name, meaning, Kind.COUNT);
        }

        public static Head number(String name, String meaning) {
            return new Head(name, meaning, Kind.NUMBER);
        }
    }

    public Sheet {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException(
                        name + ": a row of " + row.size() + " fields under " + heads.size() + " columns: " + row);
            }
        }
    }

    /** As CSV: RFC 4180, lines end in LF. */
    public String csv() {
        return lines().collect(Collectors.joining());
    }

    /** The lines of the CSV, each with its end. */
    public Stream<String> lines() {
        return Stream.concat(Stream.of(names()), rows.stream()).map(Table::line);
    }

    public List<String> names() {
        return heads.stream().map(Head::name).toList();
    }

    /** Where a column stands; −1 for one that is not there. */
    public int index(String column) {
        return names().indexOf(column);
    }

    /** A field of a column that must be there. */
    public String at(List<String> row, String column) {
        var index = index(column);
        if (index < 0) {
            throw new IllegalArgumentException(name + " has no column " + column);
        }
        return row.get(index);
    }

    public OptionalDouble number(List<String> row, String column) {
        var text = at(row, column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    /** What fields are that were written by hand: counts or numbers if all of them are, and none is empty. */
    public static Kind kind(List<String> fields) {
        if (fields.isEmpty()) {
            return Kind.TEXT;
        }
        if (fields.stream().allMatch(field -> field.matches("-?\\d{1,18}"))) {
            return Kind.COUNT;
        }
        return fields.stream().allMatch(field -> field.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?"))
                ? Kind.NUMBER
                : Kind.TEXT;
    }

    /** The different fields of a column, in the order of their first rows. */
    public List<String> distinct(String column) {
        return rows.stream().map(row -> at(row, column)).distinct().toList();
    }

    /** The rows for which a column has a value. */
    public Sheet where(String column, String value) {
        return new Sheet(
                name,
                heads,
                rows.stream().filter(row -> at(row, column).equals(value)).toList());
    }

    /** The places of columns, in the order asked for. */
    public int[] indices(List<String> columns) {
        return columns.stream().mapToInt(this::index).toArray();
    }

    /** A row's fields at some places. */
    public static List<String> at(List<String> row, int[] places) {
        return IntStream.of(places).mapToObj(row::get).toList();
    }
}
