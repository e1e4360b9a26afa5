package chorus.simulate.listeners;

import chorus.config.SimulateSettings;
import chorus.playlist.PlaylistId;
import chorus.simulate.catalog.Catalogue;
import chorus.simulate.catalog.Chance;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * All playlists of a simulation and their listeners while the plan is drawn. The urns are sequential by nature, so there is one
 * community a plan, and every writer draws the whole of it.
 */
public final class Community {
    private final SimulateSettings settings;
    private final Chance chance;
    private final Catalogue catalogue;
    private final TreeMap<Long, Curated> playlists = new TreeMap<>();
    private long nextId;

    public Community(SimulateSettings settings, long randomSeed) {
        this.settings = settings;
        chance = new Chance(randomSeed);
        catalogue = new Catalogue(settings.catalogue(), chance);
    }

    /** Draws the contents of the first {@code simulate.playlists} playlists. */
    public void fill() {
        for (var i = 0; i < settings.playlists(); i++) {
            add(found(Listener.length(settings.listeners(), chance)));
        }
    }

    /** A new playlist of {@code length} tracks, not yet one of {@link #playlists}. */
    Curated found(int length) {
        var listener = new Listener(settings, catalogue, chance);
        var tracks = new IntArrayList(length);
        var last = Catalogue.NONE;
        while (tracks.size() < length) {
            last = listener.next(tracks, last);
            tracks.add(last);
        }
        return new Curated(new PlaylistId(nextId++), listener, tracks);
    }

    void add(Curated playlist) {
        playlists.put(playlist.id().value(), playlist);
    }

    void remove(Curated playlist) {
        playlists.remove(playlist.id().value());
    }

    Collection<Curated> playlists() {
        return playlists.values();
    }

    /** Entries of all playlists together. */
    long entries() {
        return playlists.values().stream().mapToLong(p -> p.tracks().size()).sum();
    }

    long nextId() {
        return nextId;
    }

    SimulateSettings settings() {
        return settings;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Gives every playlist and a copy of its contents, ascending by id. */
    public void forEach(BiConsumer<PlaylistId, int[]> consumer) {
        playlists.values().forEach(p -> consumer.accept(p.id(), p.tracks().toIntArray()));
    }
}
