package chorus.simulate.listeners;

import chorus.config.SimulateSettings;
import chorus.playlist.PlaylistId;
import chorus.simulate.catalog.Affinity;
import chorus.simulate.catalog.Catalogue;
import chorus.simulate.catalog.Chance;
import java.util.Collection;
import java.util.Objects;
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
    private final Lengths lengths;
    private final TreeMap<Long, Curated> playlists = new TreeMap<>();
    private long nextId;

    public Community(SimulateSettings settings, long randomSeed) {
        this.settings = settings;
        chance = new Chance(randomSeed);
        catalogue = new Catalogue(settings.catalogue(), chance);
        lengths = new Lengths(settings.listeners());
    }

    /** Draws the contents of the first {@code simulate.playlists} playlists. */
    public void fill() {
        for (var i = 0; i < settings.playlists(); i++) {
            add(found(newId(), lengths.draw(chance)));
        }
    }

    /** A new playlist of {@code length} tracks, not yet one of {@link #playlists}. */
    Curated found(PlaylistId id, int length) {
        var listener = new Listener(settings, catalogue, chance);
        var playlist = new Curated(id, listener);
        while (playlist.size() < length) {
            var track = listener.next(playlist.tracks(), playlist.last());
            playlist.put(playlist.size(), track, listener.scene());
        }
        return playlist;
    }

    /** The id of the next playlist to be founded. */
    PlaylistId newId() {
        return new PlaylistId(nextId++);
    }

    void add(Curated playlist) {
        playlists.put(playlist.id().value(), playlist);
    }

    /** A playlist is gone with its entries. */
    void remove(Curated playlist) {
        playlist.tracks().forEach(catalogue::leave);
        playlists.remove(playlist.id().value());
    }

    Curated playlist(long id) {
        return Objects.requireNonNull(playlists.get(id), () -> "playlist " + id);
    }

    Collection<Curated> playlists() {
        return playlists.values();
    }

    /** Entries of all playlists together. */
    long entries() {
        return playlists.values().stream().mapToLong(p -> p.tracks().size()).sum();
    }

    Affinity affinity(Curated playlist) {
        return new Affinity(catalogue, settings.listeners(), playlist.tracks());
    }

    Lengths lengths() {
        return lengths;
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
