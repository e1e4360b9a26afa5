package chorus.bundle;

import chorus.bundle.parquet.ParquetFile;
import chorus.bundle.sheet.Sheet;
import chorus.report.kept.WholeFile;
import java.nio.file.Path;

/** A table as CSV and as Parquet. */
final class SheetFiles {
    private SheetFiles() {}

    static void write(Path directory, Sheet sheet) {
        WholeFile.write(directory, sheet.name() + ".csv", sheet.lines());
        ParquetFile.write(sheet, directory.resolve(sheet.name() + ".parquet"));
    }
}
