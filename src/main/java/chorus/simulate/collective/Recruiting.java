package chorus.simulate.collective;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.tree.SettingsFault;
import chorus.playlist.Hash64;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws collectives: members are the first by the rank of a hash of seed, campaign and playlist among the training playlists with
 * more than {@code minTracks} tracks that do not hold the target. Playlists are those of the twin when the campaign starts.
 */
public final class Recruiting {
    private static final long RANK = 0xC011_0001L;

    private final long randomSeed;
    private final HeldOut heldOut;
    private final IntSet targets;

    /** @param targets of all campaigns: tracks that none of them counts or takes for an anchor */
    public Recruiting(long randomSeed, HeldOut heldOut, IntSet targets) {
        this.randomSeed = randomSeed;
        this.heldOut = heldOut;
        this.targets = targets;
    }

    /**
     * The members of a campaign that has its own, by rank.
     *
     * @param taken playlists that cannot be members
     * @throws SettingsFault where too few playlists can be members
     */
    public List<PlaylistId> members(
            CampaignSettings campaign, TrackId target, List<KnownPlaylist> training, Set<PlaylistId> taken) {
        var wanted = size(campaign, training.size());
        var members = training.stream()
                .filter(p -> p.tracks().length > heldOut.minTracks() && !taken.contains(p.playlist()))
                .filter(p -> Arrays.stream(p.tracks()).noneMatch(track -> track == target.value()))
                .map(KnownPlaylist::playlist)
                .sorted(Comparator.comparingLong((PlaylistId p) -> rank(campaign, p) ^ Long.MIN_VALUE)
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

    private static long size(CampaignSettings campaign, int trainingPlaylists) {
        return campaign.budget().isPresent()
                ? campaign.budget().getAsInt()
                : Math.round(campaign.alpha().orElseThrow() * trainingPlaylists);
    }

    private long rank(CampaignSettings campaign, PlaylistId playlist) {
        return Hash64.of(randomSeed, RANK, campaign.name().hashCode(), playlist.value());
    }

    /** The collective of {@code members}; those whose playlist is gone when the campaign starts know nothing and plant nothing. */
    public Collective collective(
            CampaignSettings campaign, TrackId target, List<PlaylistId> members, List<KnownPlaylist> training) {
        Map<PlaylistId, KnownPlaylist> known =
                training.stream().collect(Collectors.toMap(KnownPlaylist::playlist, Function.identity()));
        var own = members.stream().filter(known::containsKey).map(known::get).toList();
        var turns =
                campaign.strategy() instanceof Strategy.InClustGreedy ? Turns.of(own, targets) : Int2IntMaps.EMPTY_MAP;
        var knowledge = Knowledge.full(own, training, turns, targets);
        var ranked = members.stream()
                .map(p -> new Member(p, anchor(campaign.strategy(), known.get(p), knowledge)))
                .toList();
        return new Collective(campaign, randomSeed, target, knowledge, ranked);
    }

    private static OptionalInt anchor(Strategy strategy, @Nullable KnownPlaylist playlist, Knowledge knowledge) {
        if (playlist == null || !(strategy instanceof Strategy.Anchored anchored)) {
            return OptionalInt.empty();
        }
        var index = Placement.anchor(anchored, playlist.tracks(), knowledge);
        return index == Placement.NONE ? OptionalInt.empty() : OptionalInt.of(playlist.tracks()[index]);
    }
}
