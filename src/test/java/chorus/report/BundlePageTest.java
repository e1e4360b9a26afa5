package chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundlePageTest {
    @Test
    void thePageShowsTheColumnsAsTheyAre() throws IOException {
        var page = Path.of("docs/run-bundle.md");
        if (Boolean.getBoolean("chorus.refresh")) {
            Files.writeString(page, BundlePage.text());
        }
        assertThat(Files.readString(page))
                .as("stale: refresh with mvn test -Dtest=BundlePageTest -Dchorus.refresh=true")
                .isEqualTo(BundlePage.text());
    }
}
