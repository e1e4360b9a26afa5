package chorus.topology.engine;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The part of a stream that goes to one receiver: the values of one kind. */
public final class Branch {
    private Branch() {}

    /** The values of {@code kind} in {@code all}, by an operator of that name. */
    @SuppressWarnings("unchecked") // the filter lets nothing else pass
    public static <V, B extends V> KStream<byte[], B> of(KStream<byte[], V> all, Class<B> kind, String name) {
        return (KStream<byte[], B>) all.filter((key, value) -> kind.isInstance(value), Named.as(name));
    }
}
