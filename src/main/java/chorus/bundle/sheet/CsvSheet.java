package chorus.bundle.sheet;

import chorus.bundle.sheet.Sheet.Head;
import chorus.report.Table.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A sheet as it was written. What its columns are is told by what stands in them. */
public final class CsvSheet {
    private CsvSheet() {}

    /** @throws NotASheet where the file is no table */
    public static Sheet read(Path file) {
        var lines = lines(file);
        if (lines.isEmpty()) {
            throw new NotASheet(file + " is empty: a table has a line of names");
        }
        var names = lines.getFirst();
        var rows = lines.subList(1, lines.size());
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != names.size()) {
                throw new NotASheet(file + ": row " + (i + 1) + " has "
                        + rows.get(i).size() + " fields under " + names.size() + " names");
            }
        }
        var heads = IntStream.range(0, names.size())
                .mapToObj(i -> new Head(names.get(i), "", kind(rows, i)))
                .toList();
        return new Sheet(file.getFileName().toString().replaceFirst("\\.csv$", ""), heads, rows);
    }

    /** What is undefined everywhere was to be a number. */
    private static Kind kind(List<List<String>> rows, int column) {
        var fields = rows.stream()
                .map(row -> row.get(column))
                .filter(field -> !field.isEmpty())
                .toList();
        return fields.isEmpty() ? Kind.NUMBER : Sheet.kind(fields);
    }

    private static List<List<String>> lines(Path file) {
        var mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        var lines = new ArrayList<List<String>>();
        try (var reader = Files.newBufferedReader(file);
                var rows = mapper.readerForListOf(String.class).<List<String>>readValues(reader)) {
            rows.forEachRemaining(lines::add);
        } catch (JsonProcessingException e) {
            throw new NotASheet(file + " is no CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return lines;
    }

    /** A file is no table; the message is the line to show. */
    public static final class NotASheet extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotASheet(String message) {
            super(message);
        }
    }
}
