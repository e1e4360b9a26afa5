package chorus.verify;

import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.World;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The naive recount: replays all playlists, and at each cut counts the whole lists of those that changed since the cut before,
 * after taking off what their old lists had counted. Held-out playlists are replayed and never counted.
 */
final class Recount {
    private final HeldOut heldOut;
    private final IntPredicate known;
    private final Long2ObjectOpenHashMap<NaivePlaylist> playlists = new Long2ObjectOpenHashMap<>();
    private final Long2ObjectLinkedOpenHashMap<WorldTally.Lists> before = new Long2ObjectLinkedOpenHashMap<>();
    private final WorldTally counts;
    private final PartitionTally[] tallies;

    /** How many playlists and edits one partition of the log has seen. */
    static final class PartitionTally {
        long training;
        long heldOut;
        long applied;
        long refused;
    }

    Recount(int window, HeldOut heldOut, int partitions, IntPredicate known) {
        this.heldOut = heldOut;
        this.known = known;
        counts = new WorldTally(window);
        tallies = new PartitionTally[partitions];
        Arrays.setAll(tallies, p -> new PartitionTally());
    }

    /** Replays one edit of the log's {@code partition}. */
    void apply(int partition, PlaylistEdit edit) {
        var id = edit.playlist().value();
        var playlist = playlist(id);
        var test = heldOut.holds(edit.playlist());
        if (!test && !before.containsKey(id)) {
            before.put(id, lists(playlist));
        }
        var lived = playlist.live();
        var tally = tallies[partition];
        if (!playlist.apply(edit, known)) {
            tally.refused++;
            return;
        }
        tally.applied++;
        var born = (playlist.live() ? 1 : 0) - (lived ? 1 : 0);
        tally.heldOut += test ? born : 0;
        tally.training += test ? 0 : born;
    }

    private NaivePlaylist playlist(long id) {
        return playlists.computeIfAbsent(id, unknown -> new NaivePlaylist());
    }

    /** Notes a record of {@code partition} that is no edit. */
    void refuse(int partition) {
        tallies[partition].refused++;
    }

    /** Brings the counts up to what has been replayed. */
    WorldTally cut() {
        for (var changed : before.long2ObjectEntrySet()) {
            counts.add(changed.getValue(), -1);
            counts.add(lists(playlist(changed.getLongKey())), 1);
        }
        before.clear();
        return counts;
    }

    PartitionTally tally(int partition) {
        return tallies[partition];
    }

    /** The held-out playlists that exist, by id. */
    Map<Long, WorldTally.Lists> heldOutPlaylists() {
        var tests = new TreeMap<Long, WorldTally.Lists>();
        playlists.forEach((id, playlist) -> {
            if (playlist.live() && heldOut.holds(new PlaylistId(id))) {
                tests.put(id, lists(playlist));
            }
        });
        return tests;
    }

    private static WorldTally.Lists lists(NaivePlaylist playlist) {
        return new WorldTally.Lists(playlist.view(World.FACTUAL), playlist.view(World.COUNTERFACTUAL));
    }
}
