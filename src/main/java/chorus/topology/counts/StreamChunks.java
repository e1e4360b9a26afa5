package chorus.topology.counts;

import chorus.state.cooccurrence.Chunks;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Chunks in a store of Kafka Streams. */
record StreamChunks(KeyValueStore<Long, byte[]> store) implements Chunks {
    @Override
    public byte @Nullable [] get(long key) {
        return store.get(key);
    }

    @Override
    public void put(long key, byte @Nullable [] bytes) {
        if (bytes == null) {
            store.delete(key);
        } else {
            store.put(key, bytes);
        }
    }
}
