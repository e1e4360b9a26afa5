package chorus.loadtest.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Small workloads for tests. */
public final class SomeWorkload {
    private SomeWorkload() {}

    /** 20 playlists of 5…12 tracks out of 50, with overrides. */
    public static Workload with(String... overrides) {
        return of("playlists: {count: 20, shortest: 5, longest: 12}\ntracks: {count: 50}\n", overrides);
    }

    static Workload of(String text, String... overrides) {
        try {
            var file = Files.createTempFile("workload", ".yaml");
            try {
                Files.writeString(file, text);
                return Workload.load(file, List.of(overrides));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
