package chorus.topology.commits;

import chorus.topology.commits.CommitHook.Armed;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The store behind a {@link CommitHook}'s cache: it keeps nothing, and a put into it drains. */
final class MarkerStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final BiConsumer<TaskId, MarkerStore> register;
    private final List<Armed> bound = new ArrayList<>();
    private boolean open;
    private boolean touched;

    MarkerStore(String name, BiConsumer<TaskId, MarkerStore> register) {
        this.name = name;
        this.register = register;
    }

    /** A store that is kept while its task is a standby for a time has processors of before, which are over. */
    void add(Armed processor) {
        bound.removeIf(Armed::isOver);
        bound.add(processor);
    }

    void touched() {
        touched = true;
    }

    /** Whether a processor of the task has had something to drain since this was asked last, drained early or not. */
    boolean takeTouched() {
        var since = touched;
        touched = false;
        return since;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        bound.clear();
        register.accept(context.taskId(), this);
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        bound.forEach(Armed::drain);
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        put(key, value);
        return null;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        bound.forEach(Armed::drain);
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        return null;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return null;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return new NoEntries();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new NoEntries();
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private static final class NoEntries implements KeyValueIterator<Bytes, byte[]> {
        @Override
        public void close() {}

        @Override
        public Bytes peekNextKey() {
            throw new NoSuchElementException();
        }

        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            throw new NoSuchElementException();
        }
    }
}
