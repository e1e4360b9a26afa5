package chorus.broker;

import chorus.broker.access.Access;
import chorus.broker.access.Deed;
import chorus.events.Codec;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.rows.RowKeys;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes tracks, campaigns, edits and marks to Kafka. Edits wait in a queue while a track given before them is not yet
 * acknowledged, so that no reader meets an edit whose track is not there. What a {@link ResumePoint} holds already is not
 * written again: after a restart the same course of events can simply be given once more. A failure surfaces as
 * {@link BrokerFault} at the next call. For one thread.
 */
public final class KafkaEditSink implements EditSink, AutoCloseable {
    /** Edits that wait at most; at this many the tracks before them are waited for. */
    private static final int QUEUED = 20_000;

    private final Producer<byte[], byte[]> producer;
    private final Access access;
    private final TopicNames names;
    private final Codec<Track> tracks;
    private final Codec<Campaign> campaigns;
    private final Codec<LogEntry> edits;
    private final ResumePoint written;
    private final Announced known;
    private final Written listener;
    private final Long2LongOpenHashMap courses = new Long2LongOpenHashMap();
    private final Deque<PlaylistEdit> queue = new ArrayDeque<>();
    private final AtomicInteger tracksUnderWay = new AtomicInteger();
    private final AtomicReference<@Nullable BrokerFault> failure = new AtomicReference<>();
    private long editsSent;
    private long marksSent;

    /** Is told where an edit or a mark stands in the log, once it is acknowledged; by the client's own thread, in offset order. */
    public interface Written {
        Written NOBODY = (entry, partition, offset) -> {};

        void at(LogEntry entry, int partition, long offset);
    }

    private KafkaEditSink(Cluster cluster, ResumePoint written, Announced known, Written listener) {
        producer = cluster.producer(Map.of());
        access = cluster.access();
        names = cluster.names();
        tracks = cluster.events().tracks();
        campaigns = cluster.events().campaigns();
        edits = cluster.events().edits();
        this.written = written;
        this.known = known;
        this.listener = listener;
    }

    /**
     * Opens a sink on a log.
     *
     * @param written what the log holds
     * @param known the tracks that are written already
     */
    public static KafkaEditSink open(Cluster cluster, ResumePoint written, Announced known) {
        return open(cluster, written, known, Written.NOBODY);
    }

    /** The same; {@code listener} is told where each edit and mark stands. */
    public static KafkaEditSink open(Cluster cluster, ResumePoint written, Announced known, Written listener) {
        return new KafkaEditSink(cluster, written, known, listener);
    }

    @Override
    public void track(Track track) {
        if (known.holds(track.id().value())) {
            return;
        }
        tracksUnderWay.incrementAndGet();
        var key = Keys.of(track.id().value());
        var message = new ProducerRecord<>(names.tracks(), key, tracks.encode(track));
        send(message, "track " + track.id().value(), at -> tracksUnderWay.decrementAndGet());
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
            requireSameCourse(edit);
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

    /** What is left out must be what the log holds: another plan's edits under the same numbers would be lost unseen. */
    private void requireSameCourse(PlaylistEdit edit) {
        var playlist = edit.playlist();
        var course = ResumePoint.course(courses.get(playlist.value()), edit);
        courses.put(playlist.value(), course);
        if (edit.sequence() == written.lastSequence(playlist)) {
            courses.remove(playlist.value());
            if (course != written.course(playlist)) {
                throw new BrokerFault.OtherCourse(names.edits(), "edits of playlist " + playlist.value());
            }
        }
    }

    private void sendQueue() {
        while (!queue.isEmpty()) {
            var edit = queue.removeFirst();
            var id = edit.playlist().value();
            var message = new ProducerRecord<>(names.edits(), Keys.of(id), edits.encode(edit));
            send(message, "an edit of playlist " + id, at -> tell(edit, at));
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
                var message = new ProducerRecord<>(names.edits(), p, key, value);
                send(message, "the mark of epoch " + mark.epoch(), at -> tell(mark, at));
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
            throw unsent("what was under way", names.edits(), stopped);
        }
        check();
    }

    private void send(ProducerRecord<byte[], byte[]> message, String what) {
        send(message, what, at -> {});
    }

    private void tell(LogEntry entry, @Nullable RecordMetadata at) {
        if (at != null) {
            listener.at(entry, at.partition(), at.offset());
        }
    }

    /** {@code done} is given where the message stands; nothing where it could not be written. */
    private void send(ProducerRecord<byte[], byte[]> message, String what, Consumer<@Nullable RecordMetadata> done) {
        check();
        try {
            var _ = producer.send(message, (metadata, fault) -> {
                if (fault != null) {
                    failure.compareAndSet(null, unsent(what, message.topic(), fault));
                }
                done.accept(fault == null ? metadata : null);
            });
        } catch (KafkaException refused) {
            throw unsent(what, message.topic(), refused);
        }
    }

    private BrokerFault unsent(String what, String topic, Exception fault) {
        return BrokerFault.unsent(access, what, fault, Deed.writing(topic, ""));
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
