package chorus.simulate;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.Settings;
import chorus.playlist.Campaign;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import chorus.simulate.collective.KnownPlaylist;
import chorus.simulate.collective.Recruiting;
import chorus.simulate.collective.Roster;
import java.util.ArrayList;
import java.util.Comparator;
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
 * playlist is in the collectives of two campaigns that may meet in a world. Campaigns that orders start are drawn one after the
 * other, each knowing those before it and changing nothing in them.
 */
public final class Collectives {
    private final Plan plan;
    private final HeldOut heldOut;
    private final List<CampaignSettings> campaigns;
    private final Map<Long, List<KnownPlaylist>> contents = new HashMap<>();
    private final Targets targets;
    /** By campaign, as each knows the targets of those before it. */
    private final Map<String, Recruiting> recruiting = new HashMap<>();

    private final Map<String, List<PlaylistId>> members = new LinkedHashMap<>();

    private Collectives(Settings settings, Plan plan) {
        this.plan = plan;
        heldOut = settings.heldOut();
        campaigns = new ArrayList<>(settings.campaigns().stream()
                .filter(campaign -> start(campaign) < plan.epochs())
                .toList());
        targets = Targets.of(settings, plan, campaigns, this::training);
        var all = new Recruiting(settings.randomSeed(), heldOut, targets.all());
        campaigns.forEach(campaign -> recruiting.put(campaign.name(), all));
    }

    /** Draws every campaign that starts while the plan lasts, in the settings' order, whatever epoch it starts in. */
    static Collectives draw(Settings settings, Plan plan) {
        var collectives = new Collectives(settings, plan);
        List.copyOf(collectives.campaigns).stream()
                .filter(campaign -> campaign.members().isEmpty())
                .forEach(collectives::recruit);
        settings.standing().ordered().forEach(campaign -> collectives.add(settings, campaign));
        return collectives;
    }

    /**
     * Draws one more, if it starts while the plan lasts.
     *
     * @param more settings with an order that starts it
     */
    void add(Settings more, CampaignSettings campaign) {
        if (start(campaign) < plan.epochs()) {
            targets.add(more, campaign, this::training);
            recruiting.put(campaign.name(), new Recruiting(more.randomSeed(), heldOut, targets.all()));
            campaigns.add(campaign);
            recruit(campaign);
        }
    }

    /** What was looked up to draw them is not kept. */
    Collectives forgetting() {
        contents.clear();
        return this;
    }

    private long start(CampaignSettings campaign) {
        return plan.campaignsFrom() + campaign.start();
    }

    /** All playlists when a campaign starts. */
    private List<KnownPlaylist> contents(CampaignSettings campaign) {
        return contents.computeIfAbsent(start(campaign), plan::contents);
    }

    private List<KnownPlaylist> training(CampaignSettings campaign) {
        return contents(campaign).stream()
                .filter(playlist -> !heldOut.holds(playlist.playlist()))
                .toList();
    }

    /** Who may be a member: of an altruistic campaign, playlists of the big scenes. */
    private List<KnownPlaylist> candidates(CampaignSettings campaign) {
        return campaign.strategy() instanceof Strategy.Altruistic
                ? Scenes.of(training(campaign), plan::scene).ofBigScenes()
                : training(campaign);
    }

    private void recruit(CampaignSettings campaign) {
        Set<PlaylistId> taken = new HashSet<>();
        members.forEach((earlier, theirs) -> {
            if (mayMeet(earlier, campaign.name())) {
                taken.addAll(theirs);
            }
        });
        var largest = campaigns.stream()
                .filter(follower -> follower.drawnFor().equals(campaign.name()))
                .max(Comparator.comparingInt(this::size))
                .orElse(campaign);
        members.put(
                campaign.name(),
                recruiting(campaign)
                        .members(largest, targets.of(campaign), candidates(campaign), size(largest), taken));
    }

    private Recruiting recruiting(CampaignSettings campaign) {
        return Objects.requireNonNull(recruiting.get(campaign.name()), campaign.name());
    }

    /** How many members a campaign has: as it says itself, or as many as the one whose members it has. */
    private int size(CampaignSettings campaign) {
        return campaign.isSized()
                ? campaign.budget().orElseGet(() -> (int) Math.round(
                        campaign.alpha().orElseThrow() * training(campaign).size()))
                : campaigns.stream()
                        .filter(owner -> owner.name().equals(campaign.drawnFor()))
                        .mapToInt(this::size)
                        .sum();
    }

    /** Whether a campaign with members of one collective may be in a world with one that has members of the other. */
    private boolean mayMeet(String drawnFor, String other) {
        return campaigns.stream().filter(a -> a.drawnFor().equals(drawnFor)).anyMatch(a -> campaigns.stream()
                .filter(b -> b.drawnFor().equals(other))
                .anyMatch(b -> !targets.of(a).equals(targets.of(b))));
    }

    /** Those of all scenarios over a plan, each drawn for itself. */
    static List<Planter> planters(Plan plan, List<Scenario> scenarios) {
        var planters = new ArrayList<Planter>();
        for (var scenario : scenarios) {
            planters.addAll(draw(scenario.settings(), plan).planters(scenario, 0, planters.size()));
        }
        return List.copyOf(planters);
    }

    /** Who is in the collectives of all campaigns that start while the plan lasts, in the settings' order. */
    public static List<Roster> rosters(Settings settings, Plan plan) {
        var collectives = draw(settings, plan);
        return collectives.campaigns.stream().map(collectives::roster).toList();
    }

    private Roster roster(CampaignSettings campaign) {
        var drawn = Objects.requireNonNull(members.get(campaign.drawnFor()), campaign.name());
        var theirs = drawn.subList(0, size(campaign));
        return recruiting(campaign)
                .roster(campaign, targets.of(campaign), theirs, training(campaign), contents(campaign));
    }

    /**
     * In the settings' order.
     *
     * @param first how many are left out
     * @param before how many planters there are before them
     */
    List<Planter> planters(Scenario scenario, int first, int before) {
        var standing = scenario.settings().standing();
        return IntStream.range(first, campaigns.size())
                .mapToObj(i -> {
                    var campaign = campaigns.get(i);
                    var collective = recruiting(campaign).collective(roster(campaign));
                    return new Planter(
                            collective,
                            scenario.label().apply(campaign.name()),
                            targets.told(campaign),
                            before + i - first + 1,
                            scenario.worlds().apply(campaign.name()),
                            standing.ending(campaign.name()));
                })
                .toList();
    }

    /** How many are drawn. */
    int size() {
        return campaigns.size();
    }

    /** @param from the epoch, as written, from which the campaign counts its own */
    static Campaign campaign(Planter planter, long from) {
        var collective = planter.collective();
        var settings = collective.settings();
        return new Campaign(
                planter.campaign(),
                collective.targets(),
                settings.strategy().label(),
                collective.size(),
                from + settings.start(),
                settings.end() == Long.MAX_VALUE ? Long.MAX_VALUE : from + settings.end(),
                collective.anchors(),
                collective.anchorsFrom(),
                collective.estimates());
    }
}
