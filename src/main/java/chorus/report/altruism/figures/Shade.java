package chorus.report.altruism.figures;

import java.util.Locale;

/**
 * Colours of a heat map: white at 0, ever darker to one side and the other, by the square root, so that little is seen beside much.
 *
 * @param most the greatest amount, which has the full colour
 */
record Shade(double most, int above, int below) {
    private static final int WHITE = 0xffffff;

    static Shade of(Shown shown, double most) {
        return switch (shown) {
            case MINORITY, MEMBERS -> new Shade(most, 0x08519c, 0x8c2d04);
            case MAJORITY -> new Shade(most, 0x08519c, 0xa63603);
            case HARMED -> new Shade(most, 0xa63603, 0x08519c);
        };
    }

    private double part(double value) {
        return most > 0 ? Math.min(1, Math.sqrt(Math.abs(value) / most)) : 0;
    }

    String colour(double value) {
        var full = value < 0 ? below : above;
        var part = part(value);
        var mixed = 0;
        for (var shift = 16; shift >= 0; shift -= 8) {
            var channel = Math.round((WHITE >> shift & 255) * (1 - part) + (full >> shift & 255) * part);
            mixed = mixed << 8 | (int) channel;
        }
        return String.format(Locale.ROOT, "#%06x", mixed);
    }

    /** That of a number on it. */
    String ink(double value) {
        return part(value) > 0.55 ? "#ffffff" : "#222222";
    }
}
