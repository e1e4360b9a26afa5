package chorus.bundle;

import chorus.bundle.parquet.ParquetFile;
import chorus.bundle.sheet.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files of a directory that are there whole or not at all. */
final class WholeFiles {
    private WholeFiles() {}

    /** As CSV and as Parquet. */
    static void write(Path directory, Sheet sheet) {
        write(directory, sheet.name() + ".csv", sheet.csv());
        ParquetFile.write(sheet, directory.resolve(sheet.name() + ".parquet"));
    }

    static void write(Path directory, String name, String text) {
        var file = directory.resolve(name);
        var fresh = directory.resolve(name + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
