package chorus.retrain;

import chorus.config.RecommendSettings;
import chorus.config.Settings.EvaluateSettings;
import chorus.evaluate.Artists;
import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.WorldEvaluation;
import chorus.playlist.Campaign;
import chorus.recommend.Recommender;
import chorus.rows.results.GenerationRow;
import java.util.List;

/** Makes a generation of a cut: fits the recommender to each world and has the models evaluated. */
public final class Trainer {
    private final Recommender recommender;
    private final int listLength;
    private final EvaluateSettings evaluate;

    public Trainer(RecommendSettings recommend, EvaluateSettings evaluate) {
        this.recommender = new Recommender(recommend.model());
        this.listLength = recommend.listLength();
        this.evaluate = evaluate;
    }

    /**
     * @param campaigns all that have started
     * @param artistOf artist by track id, −1 where unknown
     */
    public Generation train(long generation, Cut cut, List<Campaign> campaigns, int[] artistOf) {
        var terms = new EvaluationTerms(listLength, evaluate.headShare(), new Artists(artistOf));
        var fitted = Fitted.at(cut, recommender, terms);
        var first = fitted.in(cut.worlds().named().getFirst());
        return new Generation(
                row(generation, cut.tallies(), first),
                new EvaluationRows(generation, recommender.name(), cut, fitted).of(campaigns));
    }

    private GenerationRow row(long generation, Cut.Tallies tallies, WorldEvaluation first) {
        return new GenerationRow(
                generation,
                recommender.name(),
                tallies.edits(),
                tallies.refused(),
                tallies.trainingPlaylists(),
                first.testPlaylists(),
                first.sizes().tracks(),
                first.sizes().pairs(),
                "");
    }
}
