package chorus.explore;

import chorus.config.RecommendSettings;
import chorus.explore.Unanswered.Why;
import chorus.playlist.Campaign;
import chorus.recommend.Model;
import chorus.recommend.Recommender;
import chorus.retrain.Cut;
import chorus.worlds.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A generation and the models of it that were asked for; worlds that agree share one. Models are asked for by one thread at a time. */
record Shelf(
        long generation, Cut cut, long pairs, List<Campaign> campaigns, Catalogue catalogue, Map<Key, Model> models) {
    /** @param side the lowest world, by its bit, of those that agree */
    record Key(int side, String recommender) {}

    Shelf(long generation, Cut cut, long pairs, List<Campaign> campaigns, Catalogue catalogue) {
        this(generation, cut, pairs, List.copyOf(campaigns), catalogue, new HashMap<>());
    }

    /** @throws Unanswered where models of all worlds would be of more counts than they may */
    void requireSmall(long mostPairs) {
        var all = pairs * cut.sides().stream().distinct().count();
        if (all > mostPairs) {
            throw new Unanswered(Why.NOT_READY, tooLarge(generation, all, mostPairs));
        }
    }

    static String tooLarge(long generation, long pairs, long mostPairs) {
        return "generation " + generation + " has " + pairs
                + " pair counts in all worlds, more than serve.explorerPairs = " + mostPairs
                + ": start the run with a larger one";
    }

    Model model(World world, RecommendSettings recommender) {
        var side = cut.sides().indexOf(cut.side(world));
        return models.computeIfAbsent(new Key(side, recommender.label()), _ -> new Recommender(recommender.model())
                .fit(cut.side(world).training().get()));
    }

    /** Campaigns of a world that promote a track. */
    List<String> targetOf(int track, World world) {
        return campaigns.stream()
                .filter(campaign -> world.campaigns().contains(campaign.name()))
                .filter(campaign -> campaign.targets().stream().anyMatch(target -> target.value() == track))
                .map(Campaign::name)
                .toList();
    }
}
