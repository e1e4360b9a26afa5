package chorus.retrain;

import static chorus.playlist.World.COUNTERFACTUAL;
import static chorus.playlist.World.FACTUAL;

import chorus.config.RecommendSettings;
import chorus.config.Settings.EvaluateSettings;
import chorus.evaluate.Artists;
import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.WorldEvaluation;
import chorus.playlist.Campaign;
import chorus.playlist.World;
import chorus.recommend.Recommender;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.GenerationRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a generation of a cut: fits the recommender to both worlds and has the models evaluated. */
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
     * @param campaigns all that are known, started or not
     * @param artistOf artist by track id, −1 where unknown
     */
    public Generation train(long generation, Cut cut, List<Campaign> campaigns, int[] artistOf) {
        var terms = new EvaluationTerms(listLength, evaluate.headShare(), new Artists(artistOf));
        var fitted = Fitted.at(cut, recommender, terms);
        return new Generation(row(generation, cut), rows(generation, fitted.factual(), fitted.twin(), campaigns));
    }

    private GenerationRow row(long generation, Cut cut) {
        var counts = cut.factual().training().counts();
        return new GenerationRow(
                generation,
                recommender.name(),
                cut.edits(),
                cut.refused(),
                cut.trainingPlaylists(),
                cut.factual().tests().size(),
                counts.tracks(),
                counts.pairs(),
                "");
    }

    private static List<EvaluationRow> rows(
            long generation, WorldEvaluation factual, WorldEvaluation twin, List<Campaign> campaigns) {
        var rows = new ArrayList<EvaluationRow>();
        if (campaigns.isEmpty()) {
            rows.add(row(generation, FACTUAL, "", factual, WorldEvaluation.noCampaign()));
            rows.add(row(generation, COUNTERFACTUAL, "", twin, WorldEvaluation.noCampaign()));
        }
        for (var campaign :
                campaigns.stream().sorted(Comparator.comparing(Campaign::name)).toList()) {
            rows.add(row(generation, FACTUAL, campaign.name(), factual, factual.effect(campaign, twin)));
            rows.add(row(generation, COUNTERFACTUAL, campaign.name(), twin, twin.untouched(campaign)));
        }
        return rows;
    }

    private static EvaluationRow row(
            long generation, World world, String campaign, WorldEvaluation evaluation, Effect effect) {
        return new EvaluationRow(generation, world, campaign, evaluation.testPlaylists(), effect, evaluation.figures());
    }
}
