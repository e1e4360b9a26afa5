package chorus.bench.flink;

import java.nio.ByteBuffer;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Playlist and bytes of each edit: decoding waits until the edit is where its playlist is, since bytes travel lightest. */
final class EditRecords implements KafkaRecordDeserializationSchema<Tuple2<Long, byte[]>> {
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Tuple2<Long, byte[]>> out) {
        var playlist = ByteBuffer.wrap(record.key()).getLong();
        if (playlist < 0) {
            Run.current().passage().ended(record.partition());
        } else {
            Run.current().passage().edit();
            out.collect(Tuple2.of(playlist, record.value()));
        }
    }

    @Override
    public TypeInformation<Tuple2<Long, byte[]>> getProducedType() {
        return Types.TUPLE(Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }
}
