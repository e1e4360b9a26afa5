package chorus.bench.ground;

import chorus.bench.contender.RawEdit;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes edits and marks as {@link RawEdit}s; tracks are nowhere announced. */
final class RawSink implements EditSink, AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final int partitions;

    private RawSink(Producer<byte[], byte[]> producer, String topic, int partitions) {
        this.producer = producer;
        this.topic = topic;
        this.partitions = partitions;
    }

    static RawSink open(String bootstrap, String topic, int partitions) {
        var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.LINGER_MS_CONFIG,
                        10,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 << 10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        return new RawSink(producer, topic, partitions);
    }

    @Override
    public void track(Track track) {
        // a raw edit names its track by number alone
    }

    @Override
    public void campaign(Campaign campaign) {
        throw new IllegalStateException("a recording has no campaign");
    }

    @Override
    public void edit(PlaylistEdit edit) {
        var _ = producer.send(new ProducerRecord<>(topic, key(edit.playlist().value()), RawEdit.encode(edit)));
    }

    @Override
    public void endEpoch(EpochEnded mark) {
        for (var p = 0; p < partitions; p++) {
            var _ = producer.send(new ProducerRecord<>(topic, p, key(-1), RawEdit.encode(mark)));
        }
        producer.flush();
    }

    private static byte[] key(long id) {
        return ByteBuffer.allocate(8).putLong(id).array();
    }

    @Override
    public void close() {
        producer.close();
    }
}
