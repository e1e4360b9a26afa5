package chorus.bench.jmh;

import chorus.config.SettingsLoader;
import chorus.recommend.Model;
import chorus.recommend.Recommender;
import chorus.recommend.TrainingSet;
import chorus.recommend.WorldCountsBuilder;
import chorus.rows.PairRow;
import chorus.state.cooccurrence.ChunkRows;
import chorus.state.cooccurrence.ChunkWriter;
import chorus.state.cooccurrence.Differences;
import chorus.state.cooccurrence.Lanes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From stored counts to neighbours: a chunk's bytes to the row that is published, counts to a seed's continuation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked
public class NeighbourRowBenchmark {
    private static final int TRACKS = 5_000;
    private static final int[] SEED = {3, 1_003, 2_003, 3_003, 4_003};

    /** Neighbours of every track. */
    @Param({"10", "300"})
    public int neighbours;

    private final ChunkRows rows = new ChunkRows();
    private byte[] chunk;
    private Model model;

    /** A chunk, and a model over rows of the same size. */
    @Setup
    public void fill() {
        var writer = new ChunkWriter();
        writer.reset();
        var builder = new WorldCountsBuilder();
        for (var i = 0; i < neighbours; i++) {
            writer.append(1000 + 3 * i, Lanes.of(1 + i % 3, i % 10 == 0 ? 1 : 0), Differences.NONE);
        }
        chunk = writer.bytes(0);
        for (var track = 0; track < TRACKS; track++) {
            for (var i = 0; i < neighbours; i++) {
                builder.add(track, i * (TRACKS / neighbours), 1 + (track + i) % 3, (track + i) % 10 == 0 ? 1 : 0);
            }
        }
        var counts = new int[TRACKS];
        Arrays.fill(counts, 10);
        var settings =
                SettingsLoader.load(Optional.empty(), List.of()).recommend().getFirst();
        model = new Recommender(settings.model()).fit(new TrainingSet(builder.build(counts, TRACKS)));
    }

    @Benchmark
    public @Nullable PairRow publishedRow() {
        return rows.pairs(7L << 32, chunk);
    }

    @Benchmark
    public int[] continuationOfFive() {
        return model.continuation(SEED, 500);
    }
}
