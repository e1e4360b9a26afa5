package chorus.rows.results;

import chorus.orders.OrderDecision;
import java.util.List;

/**
 * One retrain round. Skipped rounds carry the reason and the counts of the cut.
 *
 * @param recommender the names of those that were fitted, a space between two
 * @param edits edits applied up to the cut
 * @param refused records refused up to the cut
 * @param tracks tracks with a count in the first of the run's worlds, the catalogue of the generation
 * @param pairs directed pairs with a count in the first of the run's worlds
 * @param skipped why no model was made; empty when one was
 * @param orders what became of the orders that were read since the generation before
 */
public record GenerationRow(
        long generation,
        String recommender,
        long edits,
        long refused,
        long trainingPlaylists,
        long testPlaylists,
        long tracks,
        long pairs,
        String skipped,
        List<OrderDecision> orders) {
    public GenerationRow {
        orders = List.copyOf(orders);
    }

    /** One without orders. */
    public GenerationRow(
            long generation,
            String recommender,
            long edits,
            long refused,
            long trainingPlaylists,
            long testPlaylists,
            long tracks,
            long pairs,
            String skipped) {
        this(
                generation,
                recommender,
                edits,
                refused,
                trainingPlaylists,
                testPlaylists,
                tracks,
                pairs,
                skipped,
                List.of());
    }

    /** The same with what became of orders. */
    public GenerationRow with(List<OrderDecision> decided) {
        return new GenerationRow(
                generation,
                recommender,
                edits,
                refused,
                trainingPlaylists,
                testPlaylists,
                tracks,
                pairs,
                skipped,
                decided);
    }
}
