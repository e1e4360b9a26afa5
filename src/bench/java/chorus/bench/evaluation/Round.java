package chorus.bench.evaluation;

import chorus.config.Settings;
import chorus.evaluate.Artists;
import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.WorldEvaluation;
import chorus.recommend.Model;
import chorus.recommend.Recommender;
import chorus.retrain.Cut;
import chorus.retrain.Cut.Side;
import chorus.retrain.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;

/** One retrain round, its parts timed one after the other, then the whole as the trainer does it. */
record Round(Settings settings, PublishedRows rows, int tests) {
    static final String CUT = "rows to counts of both worlds";
    static final String TRAIN = "training, both worlds";
    static final String EVALUATE = "evaluation, both worlds";
    static final String WHOLE = "training and evaluation as the trainer does them";

    /** The cut, with so many tests as are asked for. */
    Cut cut() {
        var cut = rows.book().cut(settings.evaluate().heldOut());
        return new Cut(fewer(cut.factual()), fewer(cut.counterfactual()), cut.edits(), cut.refused());
    }

    private Side fewer(Side side) {
        return new Side(
                side.training(),
                side.tests().subList(0, Math.min(tests, side.tests().size())));
    }

    /** Seconds by part. */
    Map<String, Double> seconds() {
        var seconds = new LinkedHashMap<String, Double>();
        var begin = System.nanoTime();
        var cut = cut();
        seconds.put(CUT, since(begin));
        begin = System.nanoTime();
        var recommender = new Recommender(settings.recommend().model());
        var factual = recommender.fit(cut.factual().training());
        var twin = recommender.fit(cut.counterfactual().training());
        seconds.put(TRAIN, since(begin));
        begin = System.nanoTime();
        var evaluated = evaluated(factual, cut.factual()) + evaluated(twin, cut.counterfactual());
        seconds.put(EVALUATE, since(begin));
        begin = System.nanoTime();
        var generation =
                new Trainer(settings.recommend(), settings.evaluate()).train(1, cut, rows.campaigns(), rows.artistOf());
        seconds.put(WHOLE, since(begin));
        if (evaluated != 2 * generation.row().testPlaylists()) {
            throw new IllegalStateException(evaluated + " evaluations beside " + generation.row());
        }
        return seconds;
    }

    private int evaluated(Model model, Side side) {
        var terms = new EvaluationTerms(
                settings.recommend().listLength(), settings.evaluate().headShare(), new Artists(rows.artistOf()));
        return WorldEvaluation.of(model, side.training().counts(), side.tests(), terms)
                .testPlaylists();
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
