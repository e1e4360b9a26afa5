package chorus.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Prometheus 2.42 and 3
                "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.4,*/*;q=0.2",
                "application/openmetrics-text",
                "APPLICATION/OpenMetrics-Text ; Version=\"1.0.0\"; Q=0.5 , text/plain;q=0.5",
                "application/openmetrics-text;q=0.2,text/html"
            })
    void whoPrefersOpenMetricsGetsIt(String accept) {
        assertThat(Exposition.accepted(accept)).isEqualTo(Exposition.OPEN_METRICS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                ";,;",
                "text/plain",
                "text/html,application/xhtml+xml,*/*;q=0.8",
                "text/plain,application/openmetrics-text;q=0.9",
                "application/openmetrics-text;q=0",
                "application/openmetrics-text;version=2.0.0",
                "application/openmetrics-text;q=much",
                "application/openmetrics-text;q=0.3,text/*;q=0.4",
                "application/openmetrics-text;version=1.0.0;q=0.3,*/*;q=0.4"
            })
    void anybodyElseGetsPrometheusText(String accept) {
        assertThat(Exposition.accepted(accept)).isEqualTo(Exposition.PROMETHEUS);
    }

    @Test
    void whoSaysNothingGetsPrometheusText() {
        assertThat(Exposition.accepted(null)).isEqualTo(Exposition.PROMETHEUS);
    }
}
