package chorus.evaluate.accuracy;

import chorus.rows.results.Measure;

/** A measure of one list; a model's figure is its mean over the test playlists. */
public sealed interface ListMeasure permits Precision, Recall, Ndcg, RPrecision, RPrecisionArtists, Clicks {
    Measure measure();

    double of(JudgedList list);
}
