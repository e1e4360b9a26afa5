package chorus.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MeterPageTest {
    @Test
    void thePageShowsTheCatalogueAsItIs() throws IOException {
        var page = Path.of("docs/metrics.md");
        if (Boolean.getBoolean("chorus.refresh")) {
            Files.writeString(page, MeterPage.text());
        }
        assertThat(Files.readString(page))
                .as("stale: refresh with mvn test -Dtest=MeterPageTest -Dchorus.refresh=true")
                .isEqualTo(MeterPage.text());
    }
}
