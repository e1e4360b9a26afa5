package chorus.simulate.collective;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.Standing.Ending;
import chorus.hash.Hash64;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The members of one campaign with what they know and how they place.
 *
 * @param targets the promoted tracks, at least one
 * @param members by rank: the first join first
 * @param planned what a file says of members, for a strategy that is in one
 */
public record Collective(
        CampaignSettings settings,
        long randomSeed,
        List<TrackId> targets,
        Knowledge knowledge,
        List<Member> members,
        Map<PlaylistId, PlannedPlant> planned) {
    private static final long PLACE = 0xC011_0002L;

    public Collective {
        targets = List.copyOf(targets);
        members = List.copyOf(members);
        planned = Map.copyOf(planned);
    }

    /** How many members, the first by rank, are to hold a plant at the end of {@code epoch}, counted as the campaign's start is. */
    int due(long epoch) {
        return (int) Math.round(settings.share(epoch) * members.size());
    }

    /**
     * Whether the member at {@code rank} holds a plant at the end of {@code epoch}: one who is due, and was so when that can have
     * come to mind; who plants at all, and has not left for good.
     */
    public boolean holds(int rank, long epoch) {
        var conduct = members.get(rank).conduct();
        return plants(members.get(rank))
                && epoch - settings.start() < conduct.leaves()
                && isDue(rank, epoch)
                && isDue(rank, epoch - conduct.late());
    }

    /**
     * The same where an order ends the campaign: from then on nobody joins, and who holds a plant keeps it, or takes it back by the
     * shares of the campaign's {@code leave}, at once where it has none.
     */
    public boolean holds(int rank, long epoch, Ending ending) {
        var since = epoch - ending.epoch();
        return since < 0
                ? holds(rank, epoch)
                : holds(rank, ending.epoch() - 1L)
                        && epoch - settings.start()
                                < members.get(rank).conduct().leaves()
                        && switch (ending.plants()) {
                            case stay -> true;
                            case back -> !settings.leave().isEmpty() && rank < due(settings.holdsUntil() + since);
                        };
    }

    /** By the campaign's shares; until the end of its hold by the epoch of a file, where that gives one. */
    private boolean isDue(int rank, long epoch) {
        var plant = planned.get(members.get(rank).playlist());
        if (plant == null || plant.epoch().isEmpty()) {
            return rank < due(epoch);
        }
        return epoch >= plant.epoch().getAsLong() && (epoch < settings.holdsUntil() || rank < due(epoch));
    }

    private boolean plants(Member member) {
        return !member.conduct().forgets()
                && (!(settings.strategy() instanceof Strategy.File) || planned.containsKey(member.playlist()));
    }

    /** How many members plant when the collective is whole. */
    public int size() {
        return (int) members.stream().filter(this::plants).count();
    }

    /** The tracks that the target is to be placed next to, ascending, each once. */
    public List<TrackId> anchors() {
        return firstByAnchor().keySet().stream().map(TrackId::new).toList();
    }

    /** Of each of the {@link #anchors}, the place of the first who has it among those who plant, by rank, from 1. */
    public List<Integer> anchorsFrom() {
        return List.copyOf(firstByAnchor().values());
    }

    /** Of each of the {@link #anchors}, how likely the collective takes a training playlist to hold it. */
    public List<Double> estimates() {
        return firstByAnchor().keySet().stream().map(knowledge::estimate).toList();
    }

    /** Who misplaces holds a plant, beside any track; who never plants takes no place. */
    private SortedMap<Integer, Integer> firstByAnchor() {
        var first = new TreeMap<Integer, Integer>();
        var planting = members.stream().filter(this::plants).toList();
        for (var i = 0; i < planting.size(); i++) {
            var place = i + 1;
            if (!planting.get(i).conduct().misplaces()) {
                planting.get(i).anchor().ifPresent(anchor -> first.putIfAbsent(anchor, place));
            }
        }
        return first;
    }

    /**
     * Where {@code member} puts the target into {@code tracks}, the twin's list of their playlist as it is now. An anchor that has
     * left the playlist is chosen anew among what it holds, by the same knowledge; without any, the target goes to the end.
     */
    public Place place(Member member, int[] tracks) {
        return place(member.conduct().misplaces() ? new Strategy.Random() : settings.strategy(), member, tracks);
    }

    private Place place(Strategy strategy, Member member, int[] tracks) {
        return switch (strategy) {
            case Strategy.Anchored anchored -> {
                var planned =
                        member.anchor().isPresent() ? indexOf(member.anchor().getAsInt(), tracks) : Placement.NONE;
                var anchor = planned == Placement.NONE ? Placement.anchor(anchored, tracks, knowledge) : planned;
                yield anchor == Placement.NONE
                        ? Place.afterPredecessor(tracks.length)
                        : Placement.beside(anchored, tracks[anchor], anchor, knowledge);
            }
            case Strategy.Random() ->
                Place.afterPredecessor(Placement.afterAny(tracks.length, chance(member.playlist())));
            case Strategy.RandomFirst(var first) ->
                Place.afterPredecessor(Placement.afterFirst(first, tracks.length, chance(member.playlist())));
            case Strategy.RandomLast(var last) ->
                Place.afterPredecessor(Placement.afterLast(last, tracks.length, chance(member.playlist())));
            case Strategy.File _ -> planned(member, tracks);
            case Strategy.AtTheEnd(), Strategy.Altruistic _ -> Place.afterPredecessor(tracks.length);
            case Strategy.InsertAt(var index) -> Place.afterPredecessor(Math.min(index, tracks.length));
        };
    }

    /** After the track before the file's index, or at that index where it has left, or at the end of what is shorter by then. */
    private Place planned(Member member, int[] tracks) {
        var before = member.anchor().isPresent() ? indexOf(member.anchor().getAsInt(), tracks) : Placement.NONE;
        var plant = planned.get(member.playlist());
        var index = plant == null ? tracks.length : plant.index();
        return Place.afterPredecessor(before == Placement.NONE ? Math.min(index, tracks.length) : before + 1);
    }

    private double chance(PlaylistId playlist) {
        return Hash64.unit(Hash64.of(randomSeed, PLACE, playlist.value()));
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
