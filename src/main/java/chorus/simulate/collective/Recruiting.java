package chorus.simulate.collective;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.tree.SettingsFault;
import chorus.playlist.Hash64;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Draws collectives, one campaign after the other, so that no playlist is in two of them: members are the first by the rank of a
 * hash among training playlists with more than {@code minTracks} tracks.
 */
public final class Recruiting {
    private static final long RANK = 0xC011_0001L;

    private final long randomSeed;
    private final HeldOut heldOut;
    private final Set<PlaylistId> taken = new HashSet<>();

    public Recruiting(long randomSeed, HeldOut heldOut) {
        this.randomSeed = randomSeed;
        this.heldOut = heldOut;
    }

    /**
     * Draws the next campaign's collective.
     *
     * @param playlists all playlists at the beginning of the epoch in which the campaign starts, without any plant
     * @throws IllegalArgumentException where too few playlists can be members
     */
    public Collective draw(CampaignSettings campaign, TrackId target, List<KnownPlaylist> playlists) {
        var training =
                playlists.stream().filter(p -> !heldOut.holds(p.playlist())).toList();
        var own = members(campaign, training);
        own.forEach(p -> taken.add(p.playlist()));
        var knowledge = Knowledge.full(own, training);
        var members = own.stream()
                .map(p -> new Member(p.playlist(), anchor(campaign.strategy(), p, knowledge)))
                .toList();
        return new Collective(campaign, randomSeed, target, knowledge, members);
    }

    private List<KnownPlaylist> members(CampaignSettings campaign, List<KnownPlaylist> training) {
        var wanted = size(campaign, training.size());
        var members = training.stream()
                .filter(p -> p.tracks().length > heldOut.minTracks() && !taken.contains(p.playlist()))
                .sorted(Comparator.comparingLong((KnownPlaylist p) -> rank(campaign, p) ^ Long.MIN_VALUE)
                        .thenComparingLong(p -> p.playlist().value()))
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

    private long rank(CampaignSettings campaign, KnownPlaylist playlist) {
        return Hash64.of(
                randomSeed,
                RANK,
                campaign.name().hashCode(),
                playlist.playlist().value());
    }

    private static OptionalInt anchor(Strategy strategy, KnownPlaylist playlist, Knowledge knowledge) {
        return strategy instanceof Strategy.Anchored anchored
                ? OptionalInt.of(playlist.tracks()[Placement.anchor(anchored, playlist.tracks(), knowledge)])
                : OptionalInt.empty();
    }
}
