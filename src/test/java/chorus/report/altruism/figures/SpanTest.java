package chorus.report.altruism.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void marksAreRoundAndReachOverAll() {
        assertThat(Span.over(0, 100).marks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Span.over(-660, 3).marks()).startsWith(-800.0).endsWith(0.0, 200.0);
        assertThat(Span.over(0, 0).marks()).containsExactly(0.0, 0.2);
        assertThat(Span.over(0.05, 1).marks()).startsWith(0.0).endsWith(1.0);
    }

    @Test
    void logarithmsHaveOneTwoAndFive() {
        assertThat(Span.logarithmic(2.2, 224).marks()).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0);
        assertThat(Span.logarithmic(1, 100).at(10)).isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void aValueLiesBetweenTheEnds() {
        assertThat(Span.over(-10, 30).at(0)).isEqualTo(0.25);
        assertThat(Span.over(0, 10).at(11)).isEqualTo(1);
    }

    @Test
    void aNumberHasFourDigits() {
        assertThat(Span.text(-660)).isEqualTo("−660");
        assertThat(Span.text(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Span.text(1000)).isEqualTo("1000");
    }
}
