package chorus.bench.jmh;

import chorus.events.Codec;
import chorus.events.Events;
import chorus.playlist.Change;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
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
import org.openjdk.jmh.annotations.TearDown;

/** An edit to Avro with its schema's id, and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class EditCodecBenchmark {
    private final LogEntry edit = new PlaylistEdit(
            new PlaylistId(123_456),
            new ListenerId(123_456),
            7,
            1_767_225_600_000L,
            42,
            WorldSet.ALL,
            null,
            new Change.Inserted(new TrackId(54_321), 41));
    private Events events;
    private Codec<LogEntry> codec;
    private byte[] bytes;

    @Setup
    public void connect() {
        events = Events.connect("mock://jmh", "jmh-");
        codec = events.edits();
        bytes = codec.encode(edit);
    }

    @TearDown
    public void close() {
        events.close();
    }

    @Benchmark
    public LogEntry decode() {
        return codec.decode(bytes);
    }

    @Benchmark
    public byte[] encode() {
        return codec.encode(edit);
    }
}
