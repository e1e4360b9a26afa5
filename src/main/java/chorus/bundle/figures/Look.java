package chorus.bundle.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How lines are told apart: by colours that those see apart who see few (Okabe and Ito 2008), by marks, and then by dashes. */
final class Look {
    static final Color INK = new Color(0x222222);
    static final Color GRID = new Color(0xDDDDDD);
    static final Color PAPER = Color.WHITE;
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xE69F00),
            new Color(0x767676));
    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.CROSS,
            SeriesMarkers.RECTANGLE);
    private static final List<float[]> DASHES = List.of(new float[] {1, 0}, new float[] {6, 4}, new float[] {2, 3});

    private Look() {}

    static Color colour(int line) {
        return COLOURS.get(line % COLOURS.size());
    }

    static Marker marker(int line) {
        return MARKERS.get(line % MARKERS.size());
    }

    static BasicStroke stroke(int line) {
        var dash = DASHES.get(line / COLOURS.size() % DASHES.size());
        return dash[1] == 0
                ? new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }
}
