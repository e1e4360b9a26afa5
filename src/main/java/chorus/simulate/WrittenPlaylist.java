package chorus.simulate;

import chorus.playlist.Change;
import chorus.playlist.TrackId;
import chorus.simulate.collective.Place;
import chorus.worlds.WorldSet;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * One playlist as its writer has written it: the entries of all worlds in one sequence, of which each world sees its own. It says in
 * which worlds a change happens and where, and numbers the playlist's edits. What it does in a world depends on the entries of
 * that world and of the twin alone, as every place is one beside an entry that the world sees.
 */
final class WrittenPlaylist {
    private static final int TWIN = 0;

    /** Packed, see {@link WrittenEntry}. */
    private final LongArrayList entries = new LongArrayList();

    private long sequence;

    /** A change with the worlds in which it happens. */
    record InWorlds(WorldSet worlds, Change change) {}

    /**
     * Beside which entry a plant is to stand.
     *
     * @param neighbour its position in the sequence; −1 at the very front
     */
    private record Spot(int neighbour, boolean before) {}

    /** The number of the next edit, from 1. */
    long nextSequence() {
        return ++sequence;
    }

    /**
     * Applies an organic change, given in the twin's indices. It happens everywhere; but a track that some worlds hold as a plant
     * comes in the other ones only, and whatever becomes of its entry later happens there alone. An insertion stands directly after
     * its predecessor in the twin, so between a direct anchor and its plant, or directly before its successor, so between a plant and
     * its indirect anchor, as it says.
     */
    InWorlds organic(Change change) {
        return switch (change) {
            case Change.Created _, Change.Deleted _ -> new InWorlds(WorldSet.ALL, change);
            case Change.Inserted(var track, var index, var before) -> {
                var worlds = WorldSet.ALL.without(holding(track));
                var at = before && index < length(TWIN) ? position(index) : after(index);
                entries.add(at, WrittenEntry.organic(track, worlds));
                yield new InWorlds(worlds, change);
            }
            case Change.Removed(var _, var index) ->
                new InWorlds(WrittenEntry.worlds(entries.removeLong(position(index))), change);
            case Change.Moved(var _, var from, var to) -> {
                var entry = entries.removeLong(position(from));
                entries.add(after(to), entry);
                yield new InWorlds(WrittenEntry.worlds(entry), change);
            }
        };
    }

    /** The worlds that hold a track. */
    WorldSet holding(TrackId track) {
        var worlds = WorldSet.NONE;
        for (var i = 0; i < entries.size(); i++) {
            if (WrittenEntry.track(entries.getLong(i)) == track.value()) {
                worlds = worlds.with(WrittenEntry.worlds(entries.getLong(i)));
            }
        }
        return worlds;
    }

    /** The twin's tracks. */
    int[] twin() {
        var tracks = new IntArrayList(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            if (sees(TWIN, i)) {
                tracks.add(WrittenEntry.track(entries.getLong(i)));
            }
        }
        return tracks.toIntArray();
    }

    /**
     * Plants {@code target} in {@code worlds}, none of which holds it: once for all worlds that see the same neighbour.
     *
     * @param campaign its number, from 1
     * @param place in the twin's list
     */
    List<InWorlds> plant(TrackId target, int campaign, WorldSet worlds, Place place) {
        var plants = new ArrayList<InWorlds>();
        for (var left = worlds;
                !left.isEmpty();
                left = left.without(plants.getLast().worlds())) {
            var first = left.lowest();
            var spot = spot(place, first);
            var alike = WorldSet.NONE;
            for (var world = first; world < WorldSet.MOST; world++) {
                if (left.has(world) && spot(place, world).equals(spot)) {
                    alike = alike.with(WorldSet.only(world));
                }
            }
            var index = spot.neighbour < 0 ? 0 : index(first, spot.neighbour) + (spot.before ? 0 : 1);
            var entry = WrittenEntry.plant(target, campaign, alike);
            entries.add(spot.before ? spot.neighbour : spot.neighbour + 1, entry);
            plants.add(new InWorlds(alike, new Change.Inserted(target, index, spot.before)));
        }
        return plants;
    }

    /** Takes back all plants of a campaign. */
    List<InWorlds> uproot(int campaign) {
        var removals = new ArrayList<InWorlds>();
        for (var i = 0; i < entries.size(); ) {
            var entry = entries.getLong(i);
            if (WrittenEntry.campaign(entry) != campaign) {
                i++;
                continue;
            }
            var worlds = WrittenEntry.worlds(entry);
            var track = new TrackId(WrittenEntry.track(entry));
            removals.add(new InWorlds(worlds, new Change.Removed(track, index(worlds.lowest(), i))));
            entries.removeLong(i);
        }
        return removals;
    }

    /**
     * Where a world finds a place of the twin. An entry that it does not see, as it holds a plant of that track, is stood for by
     * the nearest earlier one that it does see, or by the nearest later one where the place is before the entry.
     */
    private Spot spot(Place place, int world) {
        if (!place.beforeSuccessor() || place.index() == length(TWIN)) {
            return new Spot(place.index() == 0 ? -1 : seenUpTo(world, position(place.index() - 1)), false);
        }
        for (var i = position(place.index()); i < entries.size(); i++) {
            if (sees(world, i)) {
                return new Spot(i, true);
            }
        }
        return new Spot(seenUpTo(world, entries.size() - 1), false);
    }

    /** Position of the last entry up to {@code position} that {@code world} sees; −1 if there is none. */
    private int seenUpTo(int world, int position) {
        var i = position;
        while (i >= 0 && !sees(world, i)) {
            i--;
        }
        return i;
    }

    private boolean sees(int world, int position) {
        return WrittenEntry.worlds(entries.getLong(position)).has(world);
    }

    private int length(int world) {
        return index(world, entries.size());
    }

    /** How many entries before {@code position} a world sees. */
    private int index(int world, int position) {
        var index = 0;
        for (var i = 0; i < position; i++) {
            index += sees(world, i) ? 1 : 0;
        }
        return index;
    }

    /** Right after the entry that comes before the twin's {@code index}. */
    private int after(int index) {
        return index == 0 ? 0 : position(index - 1) + 1;
    }

    /** Position of the entry at the twin's {@code index}. */
    private int position(int index) {
        var left = index;
        for (var i = 0; i < entries.size(); i++) {
            if (sees(TWIN, i) && left-- == 0) {
                return i;
            }
        }
        throw new IllegalStateException("index " + index + " of " + length(TWIN) + " in the twin: no such entry");
    }
}
