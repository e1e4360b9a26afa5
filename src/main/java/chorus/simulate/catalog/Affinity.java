package chorus.simulate.catalog;

import chorus.config.SimulateSettings;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;

/**
 * How likely a listener comes to a track in one playlist: the generator's own probability, but for a factor that the track has
 * everywhere. With a of artistRun and n of noise, p plays of its artist but for those of the playlist's other tracks, and its scene's
 * urn of m entries and share q of all draws: a/p where the track before is by the same artist, and (1 − a)·((1 − n)·[in its scene] + n·q)/m.
 */
public final class Affinity {
    /** Nothing is impossible: lists may hold what no listener would come to. */
    private static final double LEAST = 1e-12;

    private final Catalogue catalogue;
    private final SimulateSettings.Listeners listeners;
    private final Int2IntOpenHashMap held = new Int2IntOpenHashMap();

    /** @param tracks what the playlist holds */
    public Affinity(Catalogue catalogue, SimulateSettings.Listeners listeners, IntList tracks) {
        this.catalogue = catalogue;
        this.listeners = listeners;
        for (var i = 0; i < tracks.size(); i++) {
            var track = tracks.getInt(i);
            held.addTo(catalogue.artist(track), catalogue.entries(track));
        }
    }

    /**
     * Of a track that the playlist holds, or is to hold, in a slot of {@code scene}. A hit, which is drawn whatever the scene, fits
     * anywhere alike.
     *
     * @param before the track before it; {@link Catalogue#NONE} at the front
     */
    public double of(int track, int before, int scene) {
        var entries = catalogue.entries(track);
        if (entries == 0) {
            return 1;
        }
        var run = before == Catalogue.NONE ? 0 : listeners.artistRun();
        var artist = catalogue.artist(track);
        var same = run > 0 && catalogue.artist(before) == artist
                ? run / Math.max(entries, catalogue.plays(artist) - held.get(artist) + entries)
                : 0;
        var own = catalogue.isOfScene(track, scene) ? 1 - listeners.noise() : 0;
        var drawn = own + listeners.noise() * catalogue.shareOfScene(track);
        return Math.max(LEAST, same + (1 - run) * drawn / catalogue.entriesOfScene(track));
    }
}
