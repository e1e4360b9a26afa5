package chorus.run.orders;

import chorus.config.OrderSettings;
import chorus.config.OrderSettings.Order;
import chorus.config.OrderSettings.Plants;
import chorus.config.SettingsLoader;
import chorus.rows.results.OrderDecision;

/** What is said of orders, a line each. */
public final class OrderLines {
    private OrderLines() {}

    /** What became of one. */
    public static String told(OrderDecision decision) {
        var number = "order " + decision.offset();
        return decision.epoch().isEmpty()
                ? number + " is refused: " + decision.refused()
                : number + ": " + what(order(decision).order()) + " from epoch "
                        + decision.epoch().getAsLong() + " on";
    }

    /** An order that was accepted. */
    public static OrderSettings order(OrderDecision accepted) {
        return SettingsLoader.order("order " + accepted.offset(), accepted.order());
    }

    /** What is ordered, in words. */
    public static String what(Order order) {
        return switch (order) {
            case Order.Start start ->
                "campaign " + start.campaign() + " starts ("
                        + start.strategy().label()
                        + start.world().map(world -> ", in the world " + world).orElse("") + ")";
            case Order.End(var campaign, var plants) ->
                "campaign " + campaign + " ends, "
                        + (plants == Plants.stay ? "its plants stay" : "its plants are taken back");
            case Order.AddWorld(var world) -> "world " + world + " is there";
        };
    }
}
