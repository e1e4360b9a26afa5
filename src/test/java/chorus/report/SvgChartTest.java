package chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class SvgChartTest {
    @Test
    void theChartIsWellFormedAndHasThreeLinesACampaign() throws Exception {
        var rows = LongStream.range(0, 10)
                .mapToObj(Rows::evaluations)
                .flatMap(List::stream)
                .toList();
        var svg = SvgChart.of(Course.of(rows));
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var document = builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        // two campaigns: hits, twin, amplification each
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(6);
    }

    @Test
    void anAxisEndsAtTheNextRoundNumber() {
        assertThat(Axis.reaching(0.18, 0.01).end()).isEqualTo(0.2);
        assertThat(Axis.reaching(0, 0.01).end()).isEqualTo(0.01);
        assertThat(Axis.reaching(28, 1).end()).isEqualTo(50);
        assertThat(Axis.reaching(60, 1).end()).isEqualTo(100);
        assertThat(Axis.reaching(500, 1).end()).isEqualTo(500);
    }

    @Test
    void anAxisGoesToItsEndInRoundSteps() {
        assertThat(Axis.reaching(0.18, 0.01)).isEqualTo(new Axis(0.2, 4));
        assertThat(Axis.reaching(28, 1)).isEqualTo(new Axis(50, 5));
        assertThat(Axis.reaching(60, 1)).isEqualTo(new Axis(100, 5));
    }
}
