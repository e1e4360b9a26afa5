package chorus.rows;

import chorus.playlist.World;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one generation did in one world, beside one campaign: a row of evaluations.csv.
 *
 * @param campaign empty where the run has no campaign
 * @param effect what became of the target
 * @param accuracy means over the test playlists; empty where there is none
 * @param bias of the first K recommendations of each test list
 */
public record EvaluationRow(
        long generation,
        World world,
        String campaign,
        int testPlaylists,
        Effect effect,
        Optional<Accuracy> accuracy,
        Optional<Bias> bias) {

    /**
     * @param members playlists that hold a plant in this world at the cut
     * @param alpha members ÷ training playlists
     * @param hits R(s*): test playlists with the target among their first K recommendations
     * @param twinHits the same in the twin's lists
     * @param amplificationPerPlaylist (hits − twinHits) / testPlaylists / alpha; undefined at alpha 0
     * @param amplificationPerFrequency (hits/ΣK) / (members/Σ training lengths); undefined without plants
     * @param successRate hits ÷ test playlists
     * @param successRateAnchorInSeed the same over the tests whose seed holds an anchor; undefined where none does
     * @param successRateAnchorInTwin the same over the tests whose twin list holds an anchor within its first K
     */
    public record Effect(
            long members,
            double alpha,
            long hits,
            long twinHits,
            OptionalDouble amplificationPerPlaylist,
            OptionalDouble amplificationPerFrequency,
            OptionalDouble successRate,
            OptionalDouble successRateAnchorInSeed,
            OptionalDouble successRateAnchorInTwin) {}

    /** Means over the test playlists (science: D23, B24 §5). */
    public record Accuracy(
            double precision, double recall, double ndcg, double rPrecision, double rPrecisionArtists, double clicks) {}

    /** Concentration of recommendations (B24 §5.3 and the field's usual names). */
    public record Bias(
            double giniTracks,
            double giniArtists,
            double lorenzTop10Tracks,
            double lorenzTop10Artists,
            double arp,
            double aplt,
            double coverage,
            double entropy) {}
}
