package chorus.orders;

import java.util.OptionalLong;

/**
 * What became of an order.
 *
 * @param offset which one, by its place on its topic
 * @param epoch the first in which it holds, as written in the log; empty where it is refused
 * @param order as it was accepted, a page of settings; empty where it is refused
 * @param refused why; empty where it is not
 */
public record OrderDecision(long offset, OptionalLong epoch, String order, String refused) {
    public static OrderDecision accepted(long offset, long epoch, String order) {
        return new OrderDecision(offset, OptionalLong.of(epoch), order, "");
    }

    public static OrderDecision refused(long offset, String why) {
        return new OrderDecision(offset, OptionalLong.empty(), "", why);
    }
}
