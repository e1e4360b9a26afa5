package chorus.topology.engine;

import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A processor that is made anew at each {@code init}: Kafka Streams revives a task with the processors that it had. Whatever a
 * {@link Lifetime} does with a record or in a slice, the commit hook is touched behind it, and nowhere else.
 */
public final class FreshProcessor<I, O> implements Processor<byte[], I, byte[], O> {
    private final Work work;
    private final Function<ProcessorContext<byte[], O>, Lifetime<I>> begin;
    private @Nullable Running<I> running;

    /** @param begin makes a processor of what its stores hold */
    public FreshProcessor(Work work, Function<ProcessorContext<byte[], O>, Lifetime<I>> begin) {
        this.work = work;
        this.begin = begin;
    }

    @Override
    public void init(ProcessorContext<byte[], O> context) {
        if (running != null) {
            running.cancel();
        }
        running = new Running<>(begin.apply(context), context, work);
    }

    @Override
    public void close() {
        if (running != null) {
            running.retire();
        }
    }

    @Override
    public void process(Record<byte[], I> record) {
        Objects.requireNonNull(running, "a record before init").process(record);
    }
}
