package chorus.simulate.listeners;

import chorus.config.SimulateSettings;
import chorus.playlist.Change;
import chorus.playlist.Hash64;
import chorus.playlist.TrackId;
import chorus.simulate.catalog.Catalogue;
import java.util.List;

/** Edits of one listener close in event time, added to {@code edits} one by one. */
final class Session {
    private static final double INSERTING = 0.4;
    private static final double REMOVING = 0.8;

    private final List<OrganicEdit> edits;
    private long time;

    Session(List<OrganicEdit> edits, long start) {
        this.edits = edits;
        time = start;
    }

    /** One insertion, removal or move, chosen by {@code hash}; a playlist within its bounds of length stays there. */
    void edit(Curated playlist, SimulateSettings.Listeners bounds, long hash) {
        var kind = Hash64.unit(hash);
        var size = playlist.tracks().size();
        var place = Hash64.of(hash, 1);
        if (size < 2 || inserts(kind, size, bounds)) {
            insert(playlist, place);
        } else if (kind < REMOVING) {
            remove(playlist, place);
        } else {
            move(playlist, place, Hash64.of(hash, 2));
        }
    }

    private static boolean inserts(double kind, int size, SimulateSettings.Listeners bounds) {
        return kind < INSERTING ? size < bounds.longest() : kind < REMOVING && size <= bounds.shortest();
    }

    private void insert(Curated playlist, long place) {
        var tracks = playlist.tracks();
        var index = below(place, tracks.size() + 1);
        var last = index == 0 ? Catalogue.NONE : tracks.getInt(index - 1);
        apply(playlist, new Change.Inserted(new TrackId(playlist.listener().next(tracks, last)), index));
    }

    private void remove(Curated playlist, long place) {
        var index = below(place, playlist.tracks().size());
        apply(playlist, new Change.Removed(track(playlist, index), index));
    }

    private void move(Curated playlist, long place, long distance) {
        var size = playlist.tracks().size();
        var from = below(place, size);
        var to = (from + 1 + below(distance, size - 1)) % size;
        apply(playlist, new Change.Moved(track(playlist, from), from, to));
    }

    void delete(Curated playlist) {
        apply(playlist, new Change.Deleted());
    }

    void create(Curated playlist) {
        edits.addAll(OrganicEdit.founding(playlist.id(), playlist.tracks().toIntArray(), time));
    }

    private void apply(Curated playlist, Change change) {
        var edit = new OrganicEdit(playlist.id(), time, change);
        edit.applyTo(playlist.tracks());
        edits.add(edit);
        time += Calendar.PAUSE;
    }

    private static TrackId track(Curated playlist, int index) {
        return new TrackId(playlist.tracks().getInt(index));
    }

    private static int below(long hash, int bound) {
        return (int) (Hash64.unit(hash) * bound);
    }
}
