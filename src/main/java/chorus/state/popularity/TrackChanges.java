package chorus.state.popularity;

import chorus.playlist.World;
import chorus.state.cooccurrence.Deltas.TrackChange;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;

/** Changes of tracks' counts (playlists that hold the track) that wait to be merged, by track and world. */
public final class TrackChanges implements TrackChange {
    private final Int2LongOpenHashMap changes = new Int2LongOpenHashMap();

    /** Receives a track's summed change in both worlds. */
    public interface Change {
        void accept(int track, int factual, int counterfactual);
    }

    @Override
    public void accept(int track, int count, World world) {
        add(track, world == World.COUNTERFACTUAL ? 0 : count, world == World.FACTUAL ? 0 : count);
    }

    /** Adds a change by its one-byte {@link chorus.state.cooccurrence.Deltas#trackCode}. */
    public void add(int track, byte code) {
        accept(track, code % 3 - 1, World.of(code / 3));
    }

    public void add(int track, int factual, int counterfactual) {
        changes.put(track, plus(changes.get(track), factual, counterfactual));
    }

    public void forEach(Change change) {
        changes.int2LongEntrySet().fastForEach(entry -> {
            var packed = entry.getLongValue();
            change.accept(entry.getIntKey(), factual(packed), counterfactual(packed));
        });
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public void clear() {
        changes.clear();
    }

    /** Two counts in one {@code long}: the factual one in the high half. */
    public static long pack(int factual, int counterfactual) {
        return (long) factual << 32 | counterfactual & 0xFFFF_FFFFL;
    }

    public static long plus(long packed, int factual, int counterfactual) {
        return pack(factual(packed) + factual, counterfactual(packed) + counterfactual);
    }

    public static int factual(long packed) {
        return (int) (packed >> 32);
    }

    public static int counterfactual(long packed) {
        return (int) packed;
    }
}
