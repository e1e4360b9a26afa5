package chorus.simulate;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.config.collective.Target;
import chorus.config.tree.SettingsFault;
import chorus.hash.Hash64;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.simulate.collective.KnownPlaylist;
import chorus.worlds.World;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the campaigns promote, found without regard to worlds. New targets have ids kept free for them, one a name. A track drawn by
 * rank is none that another campaign promotes, as long as its range has others: the narrower range chooses first.
 */
final class Targets {
    private static final long DRAW = 0x7A46_0001L;

    private Settings settings;
    private final Plan plan;
    private final Map<String, List<TrackId>> byCampaign = new HashMap<>();

    private Targets(Settings settings, Plan plan) {
        this.settings = settings;
        this.plan = plan;
    }

    /**
     * The targets of {@code campaigns}, those that start while the plan lasts.
     *
     * @param training the training playlists in the twin when a campaign starts
     */
    static Targets of(
            Settings settings,
            Plan plan,
            List<CampaignSettings> campaigns,
            Function<CampaignSettings, List<KnownPlaylist>> training) {
        var targets = new Targets(settings, plan);
        for (var campaign : campaigns) {
            targets.named(campaign);
        }
        campaigns.stream()
                .filter(campaign -> campaign.promoted() instanceof Target.Rank)
                .sorted(Comparator.comparingInt(Targets::width))
                .forEach(campaign -> targets.drawn(campaign, ranked(training.apply(campaign))));
        campaigns.stream()
                .filter(campaign -> campaign.promoted() instanceof Target.Scene)
                .forEach(campaign -> targets.ofScene(campaign, Scenes.of(training.apply(campaign), plan::scene)));
        settings.allWorlds().named().forEach(targets::requireDistinct);
        return targets;
    }

    /**
     * Finds that of one more campaign, beside all before it.
     *
     * @param more settings that have it too
     */
    void add(Settings more, CampaignSettings campaign, Function<CampaignSettings, List<KnownPlaylist>> training) {
        settings = more;
        switch (campaign.promoted()) {
            case Target.New _, Target.Uri _ -> named(campaign);
            case Target.Rank _ -> drawn(campaign, ranked(training.apply(campaign)));
            case Target.Scene _ -> ofScene(campaign, Scenes.of(training.apply(campaign), plan::scene));
        }
        more.allWorlds().named().forEach(this::requireDistinct);
    }

    private void named(CampaignSettings campaign) {
        switch (campaign.promoted()) {
            case Target.New fresh -> put(campaign, plan.target(number(fresh), uri(fresh)));
            case Target.Uri(var uri) ->
                put(
                        campaign,
                        plan.find(uri).orElseThrow(() -> fault(campaign, "uri = " + uri + ": there is no such track")));
            case Target.Rank _, Target.Scene _ -> {}
        }
    }

    private void put(CampaignSettings campaign, TrackId target) {
        byCampaign.put(campaign.name(), List.of(target));
    }

    private void ofScene(CampaignSettings campaign, Scenes scenes) {
        if (campaign.promoted() instanceof Target.Scene(var rank)) {
            if (rank <= scenes.big() || rank > scenes.size()) {
                throw fault(
                        campaign,
                        "scene = " + rank + ": must be in " + (scenes.big() + 1) + "…" + scenes.size()
                                + ", of " + scenes.size() + " scenes the first " + scenes.big()
                                + " hold half of all entries when it starts");
            }
            byCampaign.put(campaign.name(), scenes.tracks(rank));
        }
    }

    /** The place of a new target among all that the settings and their orders name, by first appearance. */
    private int number(Target.New fresh) {
        return settings.allCampaigns().stream()
                .map(CampaignSettings::promoted)
                .filter(Target.New.class::isInstance)
                .distinct()
                .toList()
                .indexOf(fresh);
    }

    private static String uri(Target.New fresh) {
        return "chorus:target:" + fresh.name();
    }

    /** The tracks of the playlists, most frequent first; ties to the lower id. */
    private static int[] ranked(List<KnownPlaylist> playlists) {
        var counts = new Int2IntOpenHashMap();
        for (var playlist : playlists) {
            for (var track : playlist.tracks()) {
                counts.addTo(track, 1);
            }
        }
        return counts.int2IntEntrySet().stream()
                .sorted(Comparator.comparingInt((Int2IntMap.Entry entry) -> -entry.getIntValue())
                        .thenComparingInt(Int2IntMap.Entry::getIntKey))
                .mapToInt(Int2IntMap.Entry::getIntKey)
                .toArray();
    }

    private static int width(CampaignSettings campaign) {
        return campaign.promoted() instanceof Target.Rank(var from, var to) ? to - from : 0;
    }

    private void drawn(CampaignSettings campaign, int[] ranked) {
        if (!(campaign.promoted() instanceof Target.Rank(var from, var to))) {
            return;
        }
        if (ranked.length < to) {
            throw fault(
                    campaign,
                    "rank = [" + from + ", " + to + "]: there are " + ranked.length
                            + " tracks in training playlists when it starts");
        }
        var within = Arrays.stream(ranked, from - 1, to).mapToObj(TrackId::new).toList();
        var free = within.stream()
                .filter(track -> !byCampaign.containsValue(List.of(track)))
                .toList();
        var choice = free.isEmpty() ? within : free;
        var hash = Hash64.of(settings.randomSeed(), DRAW, campaign.name().hashCode());
        put(campaign, choice.get((int) (Hash64.unit(hash) * choice.size())));
    }

    /** Names alone do not tell where two ranges of ranks, or a rank and a uri, come to one track. */
    private void requireDistinct(World world) {
        var promoted = new HashMap<TrackId, String>();
        for (var campaign : settings.allCampaigns()) {
            if (!world.campaigns().contains(campaign.name())) {
                continue;
            }
            for (var track : byCampaign.getOrDefault(campaign.name(), List.of())) {
                var other = promoted.put(track, campaign.name());
                if (other != null) {
                    throw fault(
                            campaign,
                            "is track " + track.value() + ", as that of " + other
                                    + " is, so they may not meet in the world " + world.name());
                }
            }
        }
    }

    private static SettingsFault fault(CampaignSettings campaign, String what) {
        return new SettingsFault("campaigns: campaign " + campaign.name() + ": target: " + what);
    }

    /** At least one. */
    List<TrackId> of(CampaignSettings campaign) {
        return Objects.requireNonNull(byCampaign.get(campaign.name()), campaign.name());
    }

    /** Every target that is one track; those of a scene are tracks like any other to whoever seeks an anchor. */
    IntSet all() {
        var all = new IntOpenHashSet();
        byCampaign.values().stream()
                .filter(tracks -> tracks.size() == 1)
                .forEach(tracks -> all.add(tracks.getFirst().value()));
        return all;
    }

    /** The tracks as they are to be told before a campaign starts, but for those that the topic has already. */
    List<Track> told(CampaignSettings campaign) {
        return told(plan, campaign.promoted(), of(campaign));
    }

    /** @param found the ids of what is promoted */
    static List<Track> told(Plan plan, Target promoted, List<TrackId> found) {
        return switch (promoted) {
            case Target.New fresh -> {
                var name = fresh.name();
                yield List.of(new Track(found.getFirst(), uri(fresh), "Target " + name, "chorus:artist:" + name, name));
            }
            case Target.Uri _, Target.Rank _, Target.Scene _ ->
                found.stream().flatMap(id -> plan.track(id).stream()).toList();
        };
    }
}
