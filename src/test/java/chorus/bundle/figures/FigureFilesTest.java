package chorus.bundle.figures;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.bundle.figures.Figure.Axis;
import chorus.bundle.figures.Figure.Line;
import chorus.bundle.figures.Figure.Panel;
import chorus.bundle.figures.Figure.Point;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class FigureFilesTest {
    @TempDir
    Path folder;

    @Test
    void aPictureIsAsLargeAsItsPanelsAndHasEachLinesColour() throws Exception {
        FigureFiles.write(figure(0.5, 1, 2), folder);
        var image = ImageIO.read(folder.resolve("lift.png").toFile());
        // two panels of 460 × 310 under 52 of title and 20 of legend, twice as large
        assertThat(image.getWidth()).isEqualTo(1840);
        assertThat(image.getHeight()).isEqualTo(764);
        var colours = new HashSet<Integer>();
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 144; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertThat(colours).contains(0x0072B2, 0xD55E00, 0x222222, 0xFFFFFF);
    }

    @Test
    void theDrawingIsXmlThatScalesAndNamesNothingOutsideItself() throws Exception {
        FigureFiles.write(figure(0.5, 1, 2), folder);
        var svg = Files.readString(folder.resolve("lift.svg"));
        var root = DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 920 382");
        assertThat(svg).doesNotContain("href").doesNotContain("DOCTYPE").contains("lift-clipPath");
    }

    @Test
    void anAxisSaysInWhatItIsCounted() {
        assertThat(Figures.Labels.of("hits")).isEqualTo("hits (playlists)");
        assertThat(Figures.Labels.of("hit_share")).isEqualTo("hit share (ratio)");
        assertThat(Figures.Labels.of("amplification_per_playlist")).isEqualTo("amplification per playlist (×)");
        assertThat(Figures.Labels.of("anchors_from_1")).isEqualTo("anchors from 1 (tracks)");
    }

    @Test
    void aTickHasAsFewDigitsAsTellIt() {
        assertThat(Ticks.number(0.05)).isEqualTo("0.05");
        assertThat(Ticks.number(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Ticks.number(-0.0025)).isEqualTo("-0.0025");
        assertThat(Ticks.number(1.4e-17)).isEqualTo("0");
        assertThat(Ticks.number(120)).isEqualTo("120");
    }

    @Test
    void theSameFigureGivesTheSameBytes() {
        assertThat(FigureFiles.svg(figure(0.5, 1, 2))).isEqualTo(FigureFiles.svg(figure(0.5, 1, 2)));
        assertThat(FigureFiles.png(figure(0.5, 1, 2))).isEqualTo(FigureFiles.png(figure(0.5, 1, 2)));
    }

    @Test
    void intervalsAreDrawn() throws Exception {
        assertThat(dark(FigureFiles.png(figure(0.5, 1, 2)))).isGreaterThan(dark(FigureFiles.png(figure(0, 1, 2))));
    }

    @Test
    void aPanelInWhichNothingHappensIsDrawnToo() throws Exception {
        var nothing = new Line("", List.of(point(0, 0, 0), point(1, 0, 0)));
        var alone = new Line("", List.of(point(0, 0, 0)));
        for (var line : List.of(nothing, alone)) {
            var panel = new Panel("PooledNN", "hit share (ratio)", List.of(line));
            var axis = new Axis("strategy", false, List.of("Random", "AtTheEnd"));
            var figure = new Figure("none", "None", "", axis, 1, List.of(panel));
            assertThat(dark(FigureFiles.png(figure))).isPositive();
            assertThat(FigureFiles.svg(figure)).doesNotContain("NaN");
        }
    }

    /** Pixels of the first line's colour. */
    private static long dark(byte[] png) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var count = 0L;
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == 0x0072B2 ? 1 : 0;
            }
        }
        return count;
    }

    private static Figure figure(double half, double... ys) {
        var first = new Line("DirLoF", List.of(point(0.1, ys[0], half), point(1, ys[1], half)));
        var second = new Line("Random", List.of(point(0.1, 0, half), point(1, 0.1, half)));
        var panel = new Panel("PooledNN", "amplification (×)", List.of(first, second));
        return new Figure("lift", "Lift", "2 seeds", new Axis("α", true, List.of()), 2, List.of(panel, panel));
    }

    private static Point point(double x, double y, double half) {
        return new Point(x, y, half > 0 ? OptionalDouble.of(half) : OptionalDouble.empty());
    }
}
