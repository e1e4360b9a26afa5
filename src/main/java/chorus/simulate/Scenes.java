package chorus.simulate;

import chorus.playlist.TrackId;
import chorus.simulate.collective.KnownPlaylist;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Scenes by their entries in some playlists, the largest first, ties to the lower number. The first of them, as few as hold half of
 * all entries, are big.
 */
final class Scenes {
    private static final int NONE = -1;

    private final List<KnownPlaylist> playlists;
    private final IntUnaryOperator sceneOf;
    private final List<Integer> byEntries;
    private final int big;

    private Scenes(List<KnownPlaylist> playlists, IntUnaryOperator sceneOf) {
        this.playlists = playlists;
        this.sceneOf = sceneOf;
        var entries = new Int2IntOpenHashMap();
        tracks().map(sceneOf).filter(scene -> scene != NONE).forEach(scene -> entries.addTo(scene, 1));
        byEntries = mostFirst(entries);
        var half = entries.values().intStream().asLongStream().sum() / 2.0;
        var held = 0L;
        var first = 0;
        while (held < half) {
            held += entries.get(byEntries.get(first++).intValue());
        }
        big = first;
    }

    /** @param sceneOf scene by track id, −1 where it is of none */
    static Scenes of(List<KnownPlaylist> playlists, IntUnaryOperator sceneOf) {
        return new Scenes(playlists, sceneOf);
    }

    private IntStream tracks() {
        return playlists.stream().flatMapToInt(playlist -> Arrays.stream(playlist.tracks()));
    }

    private static List<Integer> mostFirst(Int2IntMap counts) {
        return counts.int2IntEntrySet().stream()
                .sorted(Comparator.comparingInt((Int2IntMap.Entry entry) -> -entry.getIntValue())
                        .thenComparingInt(Int2IntMap.Entry::getIntKey))
                .map(Int2IntMap.Entry::getIntKey)
                .toList();
    }

    /** How many scenes have an entry. */
    int size() {
        return byEntries.size();
    }

    /** How many are big. */
    int big() {
        return big;
    }

    /**
     * The tracks of a scene, those in most playlists first, ties to the lower id.
     *
     * @param rank from 1
     */
    List<TrackId> tracks(int rank) {
        int scene = byEntries.get(rank - 1);
        var counts = new Int2IntOpenHashMap();
        tracks().filter(track -> sceneOf.applyAsInt(track) == scene).forEach(track -> counts.addTo(track, 1));
        return mostFirst(counts).stream().map(TrackId::new).toList();
    }

    /** The playlists of which a big scene holds more tracks than any other, the lower number on ties; in their order. */
    List<KnownPlaylist> ofBigScenes() {
        Set<Integer> large = new HashSet<>(byEntries.subList(0, big));
        return playlists.stream()
                .filter(playlist -> large.contains(home(playlist)))
                .toList();
    }

    private int home(KnownPlaylist playlist) {
        var counts = new Int2IntOpenHashMap();
        Arrays.stream(playlist.tracks())
                .map(sceneOf)
                .filter(scene -> scene != NONE)
                .forEach(scene -> counts.addTo(scene, 1));
        return counts.isEmpty() ? NONE : mostFirst(counts).getFirst();
    }
}
