package chorus.bench.jmh;

import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.Outcome;
import chorus.state.playlists.PlaylistFold;
import chorus.state.playlists.PlaylistState;
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

/** One edit folded into a playlist of some length, window 10. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class FoldBenchmark {
    private static final PlaylistId PLAYLIST = new PlaylistId(1);

    /** Tracks in the playlist. */
    @Param({"10", "50", "250"})
    public int length;

    private final PlaylistFold fold = new PlaylistFold(new WindowPairs(10), new HeldOut(0, 20));
    private PlaylistState state;
    private PlaylistEdit append;
    private PlaylistEdit insert;
    private PlaylistEdit plant;
    private PlaylistEdit move;

    /** Fills the playlist by appending. */
    @Setup
    public void fill() {
        state = after(PlaylistState.UNBORN, edit(1, World.BOTH, new Change.Created()));
        for (var i = 0; i < length; i++) {
            var inserted = new Change.Inserted(new TrackId(1000 + i), i);
            state = after(state, edit(i + 2L, World.BOTH, inserted));
        }
        var next = length + 2L;
        append = edit(next, World.BOTH, new Change.Inserted(new TrackId(1), length));
        insert = edit(next, World.BOTH, new Change.Inserted(new TrackId(1), length / 2));
        plant = edit(next, World.FACTUAL, new Change.Inserted(new TrackId(1), length / 2));
        move = edit(next, World.BOTH, new Change.Moved(new TrackId(1000), 0, length / 2));
    }

    private static PlaylistEdit edit(long sequence, World world, Change change) {
        return new PlaylistEdit(PLAYLIST, new ListenerId(1), 0, 0, sequence, world, change);
    }

    private PlaylistState after(PlaylistState before, PlaylistEdit edit) {
        if (fold.apply(before, edit, track -> true) instanceof Outcome.Applied applied) {
            return applied.state();
        }
        throw new IllegalStateException(edit + " was refused");
    }

    @Benchmark
    public Outcome append() {
        return fold.apply(state, append, track -> true);
    }

    @Benchmark
    public Outcome insertInTheMiddle() {
        return fold.apply(state, insert, track -> true);
    }

    @Benchmark
    public Outcome plantInOneWorld() {
        return fold.apply(state, plant, track -> true);
    }

    @Benchmark
    public Outcome move() {
        return fold.apply(state, move, track -> true);
    }
}
