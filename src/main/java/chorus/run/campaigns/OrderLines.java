package chorus.run.campaigns;

import chorus.config.OrderSettings;
import chorus.config.OrderSettings.Order;
import chorus.config.OrderSettings.Plants;
import chorus.config.SettingsLoader;
import chorus.orders.OrderDecision;
import chorus.rows.CampaignOrder;
import chorus.run.orders.Words;

/** What is said of orders about campaigns and worlds. */
public final class OrderLines {
    public static final Words<CampaignOrder> WORDS = new Words<>(
            "epoch",
            sent -> what(Wire.read(sent, 1).order()),
            accepted -> what(order(accepted).order()));

    private OrderLines() {}

    /** An order that was accepted. */
    static OrderSettings order(OrderDecision accepted) {
        return SettingsLoader.order("order " + accepted.offset(), accepted.order());
    }

    private static String what(Order order) {
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
