package chorus.topology.edits;

import chorus.playlist.TrackId;
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

    private final LongSupplier topicEnd;
    private final BitSet ids = new BitSet();
    private long read;

    /**
     * Knows no track yet.
     *
     * @param topicEnd asks the broker for the offset after the topic's last record
     */
    public KnownTracks(LongSupplier topicEnd) {
        this.topicEnd = topicEnd;
    }

    /** The store that Kafka Streams wants behind a global topic. It stays empty and in memory, so that a start reads all again. */
    public static StoreBuilder<?> storeBuilder() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.Integer(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    /** What follows the topic. */
    public ProcessorSupplier<Integer, byte[], Void, Void> feeder() {
        return () -> new ContextualProcessor<Integer, byte[], Void, Void>() {
            @Override
            public void process(Record<Integer, byte[]> track) {
                add(track.key(), context().recordMetadata().orElseThrow().offset());
            }
        };
    }

    /** An id that cannot be is left out: whoever names it is refused as undecodable. */
    private synchronized void add(int id, long offset) {
        if (id >= 0 && id < TrackId.BOUND) {
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
