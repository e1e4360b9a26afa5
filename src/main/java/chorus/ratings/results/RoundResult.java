package chorus.ratings.results;

import chorus.orders.OrderDecision;
import java.util.List;

/**
 * What is published of a round.
 *
 * @param rows worlds as they are shown, at least one
 * @param orders what became of those that were read up to this round and not before
 */
public record RoundResult(List<RoundRow> rows, List<OrderDecision> orders) {
    public RoundResult {
        rows = List.copyOf(rows);
        orders = List.copyOf(orders);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a round without worlds");
        }
    }

    /** The round. */
    public int round() {
        return rows.getFirst().round();
    }
}
