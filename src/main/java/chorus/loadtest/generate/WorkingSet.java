package chorus.loadtest.generate;

import chorus.epochs.EpochGate;
import chorus.hash.Hash64;
import chorus.loadtest.workload.Workload;
import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.worlds.WorldSet;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One generator's playlists and the edits drawn on them: every edit applies, lengths stay within their bounds, tracks are
 * long-tailed. The same workload and share give the same edits.
 */
public final class WorkingSet {
    private static final int DRAWS = 20;

    private final Workload workload;
    private final Share share;
    private final SplittableRandom chance;
    private final TrackDraw draw;
    private final PairUpdates updates;
    private final HeldOut heldOut;
    private final double weights;
    private final int[][] lists;
    private final int[] lengths;
    private final long[] sequences;
    private long pairUpdates;

    public WorkingSet(Workload workload, Share share) {
        this.workload = workload;
        this.share = share;
        chance = new SplittableRandom(Hash64.of(workload.randomSeed(), share.generator()));
        draw = new TrackDraw(workload.tracks().count(), workload.tracks().exponent());
        updates = new PairUpdates(workload.settings().state().window());
        heldOut = workload.settings().heldOut();
        var mix = workload.mix();
        weights = mix.append() + mix.insert() + mix.remove() + mix.move();
        var own = share.of(workload.playlists().count());
        lists = new int[own][workload.playlists().longest()];
        lengths = new int[own];
        sequences = new long[own];
    }

    public int playlists() {
        return lists.length;
    }

    /** Creates playlist {@code i} and appends its first tracks. */
    public void fill(int i, long eventTime, Consumer<PlaylistEdit> to) {
        to.accept(edit(i, eventTime, new Change.Created()));
        var range = workload.playlists();
        var length = chance.nextInt(range.shortest(), range.longest() + 1);
        while (lengths[i] < length) {
            to.accept(edit(i, eventTime, insert(i, lengths[i])));
        }
    }

    /** One more edit of a playlist drawn evenly. */
    public PlaylistEdit next(long eventTime) {
        var i = chance.nextInt(lists.length);
        var length = lengths[i];
        var mix = workload.mix();
        var kind = chance.nextDouble() * weights;
        var longest = length == workload.playlists().longest();
        var shortest = length == workload.playlists().shortest();
        Change change;
        if (kind < mix.move()) {
            var from = chance.nextInt(length);
            change = move(i, from, (from + 1 + chance.nextInt(length - 1)) % length);
        } else if (kind < mix.move() + mix.remove()) {
            change = shortest ? insert(i, length) : remove(i, chance.nextInt(length));
        } else if (longest) {
            change = remove(i, chance.nextInt(length));
        } else {
            change = insert(i, kind < weights - mix.append() ? chance.nextInt(length + 1) : length);
        }
        return edit(i, eventTime, change);
    }

    /** Changes of directed pair counts that the edits so far cause; held-out playlists are not counted, so theirs are none. */
    public long pairUpdates() {
        return pairUpdates;
    }

    private PlaylistEdit edit(int i, long eventTime, Change change) {
        var id = share.id(i);
        return new PlaylistEdit(
                new PlaylistId(id),
                new ListenerId(id),
                EpochGate.BY_POSITION,
                eventTime,
                ++sequences[i],
                WorldSet.ALL,
                null,
                change);
    }

    private Change insert(int i, int index) {
        var track = absent(i);
        put(i, index, track);
        return new Change.Inserted(new TrackId(track), index);
    }

    private Change remove(int i, int index) {
        return new Change.Removed(new TrackId(take(i, index)), index);
    }

    private Change move(int i, int from, int to) {
        var track = take(i, from);
        put(i, to, track);
        return new Change.Moved(new TrackId(track), from, to);
    }

    private void put(int i, int index, int track) {
        System.arraycopy(lists[i], index, lists[i], index + 1, lengths[i] - index);
        lists[i][index] = track;
        lengths[i]++;
        count(i, index);
    }

    private int take(int i, int index) {
        count(i, index);
        var track = lists[i][index];
        lengths[i]--;
        System.arraycopy(lists[i], index + 1, lists[i], index, lengths[i] - index);
        return track;
    }

    private void count(int i, int index) {
        if (!heldOut.holds(new PlaylistId(share.id(i)))) {
            pairUpdates += updates.of(lengths[i], index);
        }
    }

    /** A track that the playlist does not hold: drawn, or after many draws in vain the next free one. */
    private int absent(int i) {
        var track = draw.at(chance.nextDouble());
        for (var n = 1; n < DRAWS && holds(i, track); n++) {
            track = draw.at(chance.nextDouble());
        }
        while (holds(i, track)) {
            track = (track + 1) % draw.tracks();
        }
        return track;
    }

    private boolean holds(int i, int track) {
        for (var n = 0; n < lengths[i]; n++) {
            if (lists[i][n] == track) {
                return true;
            }
        }
        return false;
    }
}
