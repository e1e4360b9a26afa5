package chorus.retrain;

import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.WorldEvaluation;
import chorus.recommend.Recommender;

/**
 * One recommender at a cut: what its model of each world did there. A cut is only read, so any number of recommenders may be
 * fitted at the same one.
 *
 * @param twin the same object as {@code factual} where the worlds agree
 */
record Fitted(WorldEvaluation factual, WorldEvaluation twin) {
    static Fitted at(Cut cut, Recommender recommender, EvaluationTerms terms) {
        var factual = of(cut.factual(), recommender, terms);
        return new Fitted(factual, cut.worldsAgree() ? factual : of(cut.counterfactual(), recommender, terms));
    }

    private static WorldEvaluation of(Cut.Side side, Recommender recommender, EvaluationTerms terms) {
        var model = recommender.fit(side.training());
        return WorldEvaluation.of(model, side.training().counts(), side.tests(), terms);
    }
}
