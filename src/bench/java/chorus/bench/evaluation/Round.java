package chorus.bench.evaluation;

import chorus.config.Settings;
import chorus.evaluate.Artists;
import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.WorldEvaluation;
import chorus.experiment.PublishedRows;
import chorus.recommend.Recommender;
import chorus.retrain.Trainer;
import chorus.retrain.TrainingSet;
import chorus.retrain.TrainingSet.Side;
import java.util.LinkedHashMap;
import java.util.Map;

/** One retrain round, its parts timed one after the other, then the whole as the trainer does it. */
record Round(Settings settings, PublishedRows rows, int tests) {
    static final String CUT = "rows to counts of both worlds";
    static final String TRAIN = "training, both worlds";
    static final String EVALUATE = "evaluation, both worlds";
    static final String WHOLE = "training and evaluation as the trainer does them";

    /** The training set at the cut, with so many tests as are asked for. */
    TrainingSet set() {
        var set = rows.book().cut(settings.evaluate().heldOut());
        return new TrainingSet(fewer(set.factual()), fewer(set.counterfactual()), set.edits(), set.refused());
    }

    private Side fewer(Side side) {
        return new Side(
                side.counts(),
                side.tests().subList(0, Math.min(tests, side.tests().size())));
    }

    /** Seconds by part. */
    Map<String, Double> seconds() {
        var seconds = new LinkedHashMap<String, Double>();
        var begin = System.nanoTime();
        var set = set();
        seconds.put(CUT, since(begin));
        begin = System.nanoTime();
        var factual = Recommender.train(settings.recommend(), set.factual().counts());
        var twin = Recommender.train(settings.recommend(), set.counterfactual().counts());
        seconds.put(TRAIN, since(begin));
        begin = System.nanoTime();
        var evaluated = evaluated(factual, set.factual()) + evaluated(twin, set.counterfactual());
        seconds.put(EVALUATE, since(begin));
        begin = System.nanoTime();
        var generation =
                new Trainer(settings.recommend(), settings.evaluate()).train(1, set, rows.campaigns(), rows.artistOf());
        seconds.put(WHOLE, since(begin));
        if (evaluated != 2 * generation.row().testPlaylists()) {
            throw new IllegalStateException(evaluated + " evaluations beside " + generation.row());
        }
        return seconds;
    }

    private int evaluated(Recommender model, Side side) {
        var terms = new EvaluationTerms(
                settings.recommend().listLength(), settings.evaluate().headShare(), new Artists(rows.artistOf()));
        return WorldEvaluation.of(model, side.counts(), side.tests(), terms).testPlaylists();
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
