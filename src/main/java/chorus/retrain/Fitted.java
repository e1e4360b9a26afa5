package chorus.retrain;

import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.WorldEvaluation;
import chorus.recommend.Recommender;
import chorus.worlds.World;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One recommender at a cut: what its model of each world did there.
 *
 * @param evaluations by the worlds' bits; one object for worlds that agree
 */
record Fitted(List<WorldEvaluation> evaluations) {
    /** A recommender, and what its lists are evaluated by. */
    record Asked(Recommender recommender, EvaluationTerms terms) {}

    /**
     * Fits and asks a model of each recommender for each world, worlds that agree sharing one. As many training sets are in memory at
     * a time as there are cores, each made once for all recommenders: of a model, only what its lists came to is kept.
     *
     * @return by recommender
     */
    static List<Fitted> at(Cut cut, List<Asked> asked) {
        var distinct = cut.sides().stream().distinct().toList();
        var evaluated =
                distinct.parallelStream().map(side -> evaluated(side, asked)).toList();
        return IntStream.range(0, asked.size())
                .mapToObj(i -> new Fitted(cut.sides().stream()
                        .map(side -> evaluated.get(distinct.indexOf(side)).get(i))
                        .toList()))
                .toList();
    }

    private static List<WorldEvaluation> evaluated(Cut.Side side, List<Asked> asked) {
        var set = side.training().get();
        return asked.stream()
                .map(each -> WorldEvaluation.of(each.recommender().fit(set), set.counts(), side.tests(), each.terms()))
                .toList();
    }

    WorldEvaluation in(World world) {
        return evaluations.get(world.bit());
    }
}
