package chorus.altruism.measure;

import chorus.altruism.truth.Truth;

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

    public static Welfare of(Truth truth, int[] picks) {
        var majority = 0.0;
        var minority = 0.0;
        var served = 0;
        var right = 0;
        var minorityRight = 0;
        for (var user = 0; user < picks.length; user++) {
            var had = truth.utility(user, picks[user]);
            var isRight = had == truth.utility(user, truth.best(user));
            right += isRight ? 1 : 0;
            if (truth.isMajority(user)) {
                majority += had;
            } else {
                minority += had;
                served += truth.isMajorityItem(picks[user]) ? 0 : 1;
                minorityRight += isRight ? 1 : 0;
            }
        }
        var size = (double) (truth.users() - truth.majorityUsers());
        return new Welfare(majority, minority, served / size, minorityRight / size, right / (double) truth.users());
    }
}
