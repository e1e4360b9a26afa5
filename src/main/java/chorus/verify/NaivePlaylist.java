package chorus.verify;

import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One playlist replayed in the plainest way: a list of tracks, each with its worlds and campaign, and the last sequence number. */
final class NaivePlaylist {
    private enum Life {
        UNKNOWN,
        LIVE,
        DELETED
    }

    private record Placed(
            int track, WorldSet worlds, @Nullable String campaign) {}

    /**
     * What a playlist is at some moment.
     *
     * @param views tracks in order, by the world that sees them; the twin's own array where a world sees the same
     * @param campaigns those that have a plant in it
     */
    record Standing(boolean live, int[][] views, Set<String> campaigns) {}

    private final List<Placed> entries = new ArrayList<>();
    private Life life = Life.UNKNOWN;
    private long lastSequence;

    boolean live() {
        return life == Life.LIVE;
    }

    /** The tracks that a world sees, in order. */
    int[] view(int world) {
        return entries.stream()
                .filter(entry -> entry.worlds().has(world))
                .mapToInt(Placed::track)
                .toArray();
    }

    /** @param worlds how many the run has */
    Standing standing(int worlds) {
        var views = new int[worlds][];
        for (var world = 0; world < worlds; world++) {
            var own = view(world);
            views[world] = world > 0 && Arrays.equals(own, views[0]) ? views[0] : own;
        }
        var campaigns = new HashSet<String>();
        for (var entry : entries) {
            if (entry.campaign() != null) {
                campaigns.add(entry.campaign());
            }
        }
        return new Standing(live(), views, campaigns);
    }

    /** Whether an edit of this number is looked at: a repeated one and one far behind a gap are not, and change nothing at all. */
    boolean looksAt(long sequence) {
        return sequence > lastSequence && sequence - lastSequence <= PlaylistEdit.LONGEST_GAP;
    }

    /**
     * Applies an edit, or refuses it.
     *
     * @return whether it was applied
     */
    boolean apply(PlaylistEdit edit, Admission admission) {
        if (!looksAt(edit.sequence())) {
            return false;
        }
        var gap = edit.sequence() > lastSequence + 1;
        lastSequence = edit.sequence();
        return !gap && admission.admits(edit) && change(edit);
    }

    private boolean change(PlaylistEdit edit) {
        var worlds = edit.worlds();
        if (edit.change() instanceof Change.Created) {
            return create(worlds);
        }
        if (life != Life.LIVE) {
            return false;
        }
        return switch (edit.change()) {
            case Change.Created() -> false;
            case Change.Inserted inserted ->
                insert(new Placed(inserted.track().value(), worlds, edit.campaign()), inserted);
            case Change.Removed(var track, var index) -> remove(track.value(), worlds, index);
            case Change.Moved(var track, var from, var to) -> move(find(track.value(), worlds, from), worlds, to);
            case Change.Deleted() -> delete(worlds);
        };
    }

    private boolean create(WorldSet worlds) {
        if (life != Life.UNKNOWN || !worlds.isAll()) {
            return false;
        }
        life = Life.LIVE;
        return true;
    }

    private boolean delete(WorldSet worlds) {
        if (!worlds.isAll()) {
            return false;
        }
        life = Life.DELETED;
        entries.clear();
        return true;
    }

    private boolean insert(Placed placed, Change.Inserted where) {
        var seen = seen(placed.worlds());
        var index = where.index();
        var held = entries.stream()
                .anyMatch(entry ->
                        entry.track() == placed.track() && entry.worlds().meets(placed.worlds()));
        if (held || entries.size() >= PlaylistEdit.MOST_ENTRIES || index < 0 || index > seen.size()) {
            return false;
        }
        var beforeSuccessor = where.beforeSuccessor() && index < seen.size();
        entries.add(beforeSuccessor ? seen.get(index) : afterPredecessor(seen, index), placed);
        return true;
    }

    private boolean remove(int track, WorldSet worlds, int index) {
        var position = find(track, worlds, index);
        if (position < 0) {
            return false;
        }
        entries.remove(position);
        return true;
    }

    /** @param position of what moves; negative where it is not there */
    private boolean move(int position, WorldSet worlds, int to) {
        if (position < 0 || to < 0 || to >= seen(worlds).size()) {
            return false;
        }
        var moved = entries.remove(position);
        entries.add(afterPredecessor(seen(worlds), to), moved);
        return true;
    }

    /** Where the entry at {@code index} stands in the sequence; −1 where it is another than the edit names. */
    private int find(int track, WorldSet worlds, int index) {
        var seen = seen(worlds);
        if (index < 0 || index >= seen.size()) {
            return -1;
        }
        var there = entries.get(seen.get(index));
        return there.track() == track && there.worlds().equals(worlds) ? seen.get(index) : -1;
    }

    private static int afterPredecessor(List<Integer> seen, int index) {
        return index == 0 ? 0 : seen.get(index - 1) + 1;
    }

    /** Where in the sequence the entries stand that an edit of these worlds counts. */
    private List<Integer> seen(WorldSet worlds) {
        var places = new ArrayList<Integer>();
        for (var i = 0; i < entries.size(); i++) {
            if (entries.get(i).worlds().has(worlds.lowest())) {
                places.add(i);
            }
        }
        return places;
    }
}
