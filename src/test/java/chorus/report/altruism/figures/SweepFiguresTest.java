package chorus.report.altruism.figures;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.altruism.sweep.Variants;
import chorus.config.Sweep;
import chorus.ratings.results.RoundRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class SweepFiguresTest {
    private static final String SMALL = """
            altruism:
              users: 60
              items: 20
              minorityUsers: 10
              minorityItems: 5
              tolerance: {absolute: 4}
              begin: 0
            """;
    private static final String AT_ONCE = SMALL + """
              platform: svd
              rounds: 1
            sweep:
              altruism.targets: [1, 5]
              altruism.share: [0.2, 0.5, 1]
              altruism.eta: [0.1, 0.3, 0.5, 0.7]
              randomSeed: [1, 2]
            """;
    private static final String ROUNDS = SMALL + """
              rounds: 3
              targets: 5
              worlds: [{name: twin, altruists: false}, {name: a-b}, {name: c, eta: 0.9}]
            sweep:
              altruism.choose: [top, random]
            """;

    @TempDir
    Path directory;

    @Test
    void twoNumbersAreHeatMapsAPanelEachOfTheThirdWithTheBand() throws Exception {
        var svg = figure(AT_ONCE, "heat.svg");
        assertThat(marks(svg, "g", "panel")).hasSize(3 * 2);
        var cells = marks(svg, "rect", "cell");
        assertThat(cells).hasSize(3 * 2 * 3 * 4);
        assertThat(marks(svg, "line", "low")).isNotEmpty();
        assertThat(marks(svg, "line", "high")).hasSize(3 * 2 * 3);
        assertThat(svg).contains("mean over seeds 1, 2", ">η, what members say", ">5 promoted items<", ">0.5<");
    }

    /** Each cell has the colour of its own mean over seeds: the columns of a row of cells ascend in η, its rows in share. */
    @Test
    void aCellIsOfItsOwnRuns() throws Exception {
        var runs = play(AT_ONCE);
        var most = 0.0;
        for (var values : runs.keySet()) {
            most = Math.max(most, mean(runs, values.subList(0, 3)));
        }
        var shade = Shade.of(Shown.HARMED, most);
        var first = marks(figure(AT_ONCE, "heat.svg"), "rect", "cell").subList(48, 60);
        var place = first.stream()
                .map(cell -> cell.getAttribute("x") + " " + cell.getAttribute("y"))
                .distinct();
        assertThat(place).hasSize(12);
        var left = first.stream().mapToDouble(cell -> number(cell, "x")).min().orElseThrow();
        var bottom = first.stream().mapToDouble(cell -> number(cell, "y")).max().orElseThrow();
        for (var cell : first) {
            var eta =
                    List.of("0.1", "0.3", "0.5", "0.7").get((int) ((number(cell, "x") - left) / number(cell, "width")));
            var share = List.of("0.2", "0.5", "1").get((int) ((bottom - number(cell, "y")) / number(cell, "height")));
            assertThat(cell.getAttribute("fill"))
                    .as(share + " " + eta)
                    .isEqualTo(shade.colour(mean(runs, List.of("1", share, eta))));
        }
        assertThat(first.stream()
                        .map(cell -> cell.getAttribute("fill"))
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    private static double mean(Map<List<String>, List<RoundRow>> runs, List<String> values) {
        return runs.entrySet().stream()
                .filter(entry -> entry.getKey().subList(0, 3).equals(values))
                .map(entry -> entry.getValue().stream()
                        .filter(row -> row.campaign().belief().isPresent())
                        .toList()
                        .getLast())
                .mapToDouble(row -> row.against().harmed().all())
                .average()
                .orElseThrow();
    }

    @Test
    void theLastRoundAlongAKeyHasALineAValueAPanelAThirdAndEachSeedThin() throws Exception {
        var svg = figure(AT_ONCE, "last.svg");
        assertThat(marks(svg, "g", "panel")).hasSize(4 * 2);
        assertThat(marks(svg, "path", "mean")).hasSize(4 * 2 * 3).allMatch(path -> steps(path) == 4);
        assertThat(marks(svg, "path", "seed")).hasSize(4 * 2 * 3 * 2);
        assertThat(SweepFigures.of(keys(AT_ONCE), play(AT_ONCE)).get("over-rounds.svg"))
                .isEmpty();
    }

    @Test
    void roundsHaveALineAValueAndWorld() throws Exception {
        var svg = figure(ROUNDS, "over-rounds.svg");
        assertThat(marks(svg, "g", "panel")).hasSize(4);
        assertThat(marks(svg, "path", "mean")).hasSize(4 * 4).allMatch(path -> steps(path) == 3);
        assertThat(marks(svg, "path", "seed")).isEmpty();
        assertThat(marks(svg, "path", "twin")).hasSize(1);
        assertThat(marks(svg, "line", "key")).hasSize(4 + 1);
        assertThat(svg).contains("choose top, a-b", "choose random, c", "one seed");
        var figures = SweepFigures.of(keys(ROUNDS), play(ROUNDS));
        assertThat(figures.get("heat.svg")).isEmpty();
        assertThat(figures.get("last.svg")).isEmpty();
    }

    /** A line lies where its figure is on the axes, worked by hand. */
    @Test
    void aLineFollowsItsFigures() throws Exception {
        var members = new Frame(10, 20, 100, 50, Span.over(0, 4), Span.over(-10, 30));
        assertThat(members.step(true, 1, -10)).isEqualTo("M35.0 70.0");
        assertThat(members.step(false, 4, 30)).isEqualTo("L110.0 20.0");
        assertThat(members.step(false, 2, 10)).isEqualTo("L60.0 45.0");
    }

    @Test
    void aSpectrumHasEachDirectionAndTheToleranceInEachWorld() throws Exception {
        var rows = play(ROUNDS).values().iterator().next();
        var svg = SpectrumFigure.of(rows);
        assertThat(marks(svg, "g", "panel")).hasSize(3);
        assertThat(marks(svg, "path", "tolerance")).hasSize(3).allMatch(path -> steps(path) == 3);
        var above = rows.stream()
                .filter(row -> row.world().equals("twin"))
                .flatMap(row -> IntStream.range(0, 12)
                        .filter(j -> row.platform().singular().get(j) >= 0.2)
                        .boxed())
                .distinct()
                .count();
        var twin = marks(svg, "g", "panel").getFirst().getElementsByTagName("path");
        assertThat(twin.getLength()).isEqualTo((int) above + 1);
        assertThat(SpectrumFigure.of(rows)).isEqualTo(svg);
    }

    @Test
    void theSameSweepGivesTheSameBytes() throws IOException {
        assertThat(SweepFigures.of(keys(AT_ONCE), play(AT_ONCE)))
                .isEqualTo(SweepFigures.of(keys(AT_ONCE), play(AT_ONCE)));
    }

    private List<String> keys(String text) throws IOException {
        return sweep(text).keys();
    }

    private Sweep sweep(String text) throws IOException {
        return Sweep.load(Files.writeString(directory.resolve("sweep.yaml"), text), List.of());
    }

    private Map<List<String>, List<RoundRow>> play(String text) throws IOException {
        var sweep = sweep(text);
        var rows = Variants.play(sweep.variants(), _ -> {});
        var runs = new LinkedHashMap<List<String>, List<RoundRow>>();
        for (var i = 0; i < rows.size(); i++) {
            runs.put(sweep.variants().get(i).values(), rows.get(i));
        }
        return runs;
    }

    private String figure(String text, String name) throws IOException {
        return SweepFigures.of(keys(text), play(text))
                .getOrDefault(name, Optional.empty())
                .orElseThrow();
    }

    /** Elements of a class, of a page that is well-formed. */
    private static List<Element> marks(String svg, String tag, String kind) throws Exception {
        var page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var found = page.getElementsByTagName(tag);
        var marks = new ArrayList<Element>();
        for (var i = 0; i < found.getLength(); i++) {
            if (found.item(i) instanceof Element element
                    && element.getAttribute("class").equals(kind)) {
                marks.add(element);
            }
        }
        return marks;
    }

    private static int steps(Element path) {
        return path.getAttribute("d").split("[ML]", -1).length - 1;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
