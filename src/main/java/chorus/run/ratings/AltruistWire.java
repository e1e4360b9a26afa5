package chorus.run.ratings;

import chorus.config.SettingsLoader;
import chorus.config.altruism.AltruismOrder;
import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.SettingsFault;
import chorus.config.tree.YamlTree;
import chorus.ratings.AltruistOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders about altruists as they were sent → as the settings have them, where they are held to what is allowed. */
public final class AltruistWire {
    private static final String AT = "order";

    private AltruistWire() {}

    /**
     * An order as it was sent.
     *
     * @param round from which it holds
     * @throws SettingsFault where it holds what is not allowed
     */
    public static AltruismOrder read(AltruistOrder order, int round) {
        var keys = new LinkedHashMap<String, Node>();
        put(keys, "round", Integer.toString(round));
        switch (order) {
            case AltruistOrder.Start(var world, var own) -> {
                put(keys, "order", "Start");
                world.ifPresent(name -> put(keys, "world", name));
                own(keys, own);
            }
            case AltruistOrder.End(var world) -> {
                put(keys, "order", "End");
                put(keys, "world", world);
            }
        }
        return SettingsLoader.altruismOrder(new Mapping(AT, keys));
    }

    private static void own(Map<String, Node> keys, Map<String, String> own) {
        own.forEach((key, text) -> {
            if (keys.putIfAbsent(key, YamlTree.value(AT, text)) != null || key.equals("world")) {
                throw new SettingsFault(AT, key, "is nothing that altruists have of their own");
            }
        });
    }

    private static void put(Map<String, Node> keys, String key, String text) {
        keys.put(key, new Scalar(AT, text));
    }
}
