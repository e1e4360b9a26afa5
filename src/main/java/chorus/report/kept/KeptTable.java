package chorus.report.kept;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** A CSV file of a run, read by the names of its columns. */
final class KeptTable {
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final Path file;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String[]> lines = new ArrayList<>();

    private KeptTable(Path file) {
        this.file = file;
    }

    /**
     * Reads all lines that are whole: a last one without its end is still being written, or was torn when the process was killed.
     *
     * @throws KeptFault where a line is no CSV or has not as many fields as the first
     */
    static KeptTable read(Path file) {
        var table = new KeptTable(file);
        try (MappingIterator<String[]> lines = CSV.readerFor(String[].class).readValues(whole(file))) {
            var head = lines.hasNextValue() ? lines.nextValue() : new String[0];
            for (var i = 0; i < head.length; i++) {
                table.columns.put(head[i], i);
            }
            while (lines.hasNextValue()) {
                table.add(lines.nextValue());
            }
            return table;
        } catch (IOException e) {
            throw new KeptFault(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String whole(Path file) throws IOException {
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private void add(String[] fields) {
        if (fields.length != columns.size()) {
            throw new KeptFault(file + ":" + (lines.size() + 2) + ": " + fields.length + " fields in a file of "
                    + columns.size() + " columns");
        }
        lines.add(fields);
    }

    List<Line> lines() {
        var all = new ArrayList<Line>();
        for (var i = 0; i < lines.size(); i++) {
            all.add(new Line(i));
        }
        return all;
    }

    /** One line below the head. */
    final class Line {
        private final int index;

        Line(int index) {
            this.index = index;
        }

        Set<String> columns() {
            return columns.keySet();
        }

        String text(String column) {
            var at = columns.get(column);
            if (at == null) {
                throw new KeptFault(file + ": the column " + column + " is missing");
            }
            return lines.get(index)[at];
        }

        long count(String column) {
            try {
                return Long.parseLong(text(column));
            } catch (NumberFormatException e) {
                throw fault(column, "a whole number", e);
            }
        }

        /** Undefined where the field is empty, or the column is not there: files of earlier versions have fewer. */
        OptionalDouble number(String column) {
            if (!columns.containsKey(column) || text(column).isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                return OptionalDouble.of(Double.parseDouble(text(column)));
            } catch (NumberFormatException e) {
                throw fault(column, "a number or nothing", e);
            }
        }

        private KeptFault fault(String column, String allowed, NumberFormatException e) {
            return new KeptFault(
                    file + ":" + (index + 2) + ": " + column + " = " + text(column) + ": must be " + allowed, e);
        }
    }
}
