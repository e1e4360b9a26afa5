package chorus.loadtest;

/** The slope of the straight line through points by least squares; sums only. */
final class Trend {
    private long points;
    private double sumX;
    private double sumY;
    private double sumXX;
    private double sumXY;

    void add(double x, double y) {
        points++;
        sumX += x;
        sumY += y;
        sumXX += x * x;
        sumXY += x * y;
    }

    /** Δy ÷ Δx; 0 of fewer than two different x. */
    double slope() {
        var spread = points * sumXX - sumX * sumX;
        return spread <= 0 ? 0 : (points * sumXY - sumX * sumY) / spread;
    }
}
