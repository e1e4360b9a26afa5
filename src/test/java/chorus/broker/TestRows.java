package chorus.broker;

import chorus.rows.CountsMark;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsEntry;
import chorus.rows.PlaylistsMark;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import chorus.rows.TrackCountsEntry;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes rows and marks into chosen partitions, in place of the topology. */
public final class TestRows implements AutoCloseable {
    private final Cluster cluster;
    private final Producer<byte[], byte[]> producer;

    public TestRows(Cluster cluster) {
        this.cluster = cluster;
        producer = cluster.producer(Map.of());
    }

    public void neighbours(int partition, NeighboursEntry entry) {
        var key =
                switch (entry) {
                    case PairRow row -> RowKeys.chunk(row.track(), row.chunk());
                    case CountsMark mark -> RowKeys.mark(mark.epoch(), mark.partition());
                };
        var value = cluster.events().neighbours().encode(entry);
        send(new ProducerRecord<>(cluster.names().neighbours(), partition, Keys.of(key), value));
    }

    public void trackCounts(int partition, TrackCountsEntry entry) {
        var key =
                switch (entry) {
                    case TrackCountRow row -> row.track();
                    case CountsMark mark -> RowKeys.mark(mark.partition());
                };
        var value = cluster.events().trackCounts().encode(entry);
        send(new ProducerRecord<>(cluster.names().trackCounts(), partition, Keys.of(key), value));
    }

    public void trackCountGone(int partition, int track) {
        send(new ProducerRecord<>(cluster.names().trackCounts(), partition, Keys.of(track), null));
    }

    public void playlists(int partition, PlaylistsEntry entry) {
        var key =
                switch (entry) {
                    case PlaylistRow row -> row.playlist();
                    case PlaylistsMark mark -> RowKeys.mark(mark.epoch(), mark.partition());
                };
        var value = cluster.events().playlists().encode(entry);
        send(new ProducerRecord<>(cluster.names().playlists(), partition, Keys.of(key), value));
    }

    private void send(ProducerRecord<byte[], byte[]> message) {
        var _ = producer.send(message);
    }

    /** Returns once all is written. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
