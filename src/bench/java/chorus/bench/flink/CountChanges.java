package chorus.bench.flink;

import chorus.bench.contender.ByWorld;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Keeps the counts of a track's neighbours: one entry of RocksDB a pair. */
@NullUnmarked
final class CountChanges extends KeyedProcessFunction<Integer, TrackChange, Void> {
    private transient MapState<Integer, byte[]> neighbours;
    private transient Run run;

    static MapStateDescriptor<Integer, byte[]> neighbours() {
        return new MapStateDescriptor<>("neighbours", Types.INT, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    @Override
    public void open(OpenContext context) {
        run = Run.current();
        neighbours = getRuntimeContext().getMapState(neighbours());
    }

    @Override
    public void processElement(TrackChange change, Context context, Collector<Void> out) throws Exception {
        var stored = neighbours.get(change.to());
        var after = (stored == null ? ByWorld.ZERO : ByWorld.of(stored)).plus(change.delta());
        if (after.isZero()) {
            neighbours.remove(change.to());
        } else {
            neighbours.put(change.to(), after.toBytes());
        }
        run.passage().counted();
    }
}
