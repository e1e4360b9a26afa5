package chorus.simulate.listeners;

import chorus.config.SimulateSettings;
import chorus.simulate.catalog.Catalogue;
import chorus.simulate.catalog.Chance;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;

/** The owner of a playlist: one to three genres of taste, and a sticky scene from which the next track mostly comes. */
final class Listener {
    private static final double ONE_GENRE = 0.55;
    private static final double TWO_GENRES = 0.88;

    private final SimulateSettings.Listeners settings;
    private final Catalogue catalogue;
    private final Chance chance;
    private final int[] genres;
    private int genre;
    private int scene;

    Listener(SimulateSettings settings, Catalogue catalogue, Chance chance) {
        this.settings = settings.listeners();
        this.catalogue = catalogue;
        this.chance = chance;
        var roll = chance.unit();
        var breadth = roll < ONE_GENRE ? 1 : roll < TWO_GENRES ? 2 : 3;
        genres = genres(Math.min(breadth, settings.catalogue().genres()));
        genre = genres[0];
        scene = catalogue.scene(genre);
    }

    private int[] genres(int count) {
        var distinct = new IntArrayList(count);
        while (distinct.size() < count) {
            var drawn = catalogue.genre();
            if (!distinct.contains(drawn)) {
                distinct.add(drawn);
            }
        }
        return distinct.toIntArray();
    }

    /** The scene in which the listener is. */
    int scene() {
        return scene;
    }

    /** Comes back to a scene. */
    void settle(int there) {
        scene = there;
        genre = catalogue.genreOf(there);
    }

    /**
     * The next track for a playlist that holds {@code held}: in the same scene, or in another one to which the listener goes.
     *
     * @param last the track before it; {@link Catalogue#NONE} at the front
     */
    int next(IntList held, int last) {
        if (!held.isEmpty() && chance.unit() >= settings.stay()) {
            wander();
        }
        return another(held, last);
    }

    /** A track for the scene in which the listener is. */
    int another(IntList held, int last) {
        var track = catalogue.hit(held);
        if (track == Catalogue.NONE && last != Catalogue.NONE && chance.unit() < settings.artistRun()) {
            track = catalogue.sameArtist(last, held);
        }
        return track == Catalogue.NONE ? catalogue.ofScene(sceneOfSlot(), held) : track;
    }

    private void wander() {
        if (genres.length > 1 && chance.unit() < settings.genreSwitch()) {
            genre = genres[chance.below(genres.length)];
        }
        scene = catalogue.scene(genre);
    }

    private int sceneOfSlot() {
        return chance.unit() < settings.noise() ? catalogue.scene(catalogue.genre()) : scene;
    }
}
