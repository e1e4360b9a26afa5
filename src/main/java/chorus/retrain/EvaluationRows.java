package chorus.retrain;

import chorus.evaluate.WorldEvaluation;
import chorus.playlist.Campaign;
import chorus.playlist.TrackId;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.rows.results.TestRows;
import chorus.worlds.World;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of a generation: one a world and campaign that has started in it; the twin has one a campaign, whatever the world. */
record EvaluationRows(long generation, String recommender, Cut cut, Fitted fitted) {
    /**
     * By world as shown, then by the campaign's name.
     *
     * @param campaigns those that have started
     */
    List<EvaluationRow> of(List<Campaign> campaigns) {
        return each(
                campaigns,
                world -> row(world, "", WorldEvaluation.noCampaign()),
                (world, campaign) -> row(world, campaign.name(), effect(world, campaign)));
    }

    /** The rows beside these, of the same worlds and campaigns in the same order. */
    List<DistributionRow> distributions(List<Campaign> campaigns) {
        return each(
                campaigns,
                world -> spread(world, "", Figures.NONE),
                (world, campaign) -> spread(world, campaign.name(), spread(world, campaign)));
    }

    /** What was recommended in each of these, test by test. */
    List<TestRows> tests(List<Campaign> campaigns) {
        return each(
                campaigns,
                world -> tests(world, "", List.of()),
                (world, campaign) -> tests(
                        world,
                        campaign.name(),
                        campaign.targets().stream().map(TrackId::value).toList()));
    }

    private TestRows tests(World world, String campaign, List<Integer> targets) {
        return new TestRows(
                generation,
                world.name(),
                campaign,
                recommender,
                targets,
                fitted.in(world).tests(),
                TestRows.Catalogue.UNTOLD);
    }

    private <R> List<R> each(
            List<Campaign> campaigns, Function<World, R> withoutCampaign, BiFunction<World, Campaign, R> withOne) {
        var started =
                campaigns.stream().sorted(Comparator.comparing(Campaign::name)).toList();
        return cut.worlds().named().stream()
                .flatMap(world -> {
                    var own = started.stream()
                            .filter(campaign ->
                                    world.isTwin() || world.campaigns().contains(campaign.name()))
                            .toList();
                    return own.isEmpty()
                            ? Stream.of(withoutCampaign.apply(world))
                            : own.stream().map(campaign -> withOne.apply(world, campaign));
                })
                .toList();
    }

    private DistributionRow spread(World world, String campaign, Figures more) {
        var figures = fitted.in(world).lorenz().and(more);
        return new DistributionRow(generation, world.name(), campaign, recommender, figures);
    }

    private Figures spread(World world, Campaign campaign) {
        var evaluation = fitted.in(world);
        var ranks = evaluation.ranks(campaign);
        return world.isTwin()
                ? ranks
                : ranks.and(evaluation.gains(
                        campaign,
                        cut.tallies().planted(campaign.name()),
                        fitted.in(cut.worlds().twin())));
    }

    private EvaluationRow row(World world, String campaign, Effect effect) {
        var evaluation = fitted.in(world);
        return new EvaluationRow(
                generation,
                world.name(),
                campaign,
                recommender,
                evaluation.testPlaylists(),
                effect,
                evaluation.figures());
    }

    private Effect effect(World world, Campaign campaign) {
        var evaluation = fitted.in(world);
        if (world.isTwin()) {
            return evaluation.untouched(campaign);
        }
        var twin = fitted.in(cut.worlds().twin());
        var members = cut.tallies().planted(campaign.name());
        var effect = evaluation.effect(campaign, members, twin);
        return effect.with(interference(campaign, evaluation))
                .with(fitted.members(campaign.name(), world, cut.worlds().twin()));
    }

    private Figures interference(Campaign campaign, WorldEvaluation evaluation) {
        return cut.worlds()
                .alone(campaign.name())
                .map(alone -> evaluation.interference(campaign, fitted.in(alone)))
                .orElse(Figures.NONE);
    }
}
