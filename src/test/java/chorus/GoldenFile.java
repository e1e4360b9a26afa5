package chorus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated file that is kept in the repository; {@code -Dchorus.refresh=true} writes it anew, the diff is reviewed. */
public record GoldenFile(Path path) {
    public static GoldenFile of(String path) {
        return new GoldenFile(Path.of(path));
    }

    /** Fails where the file is stale. */
    public void holds(String generated) throws IOException {
        if (Boolean.getBoolean("chorus.refresh")) {
            Files.writeString(path, generated, UTF_8);
        }
        assertThat(Files.readString(path, UTF_8))
                .as("%s is stale: refresh it with -Dchorus.refresh=true", path)
                .isEqualTo(generated);
    }
}
