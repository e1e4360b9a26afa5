package chorus.rows.results;

import java.util.OptionalDouble;

/**
 * What one generation did in one world, beside one campaign: a row of evaluations.csv.
 *
 * @param world by name
 * @param campaign empty where the run has no campaign
 * @param recommender by name
 * @param effect what became of the target
 * @param figures of accuracy and bias: what the model did, whatever the campaign
 */
public record EvaluationRow(
        long generation,
        String world,
        String campaign,
        String recommender,
        int testPlaylists,
        Effect effect,
        Figures figures)
        implements Labelled<EvaluationRow> {

    /**
     * @param members playlists that hold a plant in this world at the cut
     * @param alpha members ÷ training playlists
     * @param hits R(s*): test playlists with a target among their first K recommendations
     * @param twinHits the same in the twin's lists
     * @param figures of amplification, success, the target's rank, loss, interference and service
     */
    public record Effect(long members, double alpha, long hits, long twinHits, Figures figures) {
        /** The same with more figures. */
        public Effect with(Figures more) {
            return new Effect(members, alpha, hits, twinHits, figures.and(more));
        }
    }

    /** What {@code measure} came to, of the effect or of the model. */
    public OptionalDouble figure(Measure measure) {
        var ofEffect = effect.figures().of(measure.name());
        return ofEffect.isPresent() ? ofEffect : figures.of(measure.name());
    }

    @Override
    public EvaluationRow named(String otherWorld, String otherCampaign) {
        return new EvaluationRow(generation, otherWorld, otherCampaign, recommender, testPlaylists, effect, figures);
    }

    @Override
    public EvaluationRow withoutCampaign(String otherWorld) {
        var none = new Effect(0, 0, 0, 0, Figures.NONE);
        return new EvaluationRow(generation, otherWorld, "", recommender, testPlaylists, none, figures);
    }

    /** hits ÷ test playlists. */
    public OptionalDouble hitShare() {
        return share(effect.hits());
    }

    /** hits in the twin's lists ÷ test playlists. */
    public OptionalDouble twinHitShare() {
        return share(effect.twinHits());
    }

    private OptionalDouble share(long hits) {
        return testPlaylists == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / testPlaylists);
    }
}
