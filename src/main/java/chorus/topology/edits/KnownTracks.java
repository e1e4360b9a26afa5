package chorus.topology.edits;

import chorus.events.Codec;
import chorus.events.UndecodableException;
import chorus.playlist.Track;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The track ids on the topic {@code tracks}. A writer flushes a track before the first edit that uses it, but the topic is
 * followed by a thread of its own; so an id that is not here yet is unknown only once that thread has passed what was the
 * topic's end when the edit was looked at.
 */
public final class KnownTracks {
    public static final String STORE = "known-tracks";
    private static final int STEP_MILLIS = 50;
    /** Within which something must have been read: a minute. */
    private static final int STEPS = 1200;

    private final Codec<Track> codec;
    private final LongSupplier topicEnd;
    private final BitSet ids = new BitSet();
    private long read;

    /**
     * Knows no track yet.
     *
     * @param topicEnd asks the broker for the offset after the topic's last record
     */
    public KnownTracks(Codec<Track> codec, LongSupplier topicEnd) {
        this.codec = codec;
        this.topicEnd = topicEnd;
    }

    /** The store that Kafka Streams wants behind a global topic. It stays empty and in memory, so that a start reads all again. */
    public static StoreBuilder<?> storeBuilder() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.Integer(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    /** What follows the topic. */
    public ProcessorSupplier<byte[], byte[], Void, Void> feeder() {
        return () -> new ContextualProcessor<byte[], byte[], Void, Void>() {
            @Override
            public void process(Record<byte[], byte[]> record) {
                add(track(record), context().recordMetadata().orElseThrow().offset());
            }
        };
    }

    /** The id of a record's track; −1 where it is none. The trainer, which reads the topic too, keeps it as refused. */
    private int track(Record<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return -1;
        }
        try {
            var track = codec.decode(record.value());
            return track.isKey(record.key()) ? track.id().value() : -1;
        } catch (UndecodableException refused) {
            return -1;
        }
    }

    private synchronized void add(int id, long offset) {
        if (id >= 0) {
            ids.set(id);
        }
        read = offset + 1;
        notifyAll();
    }

    /** {@link #known}, remembered: a track that is on the topic stays there. */
    IntPredicate forOneThread() {
        var here = new BitSet();
        return id -> {
            if (here.get(id)) {
                return true;
            }
            var known = known(id);
            here.set(id, known);
            return known;
        };
    }

    /** Whether {@code id} is on the topic. */
    public synchronized boolean known(int id) {
        if (ids.get(id)) {
            return true;
        }
        var reached = reaches(topicEnd.getAsLong(), id);
        if (!reached) {
            // the broker may have been away: now that it answers, once more
            reached = reaches(topicEnd.getAsLong(), id);
        }
        if (!reached) {
            throw new IllegalStateException("the topic of tracks is read up to offset " + read
                    + ", which is not its end, and does not move: whether track " + id + " exists cannot be said");
        }
        return ids.get(id);
    }

    /** Waits until the topic is read to {@code end}, or the track has come; false where nothing is read any more. */
    private synchronized boolean reaches(long end, int id) {
        try {
            var before = read;
            for (var step = 0; read < end && !ids.get(id); step++) {
                if (read != before) {
                    before = read;
                    step = 0;
                } else if (step == STEPS) {
                    return false;
                }
                wait(STEP_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the topic of tracks", e);
        }
    }
}
