package chorus.run.campaigns;

import chorus.config.OrderSettings;
import chorus.config.OrderSettings.Order;
import chorus.config.OrderSettings.Plants;
import chorus.config.SettingsLoader;
import chorus.config.SettingsText;
import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.Node.Sequence;
import chorus.config.tree.YamlTree;
import chorus.rows.CampaignOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders as they are sent ⇄ as the settings have them, where they are held to what is allowed. */
public final class Wire {
    private static final String AT = "order";

    private Wire() {}

    /** An order as it is sent. */
    public static CampaignOrder raw(Order order) {
        return switch (order) {
            case Order.Start start ->
                new CampaignOrder.Start(
                        start.campaign(),
                        SettingsText.inLine((Record) start.strategy()),
                        start.target().map(target -> SettingsText.inLine((Record) target)),
                        start.budget(),
                        start.alpha(),
                        start.join(),
                        start.hold(),
                        start.leave(),
                        start.knowledge().map(knows -> SettingsText.inLine((Record) knows)),
                        start.noise().map(SettingsText::inLine),
                        start.world());
            case Order.End(var campaign, var plants) -> new CampaignOrder.End(campaign, plants == Plants.stay);
            case Order.AddWorld(var world) -> new CampaignOrder.AddWorld(world);
        };
    }

    /**
     * An order as it was sent.
     *
     * @throws chorus.config.tree.SettingsFault where it holds what is not allowed
     */
    public static OrderSettings read(CampaignOrder order, int epoch) {
        var keys = new LinkedHashMap<String, Node>();
        put(keys, "epoch", Integer.toString(epoch));
        switch (order) {
            case CampaignOrder.Start start -> put(keys, start);
            case CampaignOrder.End(var campaign, var stay) -> {
                put(keys, "order", "End");
                put(keys, "campaign", campaign);
                put(keys, "plants", stay ? "stay" : "back");
            }
            case CampaignOrder.AddWorld(var world) -> {
                put(keys, "order", "AddWorld");
                put(keys, "world", world);
            }
        }
        return SettingsLoader.order(new Mapping(AT, keys));
    }

    private static void put(Map<String, Node> keys, CampaignOrder.Start start) {
        put(keys, "order", "Start");
        put(keys, "campaign", start.campaign());
        keys.put("strategy", YamlTree.value(AT, start.strategy()));
        start.target().ifPresent(target -> keys.put("target", YamlTree.value(AT, target)));
        start.budget().ifPresent(budget -> put(keys, "budget", Integer.toString(budget)));
        start.alpha().ifPresent(alpha -> put(keys, "alpha", Double.toString(alpha)));
        keys.put("join", list(start.join()));
        put(keys, "hold", Integer.toString(start.hold()));
        keys.put("leave", list(start.leave()));
        start.knowledge().ifPresent(knows -> keys.put("knowledge", YamlTree.value(AT, knows)));
        start.noise().ifPresent(noise -> keys.put("noise", YamlTree.value(AT, noise)));
        start.world().ifPresent(world -> put(keys, "world", world));
    }

    private static void put(Map<String, Node> keys, String key, String text) {
        keys.put(key, new Scalar(AT, text));
    }

    private static Node list(List<Double> numbers) {
        return new Sequence(
                AT,
                numbers.stream()
                        .<Node>map(number -> new Scalar(AT, Double.toString(number)))
                        .toList());
    }
}
