package chorus.bench.large;

import chorus.bench.ground.Recording;
import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.events.Codec;
import chorus.playlist.Campaign;
import chorus.playlist.Change;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.rows.RowKeys;
import chorus.worlds.WorldSet;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes edits in one transaction: a running topology, which reads what is committed alone, finds all of them there at once, as
 * if they had been recorded before. Tracks go ahead by an ordinary sink.
 */
final class AtOnce implements EditSink, AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final Announced known;
    private final KafkaEditSink tracks;
    private final Codec<LogEntry> codec;
    private final String topic;
    private final int partitions;
    private Optional<EpochEnded> ended = Optional.empty();
    private final Map<PlaylistId, Long> lastSequences = new LinkedHashMap<>();
    private boolean holds;

    private AtOnce(Cluster cluster, int partitions) throws InterruptedException {
        this.partitions = partitions;
        known = Announced.open(cluster);
        tracks = KafkaEditSink.open(cluster, ResumePoint.none(partitions), known);
        codec = cluster.events().edits();
        topic = cluster.names().edits();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrap(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        topic + "-at-once",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.LINGER_MS_CONFIG,
                        10,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 << 10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    static AtOnce open(Cluster cluster, int partitions) throws InterruptedException {
        return new AtOnce(cluster, partitions);
    }

    /** Writes all of {@code recording}, unseen until {@link #show}; returns the number of its edits. */
    long write(Recording recording) {
        producer.beginTransaction();
        return recording.play(this);
    }

    /** Deletes all playlists that were written since the last time, as one epoch, unseen until {@link #show}. */
    void takeBack(long epoch) {
        producer.beginTransaction();
        Map.copyOf(lastSequences)
                .forEach((playlist, sequence) -> edit(new PlaylistEdit(
                        playlist,
                        new ListenerId(playlist.value()),
                        epoch,
                        0,
                        sequence + 1,
                        WorldSet.ALL,
                        null,
                        new Change.Deleted())));
        lastSequences.clear();
        endEpoch(new EpochEnded(epoch, 0, 1, 0));
    }

    /** The same, but without the mark, which {@link #end} writes later. */
    long writeUnended(Recording recording) {
        ended = Optional.empty();
        holds = true;
        var edits = write(recording);
        holds = false;
        return edits;
    }

    /** Ends the epoch of what was written last. */
    void end() {
        producer.beginTransaction();
        ended.ifPresent(this::mark);
        producer.commitTransaction();
    }

    void show() {
        producer.commitTransaction();
    }

    @Override
    public void track(Track track) {
        tracks.track(track);
    }

    @Override
    public void campaign(Campaign campaign) {
        throw new IllegalStateException("a recording has no campaign");
    }

    @Override
    public void edit(PlaylistEdit edit) {
        lastSequences.put(edit.playlist(), edit.sequence());
        var _ = producer.send(new ProducerRecord<>(topic, key(edit.playlist().value()), codec.encode(edit)));
    }

    @Override
    public void endEpoch(EpochEnded mark) {
        tracks.flush();
        if (holds) {
            ended = Optional.of(mark);
        } else {
            mark(mark);
        }
        producer.flush();
    }

    private void mark(EpochEnded mark) {
        var key = key(RowKeys.mark(mark.writer()));
        for (var p = 0; p < partitions; p++) {
            var _ = producer.send(new ProducerRecord<>(topic, p, key, codec.encode(mark)));
        }
    }

    private static byte[] key(long id) {
        return ByteBuffer.allocate(8).putLong(id).array();
    }

    @Override
    public void close() {
        producer.close();
        tracks.close();
        known.close();
    }
}
