package chorus.cli.frame;

import chorus.config.tree.SettingsFault;
import chorus.loadtest.result.LoadJson;
import chorus.loadtest.result.LoadResult;
import chorus.report.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Results of load tests as files; what cannot be read is refused in one line. */
public final class LoadFiles {
    private LoadFiles() {}

    public static LoadResult read(Path file) {
        try {
            return LoadJson.read(Files.readString(file));
        } catch (IOException e) {
            throw new SettingsFault(
                    file.toString(), "", Files.exists(file) ? "cannot be read" : "there is no such file");
        } catch (IllegalArgumentException e) {
            throw new SettingsFault(file.toString(), "", String.valueOf(e.getMessage()));
        }
    }

    public static LoadResult merge(List<Path> files) {
        var whole = read(files.getFirst());
        for (var file : files.subList(1, files.size())) {
            try {
                whole = whole.merge(read(file));
            } catch (IllegalArgumentException e) {
                throw new SettingsFault(file.toString(), "", String.valueOf(e.getMessage()));
            }
        }
        return whole;
    }

    public static void write(LoadResult result, Path file, Terminal terminal) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, LoadJson.write(result));
            terminal.note("result: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
