package chorus.state.edits;

import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.function.Predicate;

/** Which playlists are held out, remembered: an edit asks it several times, and each time it takes a dozen hashes. For one thread. */
final class HeldOutPlaylists implements Predicate<PlaylistId> {
    /** Beyond so many, all are forgotten. */
    private static final int MOST = 1 << 16;

    private static final int UNKNOWN = 0;
    private static final int HELD = 1;
    private static final int COUNTED = 2;

    private final HeldOut rule;
    private final Long2IntOpenHashMap known = new Long2IntOpenHashMap();

    HeldOutPlaylists(HeldOut rule) {
        this.rule = rule;
    }

    @Override
    public boolean test(PlaylistId playlist) {
        var id = playlist.value();
        var held = known.get(id);
        if (held == UNKNOWN) {
            if (known.size() >= MOST) {
                known.clear();
            }
            held = rule.holds(playlist) ? HELD : COUNTED;
            known.put(id, held);
        }
        return held == HELD;
    }
}
