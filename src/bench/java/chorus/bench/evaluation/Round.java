package chorus.bench.evaluation;

import chorus.config.Settings;
import chorus.evaluate.Artists;
import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.WorldEvaluation;
import chorus.recommend.Model;
import chorus.recommend.Recommender;
import chorus.recommend.TrainingSet;
import chorus.retrain.Cut;
import chorus.retrain.Cut.Side;
import chorus.retrain.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;

/** One retrain round, its parts timed one after the other and world after world, then the whole as the trainer does it. */
record Round(Settings settings, PublishedRows rows, int tests) {
    static final String CUT = "rows to counts, a world";
    static final String TRAIN = "training, a world";
    static final String EVALUATE = "evaluation, a world";
    static final String WHOLE = "all of it for all worlds, as the trainer does it";
    static final String WHOLE_OF_ONE = "  the same, a world";

    /** The cut, with so many tests as are asked for. */
    Cut cut() {
        var cut = rows.book().cut(settings.heldOut(), settings.allWorlds(), _ -> {
            throw new IllegalStateException("the benchmark has no log");
        });
        return new Cut(cut.worlds(), cut.sides().stream().map(this::fewer).toList(), cut.tallies());
    }

    private Side fewer(Side side) {
        return new Side(
                side.training(),
                side.tests().subList(0, Math.min(tests, side.tests().size())));
    }

    /** Seconds by part. */
    Map<String, Double> seconds() {
        var seconds = new LinkedHashMap<String, Double>();
        var cut = cut();
        var worlds = cut.worlds().size();
        var evaluated = 0;
        for (var side : cut.sides()) {
            evaluated += apart(side, worlds, seconds);
        }
        var begin = System.nanoTime();
        var generation =
                new Trainer(settings.recommend(), settings.evaluate()).train(1, cut, rows.campaigns(), rows.artistOf());
        seconds.put(WHOLE, since(begin));
        seconds.put(WHOLE_OF_ONE, since(begin) / worlds);
        if (evaluated != worlds * generation.row().testPlaylists()) {
            throw new IllegalStateException(evaluated + " evaluations beside " + generation.row());
        }
        return seconds;
    }

    /** Adds one world's share of the mean to each part; returns the number of test playlists. */
    private int apart(Side side, int worlds, Map<String, Double> seconds) {
        var begin = System.nanoTime();
        var set = side.training().get();
        seconds.merge(CUT, since(begin) / worlds, Double::sum);
        begin = System.nanoTime();
        var model = new Recommender(settings.recommend().getFirst().model()).fit(set);
        seconds.merge(TRAIN, since(begin) / worlds, Double::sum);
        begin = System.nanoTime();
        var evaluated = evaluated(model, set, side);
        seconds.merge(EVALUATE, since(begin) / worlds, Double::sum);
        return evaluated;
    }

    private int evaluated(Model model, TrainingSet set, Side side) {
        var terms = new EvaluationTerms(
                settings.recommend().getFirst().listLength(),
                settings.evaluate().headShare(),
                settings.recommend().getFirst().model().rareBound(),
                new Artists(rows.artistOf()));
        return WorldEvaluation.of(model, set.counts(), side.tests(), terms).testPlaylists();
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
