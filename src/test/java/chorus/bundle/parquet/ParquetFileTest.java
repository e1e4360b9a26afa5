package chorus.bundle.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.bundle.sheet.Sheet;
import chorus.bundle.sheet.Sheet.Head;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read back by another library than the one that writes. */
class ParquetFileTest {
    @TempDir
    Path folder;

    @Test
    void eachFieldReadsBackAsItWasAndWhatIsUndefinedIsNull() throws IOException {
        var third = Double.toString(1 / 3.0);
        assertThat(written(sheet(List.of(
                        List.of("Hybrid(5), \"é\"", "9007199254740993", third),
                        List.of("", "", ""),
                        List.of("b", "-1", "-5.0E-324")))))
                .containsExactly(
                        List.of("Hybrid(5), \"é\"", "9007199254740993", third),
                        List.of("", "null", "null"),
                        List.of("b", "-1", "-4.9E-324"));
    }

    @Test
    void manyRowsKeepTheirOrder() throws IOException {
        var rows = IntStream.range(0, 50_000)
                .mapToObj(i -> List.of("row " + i % 7, Integer.toString(i), Double.toString(i / 7.0)))
                .toList();
        assertThat(written(sheet(rows))).isEqualTo(rows);
    }

    @Test
    void noRowsAreATableToo() throws IOException {
        assertThat(written(sheet(List.of()))).isEmpty();
    }

    @Test
    void theSameSheetGivesTheSameBytes() throws IOException {
        var sheet = sheet(List.of(List.of("a", "1", "0.5")));
        ParquetFile.write(sheet, folder.resolve("one"));
        ParquetFile.write(sheet, folder.resolve("two"));
        assertThat(Files.readAllBytes(folder.resolve("one"))).isEqualTo(Files.readAllBytes(folder.resolve("two")));
    }

    private static Sheet sheet(List<List<String>> rows) {
        return new Sheet("some", List.of(Head.text("name", ""), Head.count("n", ""), Head.number("x[0].y", "")), rows);
    }

    private List<List<String>> written(Sheet sheet) throws IOException {
        var file = folder.resolve("some.parquet");
        ParquetFile.write(sheet, file);
        var rows = new ArrayList<List<String>>();
        try (var reader = ParquetFileReader.open(InputFile.of(file));
                var found = reader.rowReader()) {
            while (found.hasNext()) {
                found.next();
                rows.add(List.of(
                        found.isNull("name") ? "null" : found.getString("name"),
                        found.isNull("n") ? "null" : Long.toString(found.getLong("n")),
                        found.isNull("x[0].y") ? "null" : Double.toString(found.getDouble("x[0].y"))));
            }
        }
        return rows;
    }
}
