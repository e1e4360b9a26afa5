package chorus.experiment.sweep;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.config.Standing;
import chorus.rows.results.EvaluationRow;
import chorus.simulate.Plan;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a campaign came to in a world at a generation, beside the twin. One generation decides: the first at which all its members hold, or the
 * last where a plan ends before. It is fixed beforehand, as the best of several would lift whatever is left to chance.
 *
 * @param strategy its label; empty where there is no campaign
 */
public record Held(String strategy, EvaluationRow own, EvaluationRow twin) {
    /** The generations that decide for the campaigns of {@code settings}, ascending. */
    static LongStream generations(Settings settings, Plan plan) {
        var last = plan.epochs() - 1;
        var standing = settings.standing();
        var begun = standing.campaigns().stream()
                .filter(campaign -> start(campaign, plan) <= last)
                .mapToLong(campaign -> generation(campaign, standing, plan));
        return LongStream.concat(begun, standing.campaigns().isEmpty() ? LongStream.of(last) : LongStream.empty())
                .distinct()
                .sorted();
    }

    private static long start(CampaignSettings campaign, Plan plan) {
        return plan.campaignsFrom() + campaign.start();
    }

    /** Where an order ends it before all have joined, the last before that. */
    private static long generation(CampaignSettings campaign, Standing standing, Plan plan) {
        var joined = campaign.start() + campaign.join().size() - 1L;
        var ending = standing.ending(campaign.name());
        var whole = ending.isPresent() ? Math.min(joined, ending.get().epoch() - 1) : joined;
        return Math.min(plan.campaignsFrom() + whole, plan.epochs() - 1);
    }

    /**
     * One a world as shown, campaign that happens in it and recommender; one without a campaign for a world in which none begins. The
     * twin has none, save where it is all there is.
     *
     * @param rows of the generations that decide, at least
     */
    public static List<Held> of(Settings settings, Plan plan, List<EvaluationRow> rows) {
        var standing = settings.standing();
        var worlds = standing.worlds();
        var last = rows.stream().mapToLong(EvaluationRow::generation).max().orElse(0);
        var all = new ArrayList<Held>();
        for (var world : shown(worlds)) {
            var own = standing.campaigns().stream()
                    .filter(campaign -> world.campaigns().contains(campaign.name()))
                    .flatMap(campaign ->
                            of(Optional.of(campaign), generation(campaign, standing, plan), world, worlds.twin(), rows))
                    .toList();
            all.addAll(
                    own.isEmpty()
                            ? of(Optional.empty(), last, world, worlds.twin(), rows)
                                    .toList()
                            : own);
        }
        return List.copyOf(all);
    }

    /**
     * The same at every generation after the fill, ascending. A campaign is told of from its start on, a world without a campaign for
     * itself only if none ever begins in it.
     *
     * @param rows of all generations
     */
    static List<Held> course(Settings settings, Plan plan, List<EvaluationRow> rows) {
        var standing = settings.standing();
        var worlds = standing.worlds();
        var byGeneration = rows.stream()
                .filter(row -> row.generation() > plan.campaignsFrom())
                .collect(Collectors.groupingBy(EvaluationRow::generation, TreeMap::new, Collectors.toList()));
        var all = new ArrayList<Held>();
        byGeneration.forEach((generation, at) -> {
            for (var world : shown(worlds)) {
                var own = standing.campaigns().stream()
                        .filter(campaign -> world.campaigns().contains(campaign.name()))
                        .filter(campaign -> start(campaign, plan) < plan.epochs())
                        .toList();
                own.forEach(campaign -> of(Optional.of(campaign), generation, world, worlds.twin(), at)
                        .forEach(all::add));
                if (own.isEmpty()) {
                    of(Optional.empty(), generation, world, worlds.twin(), at).forEach(all::add);
                }
            }
        });
        return List.copyOf(all);
    }

    /** The twin is told of beside each of the others. */
    private static List<World> shown(Worlds worlds) {
        return worlds.named().stream()
                .filter(world -> !world.isTwin() || worlds.size() == 1)
                .toList();
    }

    private static Stream<Held> of(
            Optional<CampaignSettings> campaign, long generation, World world, World twin, List<EvaluationRow> rows) {
        var name = campaign.map(CampaignSettings::name).orElse("");
        var at = rows.stream().filter(row -> row.generation() == generation).toList();
        return at.stream()
                .filter(row ->
                        row.world().equals(world.name()) && row.campaign().equals(name))
                .map(row ->
                        new Held(campaign.map(each -> each.strategy().name()).orElse(""), row, twin(row, twin, at)));
    }

    /** What the twin's model did is the same beside each campaign. */
    private static EvaluationRow twin(EvaluationRow row, World twin, List<EvaluationRow> rows) {
        var ofTwin = rows.stream()
                .filter(other ->
                        other.world().equals(twin.name()) && other.recommender().equals(row.recommender()))
                .toList();
        return ofTwin.stream()
                .filter(other -> other.campaign().equals(row.campaign()))
                .findFirst()
                .orElseGet(ofTwin::getFirst);
    }

    public String campaign() {
        return own.campaign();
    }

    public String world() {
        return own.world();
    }

    public String recommender() {
        return own.recommender();
    }
}
