package chorus.topology.engine;

import chorus.topology.engine.Slices.Slice;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What a processor is from one initialisation of its task to the next: a task that was given up in the middle of a transaction is
 * begun anew, and what waited on its heap is of no account then. So all that it holds is final and made from the stores.
 */
public interface Lifetime<I> {
    void process(Record<byte[], I> record);

    /** Stores what waits on the heap; runs inside the transaction that commits the records it came from. Nothing is forwarded. */
    void save();

    /** Whether there is long work left to do. */
    default boolean isBehind() {
        return false;
    }

    /** Does as much of the long work as a slice allows. */
    default void goOn(Slice slice) {}

    /**
     * Sends all that waits and says whether there was any: called before the commit of each round. One processor of a task has it.
     */
    default Optional<BooleanSupplier> flush() {
        return Optional.empty();
    }
}
