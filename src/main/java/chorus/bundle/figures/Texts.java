package chorus.bundle.figures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/** Text as outlines, as that of the charting library is: what a picture shows then hangs on no reader's fonts. */
final class Texts {
    /** Measures on any canvas alike. */
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Texts() {}

    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    static void draw(Graphics2D canvas, String text, Font font, double x, double y) {
        if (!text.isBlank()) {
            canvas.setColor(Look.INK);
            canvas.fill(new TextLayout(text, font, CONTEXT).getOutline(AffineTransform.getTranslateInstance(x, y)));
        }
    }
}
