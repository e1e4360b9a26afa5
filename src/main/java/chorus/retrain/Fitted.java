package chorus.retrain;

import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.TestPlaylist;
import chorus.evaluate.WorldEvaluation;
import chorus.evaluate.accuracy.MemberAccuracy;
import chorus.recommend.Recommender;
import chorus.rows.results.Figures;
import chorus.worlds.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One recommender at a cut: what its model of each world did there.
 *
 * @param done by the worlds' bits; one object for worlds that agree
 */
record Fitted(List<Done> done) {
    /**
     * What one model did.
     *
     * @param members how well it foretells the playlists of a campaign's members, by its name, where that is asked
     */
    private record Done(WorldEvaluation tests, Map<String, Judged> members) {}

    /** @param playlists how many */
    private record Judged(int playlists, Figures accuracy) {
        private static final Judged NONE = new Judged(0, Figures.NONE);
    }

    /** A recommender, and what its lists are evaluated by. */
    record Asked(Recommender recommender, EvaluationTerms terms) {}

    /**
     * Fits and asks a model of each recommender for each world, worlds that agree sharing one. As many training sets are in memory at
     * a time as there are cores, each made once for all recommenders: of a model, only what its lists came to is kept.
     *
     * @param members whose playlists are continued, too
     * @return by recommender
     */
    static List<Fitted> at(Cut cut, List<Asked> asked, MemberTests members) {
        var distinct = cut.sides().stream().distinct().toList();
        var evaluated = distinct.parallelStream()
                .map(side -> evaluated(side, asked, members(cut, side, members)))
                .toList();
        return IntStream.range(0, asked.size())
                .mapToObj(i -> new Fitted(cut.sides().stream()
                        .map(side -> evaluated.get(distinct.indexOf(side)).get(i))
                        .toList()))
                .toList();
    }

    /** Of all worlds that agree. */
    private static Map<String, List<TestPlaylist>> members(Cut cut, Cut.Side side, MemberTests members) {
        var all = new HashMap<String, List<TestPlaylist>>();
        cut.worlds().byBit().stream()
                .filter(world -> cut.side(world).equals(side))
                .forEach(world -> all.putAll(members.in(world)));
        return all;
    }

    private static List<Done> evaluated(Cut.Side side, List<Asked> asked, Map<String, List<TestPlaylist>> members) {
        var set = side.training().get();
        return asked.stream()
                .map(each -> {
                    var model = each.recommender().fit(set);
                    var own = new HashMap<String, Judged>();
                    members.forEach((campaign, tests) -> own.put(
                            campaign, new Judged(tests.size(), WorldEvaluation.accuracy(model, tests, each.terms()))));
                    return new Done(WorldEvaluation.of(model, set.counts(), side.tests(), each.terms()), own);
                })
                .toList();
    }

    WorldEvaluation in(World world) {
        return done.get(world.bit()).tests();
    }

    /** How the members of a campaign fare in a world where it happens; none where that is not asked. */
    Figures members(String campaign, World world, World twin) {
        var here = members(campaign, world);
        return MemberAccuracy.of(
                here.playlists(), here.accuracy(), members(campaign, twin).accuracy());
    }

    private Judged members(String campaign, World world) {
        return done.get(world.bit()).members().getOrDefault(campaign, Judged.NONE);
    }
}
