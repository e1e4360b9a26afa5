package chorus.metrics;

import chorus.ratings.results.AgainstTwin;
import chorus.ratings.results.Campaign;
import chorus.ratings.results.PlatformView;
import chorus.ratings.results.RoundRow;
import chorus.ratings.results.Welfare;

/** Which number of a round goes to which meter, in one world. */
record RoundPublication(String world, Meters meters) {
    private static final String ALL = "all";
    private static final String MAJORITY = "majority";
    private static final String MINORITY = "minority";

    static void of(RoundRow row, Meters meters) {
        var here = new RoundPublication(row.world(), meters);
        here.welfare(row.welfare(), row.twin());
        meters.set(RoundMeter.MINORITY_IDEAL, row.minorityShare(), row.world());
        here.platform(row.platform());
        here.campaign(row.campaign());
        here.against(row.against());
    }

    private void welfare(Welfare here, Welfare twin) {
        meters.set(RoundMeter.WELFARE, here.all(), ALL, world);
        meters.set(RoundMeter.WELFARE, here.majority(), MAJORITY, world);
        meters.set(RoundMeter.WELFARE, here.minority(), MINORITY, world);
        meters.set(RoundMeter.CHANGE, here.majority() - twin.majority(), MAJORITY, world);
        meters.set(RoundMeter.CHANGE, here.minority() - twin.minority(), MINORITY, world);
        meters.set(RoundMeter.SERVED, here.served(), world);
        meters.set(RoundMeter.RIGHT, here.right(), ALL, world);
        meters.set(RoundMeter.RIGHT, here.minorityRight(), MINORITY, world);
    }

    private void platform(PlatformView view) {
        meters.set(RoundMeter.DIRECTIONS, view.kept(), world);
        meters.set(RoundMeter.TOLERANCE, view.tolerance(), world);
        var singular = view.singular();
        for (var place = 1; place <= singular.size(); place++) {
            meters.set(RoundMeter.SINGULAR, singular.get(place - 1), Integer.toString(place), world);
        }
        meters.set(RoundMeter.PROMISED, view.promised(), world);
        meters.set(RoundMeter.RESIDUAL, view.residual(), world);
        meters.set(RoundMeter.PAIRS, view.pairs(), world);
        meters.set(RoundMeter.OBSERVED, view.observed(), world);
    }

    private void campaign(Campaign campaign) {
        meters.set(RoundMeter.MEMBERS, campaign.members(), world);
        meters.set(RoundMeter.RATINGS, campaign.ratings(), world);
        meters.set(RoundMeter.COST, campaign.cost(), world);
        meters.set(RoundMeter.BELIEF, campaign.belief(), world);
        meters.set(RoundMeter.ETA, campaign.eta(), world);
        meters.set(RoundMeter.ETA_LOW, campaign.low(), world);
        meters.set(RoundMeter.ETA_HIGH, campaign.high(), world);
    }

    private void against(AgainstTwin against) {
        var harmed = against.harmed();
        meters.set(RoundMeter.HARMED, harmed.members(), "members", world);
        meters.set(RoundMeter.HARMED, harmed.majority(), MAJORITY, world);
        meters.set(RoundMeter.HARMED, harmed.minority(), MINORITY, world);
        meters.set(RoundMeter.LOSING, against.losing(), world);
        meters.set(RoundMeter.LOSS, against.loss(), world);
        meters.set(RoundMeter.PARETO, against.pareto() ? 1 : 0, world);
        meters.set(RoundMeter.PARETO_SLACK, against.paretoWithSlack() ? 1 : 0, world);
    }
}
