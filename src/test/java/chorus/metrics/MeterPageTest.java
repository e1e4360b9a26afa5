package chorus.metrics;

import chorus.GoldenFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MeterPageTest {
    @Test
    void thePageShowsTheCatalogueAsItIs() throws IOException {
        GoldenFile.of("docs/metrics.md").holds(MeterPage.text());
    }
}
