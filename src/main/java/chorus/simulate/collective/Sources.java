package chorus.simulate.collective;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.collective.Knows;
import chorus.config.tree.SettingsFault;
import chorus.hash.Hash64;
import chorus.simulate.catalog.Chance;
import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * From what collectives learn: their own playlists, what they are allowed to see of the other training playlists, and public
 * numbers. A sample is the first of the others by the rank of a hash of seed and playlist, so that a smaller one lies in a larger
 * one, whatever the campaign. The noise of a track's stream count is drawn from seed and track, so that only its size σ differs
 * between campaigns.
 */
final class Sources {
    private static final long SAMPLE = 0xC011_0003L;
    private static final long STREAMS = 0xC011_0004L;

    private final long randomSeed;
    private final IntSet targets;

    Sources(long randomSeed, IntSet targets) {
        this.randomSeed = randomSeed;
        this.targets = targets;
    }

    /**
     * What the collective of {@code own} knows when its campaign starts.
     *
     * @param known the playlists that it knows
     * @param everybodys all there are, held-out ones too
     */
    Knowledge knowledge(
            CampaignSettings campaign,
            List<KnownPlaylist> own,
            List<KnownPlaylist> known,
            List<KnownPlaylist> everybodys) {
        var turns =
                campaign.strategy() instanceof Strategy.InClustGreedy ? Turns.of(own, targets) : Int2IntMaps.EMPTY_MAP;
        return switch (campaign.knows()) {
            case Knows.Streams(var sigma) ->
                Knowledge.of(own, everybodys, turns, targets)
                        .times(track ->
                                StrictMath.exp(sigma * new Chance(Hash64.of(randomSeed, STREAMS, track)).gaussian()));
            case Knows.Full _, Knows.Own _, Knows.Sample _, Knows.Playlists _ ->
                Knowledge.of(own, known, turns, targets);
        };
    }

    /**
     * The playlists that a collective knows, its own first.
     *
     * @param training all training playlists
     * @throws SettingsFault where it is to know more than there are
     */
    List<KnownPlaylist> known(CampaignSettings campaign, List<KnownPlaylist> own, List<KnownPlaylist> training) {
        return switch (campaign.knows()) {
            case Knows.Full _ ->
                Stream.concat(own.stream(), others(own, training)).toList();
            case Knows.Own _, Knows.Streams _ -> own;
            case Knows.Sample(var share) -> first(Math.round(share * (training.size() - own.size())), own, training);
            case Knows.Playlists(var playlists) -> {
                var others = training.size() - own.size();
                if (playlists > others) {
                    throw new SettingsFault("campaigns: campaign " + campaign.name() + " is to know " + playlists
                            + " playlists beside its own, but there are only " + others
                            + " other training playlists when it starts: knowledge: full is all of them");
                }
                yield first(playlists, own, training);
            }
        };
    }

    private List<KnownPlaylist> first(long playlists, List<KnownPlaylist> own, List<KnownPlaylist> training) {
        var sample = others(own, training)
                .sorted(Comparator.comparingLong((KnownPlaylist p) -> rank(p) ^ Long.MIN_VALUE)
                        .thenComparingLong(p -> p.playlist().value()))
                .limit(playlists);
        return Stream.concat(own.stream(), sample).toList();
    }

    private static Stream<KnownPlaylist> others(List<KnownPlaylist> own, List<KnownPlaylist> training) {
        var members = new HashSet<>(own);
        return training.stream().filter(playlist -> !members.contains(playlist));
    }

    private long rank(KnownPlaylist playlist) {
        return Hash64.of(randomSeed, SAMPLE, playlist.playlist().value());
    }
}
