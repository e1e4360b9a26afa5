package chorus.run.orders;

import chorus.config.tree.SettingsFault;
import chorus.orders.AnyOrder;
import chorus.orders.OrderDecision;
import java.util.function.Function;

/**
 * What a simulation says of orders to it, a line each.
 *
 * @param epoch what it calls an epoch
 * @param sent says what is ordered; throws a {@link SettingsFault} where that cannot hold
 * @param accepted says what was
 */
public record Words<O extends AnyOrder>(
        String epoch, Function<O, String> sent, Function<OrderDecision, String> accepted) {
    /** What became of one. */
    public String told(OrderDecision decision) {
        var number = "order " + decision.offset();
        return decision.epoch().isEmpty()
                ? number + " is refused: " + decision.refused()
                : number + ": " + accepted.apply(decision) + " from " + epoch + " "
                        + decision.epoch().getAsLong() + " on";
    }

    /** What is ordered. */
    public String what(O order) {
        try {
            return sent.apply(order);
        } catch (SettingsFault wrong) {
            return "about " + order.subject() + ", which cannot hold";
        }
    }
}
