package chorus.simulate.catalog;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/** The artists: an urn of them in each scene, and what has been played by each. */
final class Artists {
    private final List<Urn> urns = new ArrayList<>();
    private final List<IntArrayList> plays = new ArrayList<>();

    Artists(int scenes, double discount, double concentration) {
        for (var scene = 0; scene < scenes; scene++) {
            urns.add(new Urn(discount, concentration));
        }
    }

    /** The artist of a new track of {@code scene}: one of the scene's, or a new one. */
    int draw(int scene, Chance chance) {
        var urn = urns.get(scene);
        int artist;
        if (urn.nextIsNew(chance)) {
            artist = plays.size();
            plays.add(new IntArrayList(2));
        } else {
            artist = urn.old(chance);
        }
        urn.seat(artist);
        return artist;
    }

    void played(int artist, int track) {
        plays.get(artist).add(track);
    }

    int plays(int artist) {
        return plays.get(artist).size();
    }

    /** One play of a track is gone. */
    void unplayed(int artist, int track) {
        var played = plays.get(artist);
        var last = played.size() - 1;
        played.set(played.indexOf(track), played.getInt(last));
        played.removeInt(last);
    }

    /** A track of {@code scene} that nobody holds any more no longer counts for its artist. */
    void lost(int scene, int artist) {
        urns.get(scene).leave(artist);
    }

    /** A uniformly drawn play of the artist; {@link Catalogue#NONE} where there was none. */
    int play(int artist, Chance chance) {
        var played = plays.get(artist);
        return played.isEmpty() ? Catalogue.NONE : played.getInt(chance.below(played.size()));
    }
}
