package chorus.evaluate.externality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Lorenz curve of recommendations (B24, §5.3): which share of them the least recommended share of tracks, or artists, holds. */
public final class LorenzCurve {
    private LorenzCurve() {}

    /**
     * @param population share of all tracks or artists, the least recommended first, 0…1
     * @param held share of the recommendations that these hold, 0…1
     */
    public record Point(double population, double held) {}

    /**
     * Points at equal steps of the population, from (0, 0) to (1, 1); none where nothing was recommended.
     *
     * @param recommendations of each track or artist of the catalogue, zeros included, in any order
     * @param steps at least 1; as many as there are tracks or artists give every corner of the curve
     */
    public static List<Point> of(long[] recommendations, int steps) {
        var sorted = recommendations.clone();
        Arrays.sort(sorted);
        var total = Arrays.stream(sorted).sum();
        var points = new ArrayList<Point>();
        var below = 0L;
        var next = 0;
        for (var step = 0; step <= steps && total > 0; step++) {
            var wanted = (double) sorted.length * step / steps;
            while (next < (int) wanted) {
                below += sorted[next++];
            }
            var part = next < sorted.length ? (wanted - next) * sorted[next] : 0;
            points.add(new Point((double) step / steps, (below + part) / total));
        }
        return List.copyOf(points);
    }
}
