package chorus.topology.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store on the heap with its changelog: what is put since the last commit is lost with the heap, the rest can be restored. */
public final class LoggedStore implements KeyValueStore<Bytes, byte[]> {
    private record Change(Bytes key, byte @Nullable [] value) {}

    private final String name;
    private final TreeMap<Bytes, byte[]> held = new TreeMap<>();
    /** The changelog, compacted. */
    private final TreeMap<Bytes, byte[]> committed = new TreeMap<>();

    private final List<Change> uncommitted = new ArrayList<>();

    public LoggedStore(String name) {
        this.name = name;
    }

    void commit() {
        uncommitted.forEach(change -> apply(change, committed));
        uncommitted.clear();
    }

    /** Puts that no commit has made lasting. */
    int uncommitted() {
        return uncommitted.size();
    }

    /** Forgets everything, then reads the changelog's committed records. */
    void restore() {
        uncommitted.clear();
        held.clear();
        held.putAll(committed);
    }

    private static void apply(Change change, Map<Bytes, byte[]> to) {
        if (change.value == null) {
            to.remove(change.key);
        } else {
            to.put(change.key, change.value);
        }
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        var change = new Change(key, value == null ? null : value.clone());
        uncommitted.add(change);
        apply(change, held);
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        var old = get(key);
        if (old == null) {
            put(key, value);
        }
        return old;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        var old = get(key);
        put(key, null);
        return old;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        var value = held.get(key);
        return value == null ? null : value.clone();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return new Snapshot(held.subMap(from, true, to, true));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Snapshot(held);
    }

    @Override
    public long approximateNumEntries() {
        return held.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
    }

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** Entries as they were when it was asked for: they may be deleted on the way. */
    private static final class Snapshot implements KeyValueIterator<Bytes, byte[]> {
        private final List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
        private final Iterator<KeyValue<Bytes, byte[]>> left;
        private int next;

        Snapshot(NavigableMap<Bytes, byte[]> map) {
            map.forEach((key, value) -> entries.add(KeyValue.pair(key, value)));
            left = entries.iterator();
        }

        @Override
        public Bytes peekNextKey() {
            return entries.get(next).key;
        }

        @Override
        public boolean hasNext() {
            return left.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            next++;
            return left.next();
        }

        @Override
        public void close() {}
    }
}
