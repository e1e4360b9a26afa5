package chorus.events;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * How a value becomes its generated record and back.
 *
 * @param read throws {@link RuntimeException} where the record is no sound value
 */
record Form<T, A extends SpecificRecord>(Class<A> type, Function<T, A> write, Function<A, T> read) {}
