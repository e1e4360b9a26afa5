package chorus.evaluate.accuracy;

/** A measure of one list; a model's figure is its mean over the test playlists. */
public sealed interface ListMeasure permits Precision, Recall, Ndcg, RPrecision, RPrecisionArtists, Clicks {
    double of(JudgedList list);
}
