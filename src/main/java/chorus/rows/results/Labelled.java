package chorus.rows.results;

/**
 * What one recommender did in one world, beside one campaign.
 *
 * @param <R> of what kind it is
 */
public sealed interface Labelled<R extends Labelled<R>> permits EvaluationRow, TestRows {
    String world();

    /** Empty where none has started in the world. */
    String campaign();

    String recommender();

    /** The same under other names. */
    R named(String otherWorld, String otherCampaign);

    /** What is left of it beside no campaign. */
    R withoutCampaign(String otherWorld);
}
