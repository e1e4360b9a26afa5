package chorus.simulate.listeners;

import chorus.playlist.PlaylistId;
import chorus.simulate.catalog.Catalogue;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * A playlist while its plan is drawn: its contents in the twin and the listener who owns it.
 *
 * @param scenes for each track the scene in which the listener was when it came to its place; the track may be of another one
 */
record Curated(PlaylistId id, Listener listener, IntArrayList tracks, IntArrayList scenes) {
    Curated(PlaylistId id, Listener listener) {
        this(id, listener, new IntArrayList(), new IntArrayList());
    }

    int size() {
        return tracks.size();
    }

    int scene(int index) {
        return scenes.getInt(index);
    }

    /** {@link Catalogue#NONE} where there is none. */
    int last() {
        return tracks.isEmpty() ? Catalogue.NONE : tracks.getInt(size() - 1);
    }

    void put(int index, int track, int scene) {
        tracks.add(index, track);
        scenes.add(index, scene);
    }

    int take(int index) {
        scenes.removeInt(index);
        return tracks.removeInt(index);
    }
}
