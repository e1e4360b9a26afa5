package chorus.explore;

import chorus.explore.Answer.Named;
import chorus.explore.Found.Hit;
import chorus.recommend.WorldCounts;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.Locale;

/**
 * The tracks of a shelf's twin by how many training playlists hold them.
 *
 * @param ids of all that any holds, the most frequent first; of equals the lower id
 */
record Popular(Shelf shelf, int[] ids, int[] playlists) {
    private static final int MOST = 12;

    static Popular of(Shelf shelf) {
        return of(
                shelf,
                shelf.cut().side(shelf.cut().worlds().twin()).training().get().counts());
    }

    private static Popular of(Shelf shelf, WorldCounts counts) {
        var bound = counts.trackCounts().length;
        var ids = new int[bound];
        var held = 0;
        for (var id = 0; id < bound; id++) {
            if (counts.count(id) > 0) {
                ids[held++] = id;
            }
        }
        IntArrays.quickSort(
                ids,
                0,
                held,
                (a, b) -> counts.count(a) == counts.count(b)
                        ? Integer.compare(a, b)
                        : Integer.compare(counts.count(b), counts.count(a)));
        var sorted = IntArrays.trim(ids, held);
        var playlists = new int[held];
        for (var i = 0; i < held; i++) {
            playlists[i] = counts.count(sorted[i]);
        }
        return new Popular(shelf, sorted, playlists);
    }

    Found find(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Hit>();
        for (var i = 0; i < ids.length && found.size() < MOST; i++) {
            var named = Named.of(ids[i], shelf.catalogue());
            if (has(named.title(), wanted) || has(named.artist(), wanted) || has(named.uri(), wanted)) {
                found.add(new Hit(named, playlists[i], i + 1));
            }
        }
        return new Found(shelf.generation(), found);
    }

    private static boolean has(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
