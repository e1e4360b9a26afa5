package chorus.ratings.results;

/**
 * What users have, beside what the same users have in the twin in the same round.
 *
 * @param harmed users who lose more than the slack: members, others of the majority, the minority
 * @param losing users who lose more than rounding
 * @param loss Σ max(0, what she has in the twin − what she has here)
 * @param pareto nobody loses more than rounding, and somebody gains
 * @param paretoWithSlack nobody loses more than the slack, and somebody gains more
 */
public record AgainstTwin(Harmed harmed, int losing, double loss, boolean pareto, boolean paretoWithSlack) {
    public static final double SLACK = 0.05;
    public static final double ROUNDING = 1e-9;

    /** Users by group. */
    public record Harmed(int members, int majority, int minority) {
        public int all() {
            return members + majority + minority;
        }
    }
}
