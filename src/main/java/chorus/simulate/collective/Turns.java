package chorus.simulate.collective;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * In which turn a track becomes an anchor of greedy InClust, from 0: the most frequent track among the playlists that have no
 * anchor yet, the lower id on ties, becomes that of all that hold it; then the next among those that are left. So the anchor of a
 * playlist is the track of it whose turn comes first.
 */
final class Turns {
    private static final int NOBODY = -1;

    private final Int2IntMap counts = new Int2IntOpenHashMap();
    private final Int2IntMap turns = new Int2IntOpenHashMap();

    private Turns() {}

    /** @param targets no anchors */
    static Int2IntMap of(List<KnownPlaylist> own, IntSet targets) {
        var all = new Turns();
        own.forEach(playlist -> all.count(playlist, targets, 1));
        var left = own;
        for (var anchor = all.mostFrequent(); anchor != NOBODY; anchor = all.mostFrequent()) {
            all.turns.put(anchor, all.turns.size());
            left = all.without(anchor, left, targets);
        }
        return all.turns;
    }

    /** Those of {@code left} that do not hold the anchor; the others are not counted any more. */
    private List<KnownPlaylist> without(int anchor, List<KnownPlaylist> left, IntSet targets) {
        var rest = new ArrayList<KnownPlaylist>();
        for (var playlist : left) {
            if (Arrays.stream(playlist.tracks()).anyMatch(track -> track == anchor)) {
                count(playlist, targets, -1);
            } else {
                rest.add(playlist);
            }
        }
        return rest;
    }

    private void count(KnownPlaylist playlist, IntSet targets, int by) {
        for (var track : playlist.tracks()) {
            if (!targets.contains(track)) {
                counts.put(track, counts.getOrDefault(track, 0) + by);
            }
        }
    }

    private int mostFrequent() {
        var most = NOBODY;
        var playlists = 0;
        for (var entry : counts.int2IntEntrySet()) {
            var count = entry.getIntValue();
            if (count > playlists || count == playlists && count > 0 && entry.getIntKey() < most) {
                most = entry.getIntKey();
                playlists = count;
            }
        }
        return most;
    }
}
