package chorus.run;

import chorus.broker.ResumePoint;
import chorus.run.campaigns.Standpoint;
import chorus.simulate.Plan;
import java.util.Optional;

/**
 * A plan, and where it stands in a log that holds some of it, or something else before it.
 *
 * @param point what the log holds
 * @param firstEpoch what the plan's epoch 0 is in the log
 */
public record LoggedPlan(Plan plan, ResumePoint point, long firstEpoch) {

    /** Reads the whole log once: the plan begins where it began before, if this is a restart, else after all that is there. */
    public static LoggedPlan in(Site site, Plan plan) throws InterruptedException {
        var point = ResumePoint.scan(site.cluster(), site.settings().logRules());
        return new LoggedPlan(plan, point, firstEpoch(plan, point));
    }

    private static long firstEpoch(Plan plan, ResumePoint point) {
        for (var epoch = 0L; epoch <= plan.campaignsFrom(); epoch++) {
            var contents = plan.contents(epoch + 1);
            if (!contents.isEmpty()) {
                var created = point.createdIn(contents.getFirst().playlist());
                return created.isPresent() ? created.getAsLong() - epoch : point.lastComplete() + 1;
            }
        }
        return point.lastComplete() + 1;
    }

    /** The epoch, as written, from which campaigns count theirs. */
    long campaignsFrom() {
        return firstEpoch + plan.campaignsFrom();
    }

    /** What the plan is for whoever decides orders. */
    public Standpoint standpoint() {
        return new Standpoint(Optional.of(plan), campaignsFrom());
    }

    /** The last epoch that the plan fills. */
    public long lastEpoch() {
        return firstEpoch + plan.epochs() - 1;
    }
}
