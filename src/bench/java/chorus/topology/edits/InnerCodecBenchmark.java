package chorus.topology.edits;

import chorus.playlist.World;
import chorus.state.playlists.Entries;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import chorus.topology.engine.Varints;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The compact forms within the topology: deltas between its stages, playlists in their store. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class InnerCodecBenchmark {
    private static final int PAIRS = 10;
    private static final int TRACKS = 50;
    private static final byte ONCE_IN_THE_WINDOW = 2 + 3;
    private static final byte ONE_MORE = 2;

    private final PlaylistCodec codec = new PlaylistCodec();
    private PlaylistState playlist;
    private byte[] playlistBytes;
    private byte[] deltas;

    /** A playlist of 50 tracks, and the deltas of an append. */
    @Setup
    public void prepare() {
        var entries = new int[TRACKS];
        for (var i = 0; i < TRACKS; i++) {
            entries[i] = Entries.pack(i * 7919 % 70_000, World.BOTH);
        }
        playlist = new PlaylistState(TRACKS + 1, Life.ALIVE, entries);
        playlistBytes = codec.encode(playlist);
        var out = new Varints();
        DeltaWire.head(out, (byte) 0, 7, 3);
        out.put((long) PAIRS);
        for (var i = 0; i < PAIRS; i++) {
            out.put(i * 7919L % 70_000);
            out.put(54_321L);
            out.put(ONCE_IN_THE_WINDOW);
        }
        out.put(54_321L);
        out.put(ONE_MORE);
        deltas = out.toBytes();
    }

    @Benchmark
    public Object decodeTenDeltas() {
        return DeltaWire.decode(deltas);
    }

    @Benchmark
    public byte[] encodePlaylistOfFifty() {
        return codec.encode(playlist);
    }

    @Benchmark
    public Object decodePlaylistOfFifty() {
        return PlaylistCodec.decode(playlistBytes);
    }
}
