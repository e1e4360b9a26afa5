package chorus.simulate.collective;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.playlist.Hash64;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import java.util.List;
import java.util.TreeMap;

/**
 * The members of one campaign with what they know and how they place.
 *
 * @param target the promoted track
 * @param members by rank: the first join first
 */
public record Collective(
        CampaignSettings settings, long randomSeed, TrackId target, Knowledge knowledge, List<Member> members) {
    private static final long PLACE = 0xC011_0002L;

    public Collective {
        members = List.copyOf(members);
    }

    /** How many members, the first by rank, hold a plant at the end of {@code epoch}, counted as the campaign's start is. */
    public int holding(long epoch) {
        return (int) Math.round(settings.share(epoch) * members.size());
    }

    /** The tracks that the target is to be placed next to, ascending, each once. */
    public List<TrackId> anchors() {
        return members.stream()
                .flatMapToInt(member -> member.anchor().stream())
                .distinct()
                .sorted()
                .mapToObj(TrackId::new)
                .toList();
    }

    /** Of each of the {@link #anchors}, the place of the first member who has it, by rank, from 1. */
    public List<Integer> anchorsFrom() {
        var first = new TreeMap<Integer, Integer>();
        for (var i = 0; i < members.size(); i++) {
            var place = i + 1;
            members.get(i).anchor().ifPresent(anchor -> first.putIfAbsent(anchor, place));
        }
        return List.copyOf(first.values());
    }

    /**
     * Where {@code member} puts the target into {@code tracks}, the twin's list of their playlist as it is now. An anchor that has
     * left the playlist is chosen anew among what it holds, by the same knowledge; without any, the target goes to the end.
     */
    public Place place(Member member, int[] tracks) {
        return switch (settings.strategy()) {
            case Strategy.Anchored anchored -> {
                var planned =
                        member.anchor().isPresent() ? indexOf(member.anchor().getAsInt(), tracks) : Placement.NONE;
                var anchor = planned == Placement.NONE ? Placement.anchor(anchored, tracks, knowledge) : planned;
                yield anchor == Placement.NONE
                        ? Place.afterPredecessor(tracks.length)
                        : Placement.beside(anchored, anchor);
            }
            case Strategy.Random() ->
                Place.afterPredecessor(Placement.afterAny(tracks.length, chance(member.playlist())));
            case Strategy.AtTheEnd() -> Place.afterPredecessor(tracks.length);
            case Strategy.InsertAt(var index) -> Place.afterPredecessor(Math.min(index, tracks.length));
        };
    }

    private double chance(PlaylistId playlist) {
        return Hash64.unit(Hash64.of(randomSeed, PLACE, settings.name().hashCode(), playlist.value()));
    }

    private static int indexOf(int track, int[] tracks) {
        for (var i = 0; i < tracks.length; i++) {
            if (tracks[i] == track) {
                return i;
            }
        }
        return Placement.NONE;
    }
}
