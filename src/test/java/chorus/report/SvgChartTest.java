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
        // two campaigns: hits, twin, amplification each
        assertThat(paths(SvgChart.of(Course.of(Rows.WORLDS, Rows.tenGenerations()))))
                .isEqualTo(6);
    }

    @Test
    void aCampaignInSeveralWorldsHasOneTwin() throws Exception {
        var worlds = Rows.race(4);
        var rows = LongStream.range(0, 10)
                .mapToObj(generation -> Rows.race(worlds, generation))
                .flatMap(List::stream)
                .toList();
        var svg = SvgChart.of(Course.of(worlds, rows));
        // eight curves of hits and amplification, four twins
        assertThat(paths(svg)).isEqualTo(8 * 2 + 4);
        assertThat(svg).contains(">c3<", ">c3 in all<");
    }

    @Test
    void aLegendThatIsTooWideHasSeveralRows() {
        var line = new Legend.Line("x".repeat(20), "red", "");
        // 32 + 8·20 wide, 28 apart: 80, 300 and 520 end at 712; 740 would end at 932
        assertThat(Legend.of(List.of(line, line, line, line), 80, 860).entries())
                .containsExactly(
                        new Legend.Entry(line, 80, 0),
                        new Legend.Entry(line, 300, 0),
                        new Legend.Entry(line, 520, 0),
                        new Legend.Entry(line, 80, 1));
    }

    private static int paths(String svg) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var document = builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        return document.getElementsByTagName("path").getLength();
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
