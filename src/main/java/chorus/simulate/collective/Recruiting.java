package chorus.simulate.collective;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.tree.SettingsFault;
import chorus.hash.Hash64;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws collectives: members are the first by the rank of a hash of seed and playlist among the training playlists with more than
 * {@code minTracks} tracks that do not hold all targets, so that a smaller collective lies in a larger one, whatever their campaigns
 * are called. Playlists are those of the twin when the campaign starts.
 */
public final class Recruiting {
    private static final long RANK = 0xC011_0001L;

    private final long randomSeed;
    private final HeldOut heldOut;
    private final Sources sources;

    /** @param targets of all campaigns: tracks that none of them counts or takes for an anchor */
    public Recruiting(long randomSeed, HeldOut heldOut, IntSet targets) {
        this.randomSeed = randomSeed;
        this.heldOut = heldOut;
        sources = new Sources(randomSeed, targets);
    }

    /**
     * The members that are drawn for a campaign, by rank.
     *
     * @param wanted how many
     * @param taken playlists that cannot be members
     * @throws SettingsFault where too few playlists can be members
     */
    public List<PlaylistId> members(
            CampaignSettings campaign,
            List<TrackId> targets,
            List<KnownPlaylist> training,
            int wanted,
            Set<PlaylistId> taken) {
        var promoted = targets.stream().map(TrackId::value).collect(Collectors.toSet());
        var members = training.stream()
                .filter(p -> p.tracks().length > heldOut.minTracks() && !taken.contains(p.playlist()))
                .filter(p ->
                        Arrays.stream(p.tracks()).filter(promoted::contains).count() < promoted.size())
                .map(KnownPlaylist::playlist)
                .sorted(Comparator.comparingLong((PlaylistId p) -> rank(p) ^ Long.MIN_VALUE)
                        .thenComparingLong(PlaylistId::value))
                .limit(wanted)
                .toList();
        if (members.size() < wanted) {
            throw new SettingsFault(
                    "campaigns: campaign %s wants %d playlists, but only %d training playlists with more than %d"
                                    .formatted(campaign.name(), wanted, members.size(), heldOut.minTracks())
                            + " tracks are free when it starts: lower its budget or alpha");
        }
        return members;
    }

    private long rank(PlaylistId playlist) {
        return Hash64.of(randomSeed, RANK, playlist.value());
    }

    /**
     * The roster of {@code members}; those whose playlist is gone when the campaign starts know nothing and plant nothing.
     *
     * @param training all training playlists when the campaign starts
     * @param everybodys these and the held-out ones: what public numbers are made of
     */
    public Roster roster(
            CampaignSettings campaign,
            List<TrackId> targets,
            List<PlaylistId> members,
            List<KnownPlaylist> training,
            List<KnownPlaylist> everybodys) {
        var ids = Set.copyOf(members);
        var contents = training.stream()
                .filter(playlist -> ids.contains(playlist.playlist()))
                .collect(Collectors.toMap(KnownPlaylist::playlist, Function.identity()));
        var own = members.stream()
                .flatMap(p -> Optional.ofNullable(contents.get(p)).stream())
                .toList();
        var known = sources.known(campaign, own, training);
        var knowledge = sources.knowledge(campaign, own, known, everybodys);
        return new Roster(campaign, targets, members, contents, knowledge, known, training);
    }

    /**
     * The collective of a roster, by the strategy of its campaign.
     *
     * @throws SettingsFault where the strategy is in a file that cannot be used
     */
    public Collective collective(Roster roster) {
        Map<PlaylistId, PlannedPlant> planned = roster.settings().strategy() instanceof Strategy.File(var file)
                ? PlantsFile.read(file, roster)
                : Map.of();
        var members = IntStream.range(0, roster.members().size())
                .mapToObj(rank -> {
                    var member = roster.members().get(rank);
                    return new Member(
                            member,
                            targets(roster, rank),
                            roster.anchor(member, planned),
                            conduct(roster.settings(), member));
                })
                .toList();
        return new Collective(roster.settings(), randomSeed, roster.targets(), roster.knowledge(), members, planned);
    }

    /** What the member of a rank plants: all, or of a scene's tracks the member's share. */
    private static List<TrackId> targets(Roster roster, int rank) {
        var targets = roster.targets();
        return roster.settings().strategy() instanceof Strategy.Altruistic(var tracks)
                ? IntStream.range(0, Math.min(tracks, targets.size()))
                        .mapToObj(i -> targets.get((int) (((long) rank * tracks + i) % targets.size())))
                        .toList()
                : targets;
    }

    private Conduct conduct(CampaignSettings campaign, PlaylistId playlist) {
        return campaign.noise()
                .map(noise -> Conduct.of(noise, randomSeed, playlist))
                .orElse(Conduct.FAITHFUL);
    }
}
