package chorus.bench.ground;

/**
 * What publishing one changed row of n neighbours may cost: a + b·n.
 *
 * @param ofRow a, µs
 * @param ofNeighbour b, µs
 */
public record Allowance(double ofRow, double ofNeighbour) {
    public static final Allowance REQUIRED = new Allowance(20, 0.1);
    public static final Allowance STRETCH = new Allowance(10, 0.05);

    /** Microseconds for {@code rows} of {@code neighbours} altogether. */
    public double of(long rows, long neighbours) {
        return rows * ofRow + neighbours * ofNeighbour;
    }
}
