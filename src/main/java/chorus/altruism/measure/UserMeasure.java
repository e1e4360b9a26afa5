package chorus.altruism.measure;

import chorus.altruism.truth.Truth;
import chorus.ratings.results.AgainstTwin;
import chorus.ratings.results.AgainstTwin.Harmed;
import chorus.ratings.results.Welfare;
import java.util.function.IntPredicate;

/** What users have of their picks, and beside what the same users have in the twin (Fedorova, Kitch and Podimata 2025). */
final class UserMeasure {
    private UserMeasure() {}

    static Welfare welfare(Truth truth, int[] picks) {
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

    static AgainstTwin against(Truth truth, int[] picks, int[] twin, IntPredicate isMember) {
        var members = 0;
        var majority = 0;
        var minority = 0;
        var losing = 0;
        var loss = 0.0;
        var most = 0.0;
        var least = 0.0;
        for (var user = 0; user < picks.length; user++) {
            var lost = truth.utility(user, twin[user]) - truth.utility(user, picks[user]);
            losing += lost > AgainstTwin.ROUNDING ? 1 : 0;
            loss += Math.max(0, lost);
            most = Math.max(most, lost);
            least = Math.min(least, lost);
            if (lost > AgainstTwin.SLACK) {
                members += isMember.test(user) ? 1 : 0;
                majority += truth.isMajority(user) && !isMember.test(user) ? 1 : 0;
                minority += truth.isMajority(user) ? 0 : 1;
            }
        }
        return new AgainstTwin(
                new Harmed(members, majority, minority),
                losing,
                loss,
                most <= AgainstTwin.ROUNDING && least < -AgainstTwin.ROUNDING,
                most <= AgainstTwin.SLACK && least < -AgainstTwin.SLACK);
    }
}
