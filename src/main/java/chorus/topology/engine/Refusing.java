package chorus.topology.engine;

import chorus.events.Codec;
import chorus.rows.Refused;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * How a processor refuses a record: it is counted, and forwarded whole, with its place and the reason, to wherever refused records go.
 *
 * @param <O> what the processor says, a refused record among it
 */
public record Refusing<O>(
        Codec<Refused> codec, Work work, Function<byte[], O> said, ProcessorContext<byte[], ? super O> context) {
    public void refuse(Record<byte[], byte[]> record, String reason) {
        work.tally().refused().run();
        var source = context.recordMetadata().orElseThrow();
        var raw = record.value() == null ? new byte[0] : record.value();
        var refused = Refused.of(raw, source.topic(), source.partition(), source.offset(), reason);
        context.forward(record.withKey(Refused.key(record.key())).withValue(said.apply(codec.encode(refused))));
    }
}
