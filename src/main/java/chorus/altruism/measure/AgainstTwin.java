package chorus.altruism.measure;

import chorus.altruism.truth.Truth;
import java.util.function.IntPredicate;

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
    private static final double ROUNDING = 1e-9;

    /** Users by group. */
    public record Harmed(int members, int majority, int minority) {
        public int all() {
            return members + majority + minority;
        }
    }

    public static AgainstTwin of(Truth truth, int[] picks, int[] twin, IntPredicate isMember) {
        var members = 0;
        var majority = 0;
        var minority = 0;
        var losing = 0;
        var loss = 0.0;
        var most = 0.0;
        var least = 0.0;
        for (var user = 0; user < picks.length; user++) {
            var lost = truth.utility(user, twin[user]) - truth.utility(user, picks[user]);
            losing += lost > ROUNDING ? 1 : 0;
            loss += Math.max(0, lost);
            most = Math.max(most, lost);
            least = Math.min(least, lost);
            if (lost > SLACK) {
                members += isMember.test(user) ? 1 : 0;
                majority += truth.isMajority(user) && !isMember.test(user) ? 1 : 0;
                minority += truth.isMajority(user) ? 0 : 1;
            }
        }
        return new AgainstTwin(
                new Harmed(members, majority, minority),
                losing,
                loss,
                most <= ROUNDING && least < -ROUNDING,
                most <= SLACK && least < -SLACK);
    }
}
