package chorus.simulate;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.playlist.Campaign;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import chorus.simulate.collective.Collective;
import chorus.simulate.collective.KnownPlaylist;
import chorus.simulate.collective.Recruiting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The collectives of a plan, and what is told of them. Drawn from the list of campaigns alone, whatever worlds there are; no
 * playlist is in the collectives of two campaigns that may meet in a world.
 */
final class Collectives {
    private final Plan plan;
    private final HeldOut heldOut;
    private final List<CampaignSettings> campaigns;
    private final Map<Long, List<KnownPlaylist>> contents = new HashMap<>();
    private final Targets targets;
    private final Recruiting recruiting;
    private final Map<String, List<PlaylistId>> members = new LinkedHashMap<>();

    private Collectives(Settings settings, Plan plan) {
        this.plan = plan;
        heldOut = settings.heldOut();
        campaigns = settings.campaigns().stream()
                .filter(campaign -> start(campaign) < plan.epochs())
                .toList();
        targets = Targets.of(settings, plan, campaigns, this::training);
        recruiting = new Recruiting(settings.randomSeed(), heldOut, targets.all());
    }

    /** Draws every campaign that starts while the plan lasts, in the settings' order, whatever epoch it starts in. */
    static Collectives draw(Settings settings, Plan plan) {
        var collectives = new Collectives(settings, plan);
        collectives.campaigns.stream()
                .filter(campaign -> campaign.members().isEmpty())
                .forEach(collectives::recruit);
        return collectives;
    }

    private long start(CampaignSettings campaign) {
        return plan.campaignsFrom() + campaign.start();
    }

    private List<KnownPlaylist> training(CampaignSettings campaign) {
        return contents.computeIfAbsent(start(campaign), epoch -> plan.contents(epoch).stream()
                .filter(playlist -> !heldOut.holds(playlist.playlist()))
                .toList());
    }

    private void recruit(CampaignSettings campaign) {
        Set<PlaylistId> taken = new HashSet<>();
        members.forEach((earlier, theirs) -> {
            if (mayMeet(earlier, campaign.name())) {
                taken.addAll(theirs);
            }
        });
        members.put(campaign.name(), recruiting.members(campaign, targets.of(campaign), training(campaign), taken));
    }

    /** Whether a campaign with members of one collective may be in a world with one that has members of the other. */
    private boolean mayMeet(String drawnFor, String other) {
        return campaigns.stream().filter(a -> a.drawnFor().equals(drawnFor)).anyMatch(a -> campaigns.stream()
                .filter(b -> b.drawnFor().equals(other))
                .anyMatch(b -> !targets.of(a).equals(targets.of(b))));
    }

    /** In the settings' order. */
    List<Planter> planters(Settings settings) {
        var worlds = settings.allWorlds();
        return IntStream.range(0, campaigns.size())
                .mapToObj(i -> {
                    var campaign = campaigns.get(i);
                    var theirs = Objects.requireNonNull(members.get(campaign.drawnFor()), campaign.name());
                    var collective = recruiting.collective(campaign, targets.of(campaign), theirs, training(campaign));
                    var told = targets.told(campaign);
                    return new Planter(collective, told, i + 1, worlds.with(campaign.name()));
                })
                .toList();
    }

    /** @param from the epoch, as written, from which the campaign counts its own */
    static Campaign campaign(Collective collective, long from) {
        var settings = collective.settings();
        return new Campaign(
                settings.name(),
                List.of(collective.target()),
                settings.strategy().name(),
                collective.members().size(),
                from + settings.start(),
                settings.end() == Long.MAX_VALUE ? Long.MAX_VALUE : from + settings.end(),
                collective.anchors());
    }
}
