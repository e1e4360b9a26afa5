package chorus.verify;

import chorus.playlist.HeldOut.Tests;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.verify.NaivePlaylist.Standing;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One partition of the log, replayed in its own order. Edits of an epoch may stand before the end of an earlier one: what playlists
 * were before each epoch is kept until that epoch is cut.
 */
final class PartitionReplay {
    private final Recount.Rules rules;
    private final Admission admission;
    private final Long2ObjectOpenHashMap<NaivePlaylist> playlists = new Long2ObjectOpenHashMap<>();
    private final Long2LongOpenHashMap epochs = new Long2LongOpenHashMap();
    private final TreeMap<Long, Long2ObjectLinkedOpenHashMap<Standing>> before = new TreeMap<>();
    private final TreeMap<Long, Long> applied = new TreeMap<>();
    private final TreeMap<Long, Long> refused = new TreeMap<>();
    private final Map<String, Long> planted = new HashMap<>();
    private final Map<Long, int[][]> frozen = new HashMap<>();
    private long training;
    private long heldOut;
    private long cut = -1;

    /**
     * How many playlists and edits the partition has seen up to a cut.
     *
     * @param planted training playlists with a plant, by campaign
     */
    record Tally(long training, long heldOut, Map<String, Long> planted, long applied, long refused) {}

    PartitionReplay(Recount.Rules rules) {
        this.rules = rules;
        admission = new Admission(rules.worlds(), rules.known());
    }

    /** The newest epoch of the playlist's edits: what comes of an earlier one is too late. */
    long epochOf(PlaylistId playlist) {
        return epochs.get(playlist.value());
    }

    /** Replays one edit of {@code epoch}. */
    void apply(long epoch, PlaylistEdit edit) {
        var id = edit.playlist().value();
        var playlist = playlists.computeIfAbsent(id, unknown -> new NaivePlaylist());
        if (!playlist.looksAt(edit.sequence())) {
            refuse(epoch);
            return;
        }
        epochs.put(id, epoch);
        before.computeIfAbsent(epoch, later -> new Long2ObjectLinkedOpenHashMap<>())
                .computeIfAbsent(id, untouched -> playlist.standing(rules.worlds()));
        if (playlist.apply(edit, admission)) {
            admission.applied(edit);
            applied.merge(epoch, 1L, Long::sum);
        } else {
            refuse(epoch);
        }
    }

    /** Notes a record that is refused in {@code epoch}. */
    void refuse(long epoch) {
        refused.merge(epoch, 1L, Long::sum);
    }

    /** Brings {@code counts} and the tally up to the end of {@code epoch}. */
    void cut(long epoch, WorldTally counts) {
        cut = epoch;
        var due = before.headMap(epoch, true);
        while (!due.isEmpty()) {
            var changed = due.firstEntry();
            for (var old : changed.getValue().long2ObjectEntrySet()) {
                var id = old.getLongKey();
                exchange(new PlaylistId(id), old.getValue(), standing(id, changed.getKey()), counts);
            }
            due.remove(changed.getKey());
        }
        planted.values().removeIf(holders -> holders == 0);
    }

    private void exchange(PlaylistId playlist, Standing old, Standing now, WorldTally counts) {
        if (rules.heldOut().holds(playlist)) {
            heldOut += lives(now) - lives(old);
            freeze(playlist, now);
        } else {
            count(old, -1, counts);
            count(now, 1, counts);
        }
    }

    /** Keeps what a playlist holds at the first cut at which it is a test. */
    private void freeze(PlaylistId playlist, Standing now) {
        if (rules.heldOut().tests() == Tests.frozen
                && now.live()
                && rules.heldOut().isTest(playlist, now.views()[0].length)) {
            frozen.putIfAbsent(playlist.value(), now.views());
        }
    }

    private void count(Standing standing, int times, WorldTally counts) {
        counts.add(standing.views(), times);
        training += times * lives(standing);
        standing.campaigns().forEach(campaign -> planted.merge(campaign, (long) times, Long::sum));
    }

    private static long lives(Standing standing) {
        return standing.live() ? 1 : 0;
    }

    /** What a playlist is at the end of {@code epoch}: what it was before the next one that touched it, if any did. */
    private Standing standing(long id, long epoch) {
        for (var later : before.tailMap(epoch, false).values()) {
            if (later.containsKey(id)) {
                return later.get(id);
            }
        }
        return playlists.get(id).standing(rules.worlds());
    }

    /** As of the last cut. */
    Tally tally() {
        return new Tally(training, heldOut, Map.copyOf(planted), upToTheCut(applied), upToTheCut(refused));
    }

    private long upToTheCut(NavigableMap<Long, Long> byEpoch) {
        return byEpoch.headMap(cut, true).values().stream().mapToLong(n -> n).sum();
    }

    /** Adds the views of the held-out playlists that exist at the last cut, or are frozen, to {@code views}, by id. */
    void heldOut(Map<Long, int[][]> views) {
        playlists
                .keySet()
                .longStream()
                .filter(id -> rules.heldOut().holds(new PlaylistId(id)))
                .forEach(id -> {
                    var standing = standing(id, cut);
                    if (standing.live()) {
                        views.put(id, standing.views());
                    }
                });
        views.putAll(frozen);
    }
}
