package chorus.simulate.listeners;

import chorus.simulate.catalog.Affinity;
import chorus.simulate.catalog.Catalogue;

/**
 * Where a track fits into a playlist that is not empty: a place is chosen in proportion to how likely the listener would have come to this order of
 * tracks. A place is the index that the track would have, 0…length, and its scene is that of the track before it, at the front of the
 * one behind it.
 */
record Places(Curated playlist, Affinity affinity) {
    static final int NOWHERE = -1;

    static int scene(Curated playlist, int place) {
        return playlist.scene(Math.max(0, place - 1));
    }

    /**
     * The place of a track that the playlist does not hold.
     *
     * @param not a place that is not to be chosen, or {@link #NOWHERE}
     * @param chance uniform in [0, 1)
     */
    int draw(int track, int not, double chance) {
        var upTo = new double[playlist.size() + 1];
        var sum = 0.0;
        for (var place = 0; place < upTo.length; place++) {
            sum += place == not ? 0 : weight(track, place);
            upTo[place] = sum;
        }
        var point = chance * sum;
        var place = 0;
        while (upTo[place] <= point) {
            place++;
        }
        return place;
    }

    private double weight(int track, int place) {
        var tracks = playlist.tracks();
        var before = place == 0 ? Catalogue.NONE : tracks.getInt(place - 1);
        var weight = affinity.of(track, before, scene(playlist, place));
        if (place == tracks.size()) {
            return weight;
        }
        var after = tracks.getInt(place);
        var scene = playlist.scene(place);
        return weight * affinity.of(after, track, scene) / affinity.of(after, before, scene);
    }
}
