package chorus.bench.jmh;

import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.Outcome;
import chorus.state.playlists.PlaylistFold;
import chorus.state.playlists.PlaylistState;
import chorus.worlds.WorldSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One edit folded into a playlist of some length, window 10, in eight worlds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class FoldBenchmark {
    private static final PlaylistId PLAYLIST = new PlaylistId(1);
    private static final int WORLDS = 8;

    /** Tracks in the playlist. */
    @Param({"10", "50", "250"})
    public int length;

    private final PlaylistFold fold = new PlaylistFold(new WindowPairs(10), new HeldOut(1, 0, 20)::holds, WORLDS);
    private PlaylistState state;
    /** Seven worlds have planted before its last track. */
    private PlaylistState planted;

    private PlaylistEdit append;
    private PlaylistEdit insert;
    private PlaylistEdit plant;
    private PlaylistEdit move;
    private PlaylistEdit appendToPlanted;

    /** Fills the playlist by appending. */
    @Setup
    public void fill() {
        state = after(PlaylistState.UNBORN, edit(1, WorldSet.ALL, new Change.Created()));
        for (var i = 0; i < length; i++) {
            var inserted = new Change.Inserted(new TrackId(1000 + i), i);
            state = after(state, edit(i + 2L, WorldSet.ALL, inserted));
        }
        var next = length + 2L;
        append = edit(next, WorldSet.ALL, new Change.Inserted(new TrackId(1), length));
        insert = edit(next, WorldSet.ALL, new Change.Inserted(new TrackId(1), length / 2));
        plant = edit(next, WorldSet.only(1), new Change.Inserted(new TrackId(1), length / 2));
        move = edit(next, WorldSet.ALL, new Change.Moved(new TrackId(1000), 0, length / 2));
        planted = state;
        for (var world = 1; world < WORLDS; world++) {
            var inserted = new Change.Inserted(new TrackId(1), length - 1);
            planted = after(planted, edit(length + 1L + world, WorldSet.only(world), inserted));
        }
        var inserted = new Change.Inserted(new TrackId(2), length);
        appendToPlanted = edit(length + 1L + WORLDS, WorldSet.ALL, inserted);
    }

    private static PlaylistEdit edit(long sequence, WorldSet worlds, Change change) {
        var campaign = worlds.isAll() ? null : "w" + worlds.lowest();
        return new PlaylistEdit(PLAYLIST, new ListenerId(1), 0, 0, sequence, worlds, campaign, change);
    }

    private Outcome apply(PlaylistState before, PlaylistEdit edit) {
        var campaign = edit.worlds().isAll() ? 0 : edit.worlds().lowest();
        return fold.apply(before, edit, campaign, track -> true);
    }

    private PlaylistState after(PlaylistState before, PlaylistEdit edit) {
        if (apply(before, edit) instanceof Outcome.Applied applied) {
            return applied.state();
        }
        throw new IllegalStateException(edit + " was refused");
    }

    @Benchmark
    public Outcome append() {
        return apply(state, append);
    }

    /** What it changes differs in each of seven worlds. */
    @Benchmark
    public Outcome appendBehindPlants() {
        return apply(planted, appendToPlanted);
    }

    @Benchmark
    public Outcome insertInTheMiddle() {
        return apply(state, insert);
    }

    @Benchmark
    public Outcome plantInOneWorld() {
        return apply(state, plant);
    }

    @Benchmark
    public Outcome move() {
        return apply(state, move);
    }
}
