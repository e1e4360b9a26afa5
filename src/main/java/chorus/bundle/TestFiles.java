package chorus.bundle;

import chorus.bundle.tables.TestSheets;
import chorus.experiment.sweep.KeptLists;
import chorus.rows.results.TestRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of what was recommended for each test: {@code tests}, {@code lists} and the {@code tracks} that these name. */
public final class TestFiles {
    private TestFiles() {}

    /** Keeps them in directories below one. */
    public static KeptLists in(Path directory) {
        return KeptLists.in(directory, TestFiles::write);
    }

    private static void write(Path directory, List<TestRows> rows) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be made", e);
        }
        SheetFiles.write(directory, TestSheets.tests(rows));
        SheetFiles.write(directory, TestSheets.lists(rows));
        SheetFiles.write(directory, TestSheets.tracks(rows));
    }
}
