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
import chorus.rows.EvaluationRow;
import chorus.rows.EvaluationRow.Effect;
import chorus.rows.GenerationRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a generation of a training set: trains both worlds' models and evaluates them; where the worlds agree, once. */
public final class Trainer {
    private final RecommendSettings recommend;
    private final EvaluateSettings evaluate;

    public Trainer(RecommendSettings recommend, EvaluateSettings evaluate) {
        this.recommend = recommend;
        this.evaluate = evaluate;
    }

    /**
     * @param campaigns all that are known, started or not
     * @param artistOf artist by track id, −1 where unknown
     */
    public Generation train(long generation, TrainingSet set, List<Campaign> campaigns, int[] artistOf) {
        var terms = new EvaluationTerms(recommend.listLength(), evaluate.headShare(), new Artists(artistOf));
        var factual = trained(set.factual(), terms);
        var twin = set.worldsAgree() ? factual : trained(set.counterfactual(), terms);
        var rows = rows(generation, factual.evaluation(), twin.evaluation(), campaigns);
        return new Generation(row(generation, set), rows, factual.model());
    }

    private record Trained(Recommender model, WorldEvaluation evaluation) {}

    private Trained trained(TrainingSet.Side side, EvaluationTerms terms) {
        var model = Recommender.train(recommend, side.counts());
        return new Trained(model, WorldEvaluation.of(model, side.counts(), side.tests(), terms));
    }

    private GenerationRow row(long generation, TrainingSet set) {
        return new GenerationRow(
                generation,
                recommend.model().name(),
                set.edits(),
                set.refused(),
                set.trainingPlaylists(),
                set.factual().tests().size(),
                set.factual().counts().tracks(),
                set.factual().counts().pairs(),
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
        return new EvaluationRow(
                generation,
                world,
                campaign,
                evaluation.testPlaylists(),
                effect,
                evaluation.accuracy(),
                evaluation.bias());
    }
}
