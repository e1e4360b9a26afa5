package chorus.simulate.listeners;

import chorus.config.SimulateSettings;
import chorus.simulate.catalog.Chance;

/**
 * Lengths of playlists: log-normal within bounds, and editing keeps them so. Of the edits that lengthen or shorten, each step
 * between n and n + 1 is taken in proportion to how common the length is that it leads to (heat bath), so that as many playlists
 * grow from n as shrink to it.
 */
record Lengths(SimulateSettings.Listeners settings) {
    /** Share of edits that lengthen or shorten where lengths n − 1, n and n + 1 are equally common; the others move a track. */
    private static final double SIZING = 0.8;

    /** A planned length, redrawn until it is within bounds. */
    int draw(Chance chance) {
        while (true) {
            var draw = settings.lengthLogMean() + settings.lengthLogSd() * chance.gaussian();
            var length = Math.round(StrictMath.exp(draw));
            if (length >= settings.shortest() && length <= settings.longest()) {
                return (int) length;
            }
        }
    }

    /** Probability that an edit of a playlist of {@code length} inserts a track. */
    double grows(int length) {
        return length >= settings.longest() ? 0 : SIZING * towards(length + 1, length);
    }

    /** Probability that it removes one. */
    double shrinks(int length) {
        return length <= settings.shortest() ? 0 : SIZING * towards(length - 1, length);
    }

    private double towards(int other, int length) {
        return 1 / (1 + StrictMath.exp(logDensity(length) - logDensity(other)));
    }

    private double logDensity(int length) {
        var log = StrictMath.log(length);
        var z = (log - settings.lengthLogMean()) / settings.lengthLogSd();
        return -z * z / 2 - log;
    }
}
