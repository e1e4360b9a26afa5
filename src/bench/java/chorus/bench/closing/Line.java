package chorus.bench.closing;

import java.util.Collection;

/**
 * µs(n) = intercept + slope·n by least squares of the relative error, so that small rows weigh as much as large ones.
 *
 * @param slope µs a neighbour
 */
record Line(double intercept, double slope) {
    /** Two points at least, of different n. */
    static Line through(Collection<Point> points) {
        var w = 0.0;
        var wn = 0.0;
        var wnn = 0.0;
        var wy = 0.0;
        var wny = 0.0;
        for (var point : points) {
            var weight = 1 / (point.microseconds() * point.microseconds());
            w += weight;
            wn += weight * point.neighbours();
            wnn += weight * point.neighbours() * point.neighbours();
            wy += weight * point.microseconds();
            wny += weight * point.neighbours() * point.microseconds();
        }
        var slope = (w * wny - wn * wy) / (w * wnn - wn * wn);
        return new Line((wy - slope * wn) / w, slope);
    }
}
