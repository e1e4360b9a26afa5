package chorus.retrain;

import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.WorldEvaluation;
import chorus.recommend.Recommender;
import chorus.worlds.World;
import java.util.List;

/**
 * One recommender at a cut: what its model of each world did there. A cut is only read, so any number of recommenders may be
 * fitted at the same one.
 *
 * @param evaluations by the worlds' bits; one object for worlds that agree
 */
record Fitted(List<WorldEvaluation> evaluations) {
    /**
     * Fits and asks a model for each world, worlds that agree sharing one. As many are in memory at a time as there are cores:
     * of each, only what its lists came to is kept.
     */
    static Fitted at(Cut cut, Recommender recommender, EvaluationTerms terms) {
        var distinct = cut.sides().stream().distinct().toList();
        var evaluated = distinct.parallelStream()
                .map(side -> evaluated(side, recommender, terms))
                .toList();
        return new Fitted(cut.sides().stream()
                .map(side -> evaluated.get(distinct.indexOf(side)))
                .toList());
    }

    private static WorldEvaluation evaluated(Cut.Side side, Recommender recommender, EvaluationTerms terms) {
        var set = side.training().get();
        return WorldEvaluation.of(recommender.fit(set), set.counts(), side.tests(), terms);
    }

    WorldEvaluation in(World world) {
        return evaluations.get(world.bit());
    }
}
