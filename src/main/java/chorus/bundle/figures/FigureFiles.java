package chorus.bundle.figures;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;

/** A figure as files. Needs no display. */
public final class FigureFiles {
    private static final String SVG = "http://www.w3.org/2000/svg";

    /** Pixels a unit of the drawing. */
    private static final int SCALE = 2;

    private static final int DIGITS = 2;

    private FigureFiles() {}

    /** Why nothing can be drawn here, in the words of the Java runtime: one without fonts, or without what reads them. */
    public static Optional<String> hindrance() {
        try {
            Texts.width("K", Look.TEXT);
            return Optional.empty();
        } catch (RuntimeException | InternalError | AWTError | LinkageError e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString()));
        }
    }

    /** Writes {@code <name>.svg} and {@code <name>.png}. */
    public static void write(Figure figure, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(figure.name() + ".svg"), svg(figure));
            Files.write(directory.resolve(figure.name() + ".png"), png(figure));
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
    }

    /** An {@code svg} element, whose inner names begin with the figure's, so that several fit into one page. */
    public static String svg(Figure figure) {
        var drawing = new Drawing(figure);
        var context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(DIGITS);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return figure.name() + "-" + super.generateID(prefix);
            }
        });
        var canvas = new SVGGraphics2D(context, true);
        canvas.setSVGCanvasSize(drawing.size());
        drawing.on(canvas);
        var text = new StringWriter();
        try {
            canvas.stream(text, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scalable(text.toString(), drawing.size().width, drawing.size().height);
    }

    /** Without the prologue that names a place on the network, and as wide as there is room. */
    private static String scalable(String page, int width, int height) {
        return page.substring(page.indexOf("<svg"))
                .replaceFirst("<svg ", "<svg viewBox=\"0 0 %d %d\" ".formatted(width, height));
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] png(Figure figure) {
        var drawing = new Drawing(figure);
        var image = new BufferedImage(
                SCALE * drawing.size().width, SCALE * drawing.size().height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.scale(SCALE, SCALE);
        drawing.on(canvas);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
