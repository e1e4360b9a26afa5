package chorus.simulate;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.playlist.Campaign;
import chorus.playlist.Track;
import chorus.simulate.collective.Collective;
import chorus.simulate.collective.KnownPlaylist;
import chorus.simulate.collective.Recruiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The collectives of a plan, and what is told of them. Drawn in the settings' order, whatever epoch they start in. */
final class Collectives {
    private Collectives() {}

    /** Draws every campaign that starts while the plan lasts. */
    static List<Collective> draw(Settings settings, Plan plan) {
        var campaigns = settings.campaigns();
        if (campaigns.size() > Campaign.RESERVED_TARGETS) {
            throw new IllegalArgumentException("campaigns: " + campaigns.size() + " of them; at most "
                    + Campaign.RESERVED_TARGETS + " are allowed");
        }
        var recruiting =
                new Recruiting(settings.randomSeed(), settings.evaluate().heldOut());
        var contents = new HashMap<Long, List<KnownPlaylist>>();
        var collectives = new ArrayList<Collective>();
        for (var i = 0; i < campaigns.size(); i++) {
            var campaign = campaigns.get(i);
            var start = plan.campaignsFrom() + campaign.start();
            if (start < plan.epochs()) {
                var target = plan.target(i, targetUri(campaign));
                collectives.add(recruiting.draw(campaign, target, contents.computeIfAbsent(start, plan::contents)));
            }
        }
        return List.copyOf(collectives);
    }

    static Track target(Collective collective) {
        var name = collective.settings().name();
        return new Track(
                collective.target(), targetUri(collective.settings()), "Target " + name, "chorus:artist:" + name, name);
    }

    /** @param from the epoch, as written, from which the campaign counts its own */
    static Campaign campaign(Collective collective, long from) {
        var settings = collective.settings();
        return new Campaign(
                settings.name(),
                collective.target(),
                settings.strategy().name(),
                collective.members().size(),
                from + settings.start(),
                settings.end() == Long.MAX_VALUE ? Long.MAX_VALUE : from + settings.end(),
                collective.anchors());
    }

    private static String targetUri(CampaignSettings campaign) {
        return "chorus:target:" + campaign.name();
    }
}
