package chorus.simulate;

import chorus.playlist.Change;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * One playlist as its writer sees it: the entries of both worlds in one sequence, which is the factual view, since only plants
 * are of one world. It finds the factual index of a counterfactual one and numbers the playlist's edits.
 */
final class FactualOrder {
    /** Tracks by id; a plant is kept as the complement of its id. */
    private final IntArrayList entries = new IntArrayList();

    private long sequence;

    /** The number of the next edit, from 1. */
    long nextSequence() {
        return ++sequence;
    }

    /** Applies an organic change, given in counterfactual indices, and returns it in factual ones. */
    Change apply(Change organic) {
        return switch (organic) {
            case Change.Created created -> created;
            case Change.Deleted deleted -> deleted;
            case Change.Inserted(var track, var index) -> {
                var place = after(index);
                entries.add(place, track.value());
                yield new Change.Inserted(track, place);
            }
            case Change.Removed(var track, var index) -> {
                var place = place(index);
                entries.removeInt(place);
                yield new Change.Removed(track, place);
            }
            case Change.Moved(var track, var from, var to) -> {
                var place = place(from);
                entries.removeInt(place);
                var target = after(to);
                entries.add(target, track.value());
                yield new Change.Moved(track, place, target);
            }
        };
    }

    Change plant(TrackId target, int index) {
        entries.add(index, ~target.value());
        return new Change.Inserted(target, index);
    }

    Change uproot(TrackId target) {
        var index = entries.indexOf(~target.value());
        entries.removeInt(index);
        return new Change.Removed(target, index);
    }

    boolean holdsPlant(TrackId target) {
        return entries.contains(~target.value());
    }

    /** The factual view's tracks, plants included. */
    int[] tracks() {
        var tracks = entries.toIntArray();
        for (var i = 0; i < tracks.length; i++) {
            tracks[i] = tracks[i] < 0 ? ~tracks[i] : tracks[i];
        }
        return tracks;
    }

    /** Right after the entry that comes before the counterfactual {@code index}. */
    private int after(int index) {
        return index == 0 ? 0 : place(index - 1) + 1;
    }

    /** The factual index of the entry at the counterfactual {@code index}. */
    private int place(int index) {
        var left = index;
        for (var place = 0; place < entries.size(); place++) {
            if (entries.getInt(place) >= 0 && left-- == 0) {
                return place;
            }
        }
        throw new IllegalStateException("index " + index + " of " + entries + ": no such entry");
    }
}
