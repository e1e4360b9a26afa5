package chorus.page;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.config.Standing;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is told of orders: the campaigns and worlds of a run as they are to be with all that were accepted, and the orders.
 *
 * @param spareWorlds how many may still be added
 */
public record OrderSheet(
        List<OfWorld> worlds, int spareWorlds, List<OfCampaign> campaigns, List<Map<String, Object>> orders) {
    /** @param twin whether nothing can happen there */
    public record OfWorld(String name, boolean twin, TreeSet<String> campaigns) {}

    /** @param ends what an order says of its end; empty where none does */
    public record OfCampaign(String campaign, String strategy, int start, String ends) {
        static OfCampaign of(CampaignSettings campaign, Standing standing) {
            return new OfCampaign(
                    campaign.name(),
                    campaign.strategy().label(),
                    campaign.start(),
                    standing.ending(campaign.name())
                            .map(end -> "from epoch " + end.epoch() + " on, plants: " + end.plants())
                            .orElse(""));
        }
    }

    /**
     * @param now the settings with all orders that were accepted
     * @param counted how many worlds are counted, spare ones included
     */
    public static OrderSheet of(Settings now, int counted, List<Map<String, Object>> orders) {
        var standing = now.standing();
        return new OrderSheet(
                standing.worlds().named().stream()
                        .map(world -> new OfWorld(world.name(), world.isTwin(), new TreeSet<>(world.campaigns())))
                        .toList(),
                counted - standing.worlds().size(),
                standing.campaigns().stream()
                        .map(campaign -> OfCampaign.of(campaign, standing))
                        .toList(),
                orders);
    }

    public String json() {
        return Json.of(this);
    }

    /** The number of an order that was sent. */
    public static String sent(long order) {
        return Json.of(Map.of("order", order));
    }

    /** What is told by keys, as JSON. */
    public static String told(Map<String, Object> keys) {
        return Json.of(keys);
    }
}
