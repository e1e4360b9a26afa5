package chorus.bench.jmh;

import chorus.events.Codec;
import chorus.events.Events;
import chorus.rows.NeighboursEntry;
import chorus.rows.RowKeys;
import chorus.state.cooccurrence.ChunkRows;
import chorus.state.cooccurrence.ChunkWriter;
import chorus.state.cooccurrence.Differences;
import chorus.state.cooccurrence.Lanes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.rocksdb.RocksDBException;

/**
 * One changed row of a track published: each of its chunks read from RocksDB, made a row and encoded as Avro. All worlds count alike.
 * Without the sending, and without the store of changed rows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked
public class PublishRowBenchmark {
    private static final int CHUNK_NEIGHBOURS = 512;
    private static final int ROWS = 2_000;
    /** A head track's row is not repeated as often: its chunks are many. */
    private static final int CHUNKS = 4_000;

    /** Neighbours of the track. */
    @Param({"10", "30", "100", "300", "500", "1000", "10000", "100000"})
    public int neighbours;

    private final ChunkRows rows = new ChunkRows();
    private Path directory;
    private RocksChunks store;
    private Events events;
    private Codec<NeighboursEntry> codec;
    private int chunks;
    private int tracks;
    private int track;

    /** Lays out rows of this size in a store as the topology sets it up. */
    @Setup
    public void fill() throws IOException, RocksDBException {
        directory = Files.createTempDirectory("chorus-jmh");
        store = RocksChunks.open(directory);
        events = Events.connect("mock://jmh", "jmh-");
        codec = events.neighbours();
        chunks = Math.max(1, Integer.highestOneBit(2 * ((neighbours - 1) / CHUNK_NEIGHBOURS)));
        tracks = Math.max(1, Math.min(ROWS, CHUNKS / chunks));
        for (var each = 0; each < tracks; each++) {
            for (var chunk = 0; chunk < chunks; chunk++) {
                store.put(key(each, chunk), chunk(chunk));
            }
        }
        store.settle();
    }

    private byte[] chunk(int chunk) {
        var writer = new ChunkWriter();
        writer.reset();
        for (var i = chunk; i < neighbours; i += chunks) {
            var lanes = Lanes.of(1 + i % 3, i % 10 == 0 ? 1 : 0);
            writer.append(1000 + 3 * i, lanes, Differences.NONE);
        }
        return writer.bytes(Integer.numberOfTrailingZeros(chunks));
    }

    private static byte[] key(int track, int chunk) {
        return ByteBuffer.allocate(8).putLong(RowKeys.chunk(track, chunk)).array();
    }

    /** Rows in ascending order of their keys, as a closing epoch takes them. */
    @Benchmark
    public void publishRow(Blackhole hole) throws RocksDBException {
        track = (track + 1) % tracks;
        for (var chunk = 0; chunk < chunks; chunk++) {
            var bytes = store.get(key(track, chunk));
            hole.consume(codec.encode(Objects.requireNonNull(rows.pairs(RowKeys.chunk(track, chunk), bytes))));
        }
    }

    @TearDown
    public void close() throws IOException {
        events.close();
        store.close();
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
