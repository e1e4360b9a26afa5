package chorus.broker.ratings;

import chorus.broker.Cluster;
import chorus.broker.Keys;
import chorus.broker.results.Batch;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.results.MemoryOf;
import chorus.ratings.results.PicksOf;
import chorus.ratings.results.RoundResult;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The records of a round. */
public final class RoundBatch {
    private final Cluster cluster;
    private final RoundResult result;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();

    private RoundBatch(Cluster cluster, RoundResult result) {
        this.cluster = cluster;
        this.result = result;
    }

    /** A round, to be published: what it comes to, the picks of all worlds, and what the platforms remember. */
    public static Batch of(Cluster cluster, RoundResult result, List<int[]> picks, List<double[]> memory) {
        var batch = new RoundBatch(cluster, result);
        batch.result();
        for (var world = 0; world < result.rows().size(); world++) {
            batch.picks(world, picks.get(world));
            batch.memory(world, memory.get(world));
        }
        return new Batch("round " + result.round(), cluster.names().of(RatingTopics.ROUNDS), batch.records);
    }

    private void result() {
        var value = cluster.events().of(RatingTopics.ROUNDS).encode(result);
        var key = Keys.of((long) result.round());
        records.add(new ProducerRecord<>(cluster.names().of(RatingTopics.ROUNDS), key, value));
    }

    private void picks(int world, int[] items) {
        var codec = cluster.events().of(RatingTopics.PICKS);
        var row = result.rows().get(world);
        for (var from = 0; from < items.length; from += PicksOf.PIECE) {
            var some = Arrays.copyOfRange(items, from, Math.min(items.length, from + PicksOf.PIECE));
            var value = codec.encode(new PicksOf(row.round(), row.world(), from, some));
            var key = key(row.round(), world, from / PicksOf.PIECE);
            records.add(new ProducerRecord<>(cluster.names().of(RatingTopics.PICKS), key, value));
        }
    }

    private void memory(int world, double[] values) {
        var codec = cluster.events().of(RatingTopics.MEMORY);
        var row = result.rows().get(world);
        for (var from = 0; from < values.length; from += MemoryOf.PIECE) {
            var some = Arrays.copyOfRange(values, from, Math.min(values.length, from + MemoryOf.PIECE));
            var value = codec.encode(new MemoryOf(row.round(), row.world(), values.length, from, some));
            var key = key(world, from / MemoryOf.PIECE);
            records.add(new ProducerRecord<>(cluster.names().of(RatingTopics.MEMORY), key, value));
        }
    }

    static byte[] key(int... places) {
        var key = ByteBuffer.allocate(Integer.BYTES * places.length);
        for (var place : places) {
            key.putInt(place);
        }
        return key.array();
    }
}
