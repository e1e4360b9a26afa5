package chorus.broker;

import chorus.events.Codec;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.rows.RowKeys;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes tracks, campaigns, edits and marks to Kafka. Edits wait in a queue while a track given before them is not yet
 * acknowledged, so that no reader meets an edit whose track is not there. What a {@link ResumePoint} holds already is not
 * written again: after a restart the same course of events can simply be given once more. A failure surfaces as
 * {@link BrokerFault.SendFailed} at the next call. For one thread.
 */
public final class KafkaEditSink implements EditSink, AutoCloseable {
    /** Edits that wait at most; at this many the tracks before them are waited for. */
    private static final int QUEUED = 20_000;

    private final Producer<byte[], byte[]> producer;
    private final TopicNames names;
    private final Codec<Track> tracks;
    private final Codec<Campaign> campaigns;
    private final Codec<LogEntry> edits;
    private final ResumePoint written;
    private final Catalogue known;
    private final Deque<PlaylistEdit> queue = new ArrayDeque<>();
    private final AtomicInteger tracksUnderWay = new AtomicInteger();
    private final AtomicReference<BrokerFault.@Nullable SendFailed> failure = new AtomicReference<>();
    private long editsSent;
    private long marksSent;

    private KafkaEditSink(Cluster cluster, ResumePoint written, Catalogue known) {
        producer = cluster.producer(Map.of());
        names = cluster.names();
        tracks = cluster.events().tracks();
        campaigns = cluster.events().campaigns();
        edits = cluster.events().edits();
        this.written = written;
        this.known = known;
    }

    /**
     * Opens a sink on a log.
     *
     * @param written what the log holds
     * @param known the tracks that are written already
     */
    public static KafkaEditSink open(Cluster cluster, ResumePoint written, Catalogue known) {
        return new KafkaEditSink(cluster, written, known);
    }

    @Override
    public void track(Track track) {
        if (known.holds(track.id().value())) {
            return;
        }
        tracksUnderWay.incrementAndGet();
        var key = Keys.of(track.id().value());
        var message = new ProducerRecord<>(names.tracks(), key, tracks.encode(track));
        send(message, "track " + track.id().value(), tracksUnderWay::decrementAndGet);
    }

    @Override
    public void campaign(Campaign campaign) {
        var key = Keys.of(campaign.name());
        send(new ProducerRecord<>(names.campaigns(), key, campaigns.encode(campaign)), "campaign " + campaign.name());
        flush();
    }

    @Override
    public void edit(PlaylistEdit edit) {
        check();
        if (edit.sequence() <= written.lastSequence(edit.playlist())) {
            return;
        }
        queue.addLast(edit);
        if (queue.size() >= QUEUED) {
            flushProducer();
        }
        if (tracksUnderWay.get() == 0) {
            sendQueue();
        }
    }

    private void sendQueue() {
        while (!queue.isEmpty()) {
            var edit = queue.removeFirst();
            var id = edit.playlist().value();
            send(new ProducerRecord<>(names.edits(), Keys.of(id), edits.encode(edit)), "an edit of playlist " + id);
            editsSent++;
        }
    }

    @Override
    public void endEpoch(EpochEnded mark) {
        flush();
        var key = Keys.of((long) RowKeys.mark(mark.writer()));
        var value = edits.encode(mark);
        for (var p = 0; p < written.partitions(); p++) {
            if (!written.holds(p, mark)) {
                send(new ProducerRecord<>(names.edits(), p, key, value), "the mark of epoch " + mark.epoch());
                marksSent++;
            }
        }
        flush();
    }

    /** Returns once everything given so far is written. */
    public void flush() {
        check();
        if (!queue.isEmpty()) {
            flushProducer();
            sendQueue();
        }
        flushProducer();
    }

    private void flushProducer() {
        try {
            producer.flush();
        } catch (KafkaException stopped) {
            throw new BrokerFault.SendFailed("what was under way", stopped);
        }
        check();
    }

    private void send(ProducerRecord<byte[], byte[]> message, String what) {
        send(message, what, () -> {});
    }

    private void send(ProducerRecord<byte[], byte[]> message, String what, Runnable done) {
        check();
        try {
            var _ = producer.send(message, (metadata, fault) -> {
                if (fault != null) {
                    failure.compareAndSet(null, new BrokerFault.SendFailed(what, fault));
                }
                done.run();
            });
        } catch (KafkaException refused) {
            throw new BrokerFault.SendFailed(what, refused);
        }
    }

    private void check() {
        var fault = failure.get();
        if (fault != null) {
            throw fault;
        }
    }

    /** Edits written by this sink, those left out because the log held them not counted. */
    public long editsSent() {
        return editsSent;
    }

    /** Marks written by this sink, one a partition. */
    public long marksSent() {
        return marksSent;
    }

    /** Writes what waits, unless something failed before. */
    @Override
    public void close() {
        try (producer) {
            if (failure.get() == null) {
                flush();
            }
        }
    }
}
