package chorus.run.ratings;

import chorus.config.SettingsLoader;
import chorus.config.altruism.AltruismOrder;
import chorus.config.altruism.AltruismOrder.Order;
import chorus.orders.OrderDecision;
import chorus.ratings.AltruistOrder;
import chorus.run.orders.Words;

/** What is said of orders about altruists. */
public final class AltruistLines {
    public static final Words<AltruistOrder> WORDS = new Words<>(
            "round",
            sent -> what(AltruistWire.read(sent, 1).order()),
            accepted -> what(order(accepted).order()));

    private AltruistLines() {}

    /** An order that was accepted. */
    public static AltruismOrder order(OrderDecision accepted) {
        return SettingsLoader.altruismOrder("order " + accepted.offset(), accepted.order());
    }

    private static String what(Order order) {
        return switch (order) {
            case Order.Start(var world, var _) ->
                world.map(name -> "the altruists of " + name).orElse("the first altruists that wait") + " begin";
            case Order.End(var world) -> "the altruists of " + world + " end, their ratings are taken back";
        };
    }
}
