package chorus.bench.jmh;

import chorus.state.cooccurrence.Deltas;
import chorus.state.edits.PlaylistCodec;
import chorus.state.playlists.Entries;
import chorus.state.playlists.PlaylistState;
import chorus.state.wire.DeltaBatches;
import chorus.state.wire.DeltaWire;
import chorus.state.wire.DeltaWire.Message;
import chorus.worlds.WorldSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The compact forms within the topology: an append's deltas between its stages, playlists in their store. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class InnerCodecBenchmark {
    private static final int PAIRS = 10;
    private static final int TRACKS = 50;

    private final PlaylistCodec codec = new PlaylistCodec();
    private final DeltaBatches batches = new DeltaBatches(3, 1, (destination, sent) -> this.batch = sent);
    private final Deltas deltas = new Deltas();
    private PlaylistState playlist;
    private byte[] playlistBytes;
    private byte[] batch;

    /** A playlist of 50 tracks, and the deltas of an append. */
    @Setup
    public void prepare() {
        playlistBytes = stored();
        playlist = PlaylistCodec.decode(playlistBytes);
        for (var i = 0; i < PAIRS; i++) {
            deltas.pair(i * 7919 % 70_000, 54_321, 1, i == PAIRS - 1 ? 1 : 0, WorldSet.ALL.bits());
        }
        deltas.track(54_321, 1, WorldSet.ALL.bits());
        batch = encodeTenDeltas();
    }

    private static byte[] stored() {
        var entries = new long[TRACKS];
        for (var i = 0; i < TRACKS; i++) {
            entries[i] = Entries.pack(i * 7919 % 70_000, 0, WorldSet.ALL);
        }
        var unborn = PlaylistState.UNBORN;
        return new PlaylistCodec()
                .encode(new PlaylistState(
                        unborn.lastSequence(), unborn.lastEpoch(), PlaylistState.Life.ALIVE, entries));
    }

    @Benchmark
    public byte[] encodeTenDeltas() {
        batches.add(7, 0, deltas);
        batches.flush();
        return batch;
    }

    @Benchmark
    public void decodeTenDeltas(Blackhole hole) {
        if (DeltaWire.decode(batch) instanceof Message.Changes changes) {
            changes.forEach((from, to, code, worlds) -> hole.consume(from + to + code + worlds));
        }
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
