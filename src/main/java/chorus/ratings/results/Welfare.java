package chorus.ratings.results;

/**
 * What users truly have of their picks.
 *
 * @param majority Σ r*_{u,top(u)} over the majority
 * @param minority the same over the minority
 * @param served share of the minority whose pick is an item of the minority's
 * @param minorityRight share of the minority whose pick is worth as much to them as their best
 * @param right the same share of all users
 */
public record Welfare(double majority, double minority, double served, double minorityRight, double right) {
    /** SW, of all users. */
    public double all() {
        return majority + minority;
    }
}
