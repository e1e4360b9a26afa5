package chorus.verify;

import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** One playlist replayed in the plainest way: a list of tracks, each with its world, and the last sequence number. */
final class NaivePlaylist {
    private enum Life {
        UNKNOWN,
        LIVE,
        DELETED
    }

    private record Placed(int track, World world) {}

    private final List<Placed> entries = new ArrayList<>();
    private Life life = Life.UNKNOWN;
    private long lastSequence;

    boolean live() {
        return life == Life.LIVE;
    }

    /** The tracks that {@code view} sees, in order. */
    int[] view(World view) {
        return entries.stream()
                .filter(entry -> entry.world().seenIn(view))
                .mapToInt(Placed::track)
                .toArray();
    }

    /**
     * Applies an edit, or refuses it.
     *
     * @param known which track ids the topic {@code tracks} names
     * @return whether it was applied
     */
    boolean apply(PlaylistEdit edit, IntPredicate known) {
        if (edit.sequence() <= lastSequence) {
            return false;
        }
        var gap = edit.sequence() > lastSequence + 1;
        lastSequence = edit.sequence();
        return !gap && change(edit.change(), edit.world(), known);
    }

    private boolean change(Change change, World world, IntPredicate known) {
        if (change instanceof Change.Created) {
            return create(world);
        }
        if (life != Life.LIVE) {
            return false;
        }
        return switch (change) {
            case Change.Created() -> false;
            case Change.Inserted(var track, var index) ->
                known.test(track.value()) && insert(new Placed(track.value(), world), index);
            case Change.Removed(var track, var index) -> remove(new Placed(track.value(), world), index);
            case Change.Moved(var track, var from, var to) -> move(new Placed(track.value(), world), from, to);
            case Change.Deleted() -> delete(world);
        };
    }

    private boolean create(World world) {
        if (life != Life.UNKNOWN || world != World.BOTH) {
            return false;
        }
        life = Life.LIVE;
        return true;
    }

    private boolean delete(World world) {
        if (world != World.BOTH) {
            return false;
        }
        life = Life.DELETED;
        entries.clear();
        return true;
    }

    private boolean insert(Placed placed, int index) {
        var seen = places(placed.world());
        var held = entries.stream().anyMatch(entry -> entry.track() == placed.track() && meet(entry, placed));
        if (held || index < 0 || index > seen.size()) {
            return false;
        }
        entries.add(index == 0 ? 0 : seen.get(index - 1) + 1, placed);
        return true;
    }

    private boolean remove(Placed named, int index) {
        var seen = places(named.world());
        if (index < 0 || index >= seen.size() || !entries.get(seen.get(index)).equals(named)) {
            return false;
        }
        entries.remove((int) seen.get(index));
        return true;
    }

    private boolean move(Placed named, int from, int to) {
        if (to < 0 || to >= places(named.world()).size() || !remove(named, from)) {
            return false;
        }
        var left = places(named.world());
        entries.add(to == 0 ? 0 : left.get(to - 1) + 1, named);
        return true;
    }

    /** Where in the sequence the entries stand that an edit of {@code world} counts. */
    private List<Integer> places(World world) {
        var places = new ArrayList<Integer>();
        for (var i = 0; i < entries.size(); i++) {
            if (entries.get(i).world().seenIn(world.view())) {
                places.add(i);
            }
        }
        return places;
    }

    private static boolean meet(Placed a, Placed b) {
        return a.world() == World.BOTH || b.world() == World.BOTH || a.world() == b.world();
    }
}
