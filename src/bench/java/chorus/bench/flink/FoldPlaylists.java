package chorus.bench.flink;

import chorus.bench.contender.DeltaCode;
import chorus.playlist.PlaylistEdit;
import chorus.state.cooccurrence.Deltas;
import chorus.state.edits.PlaylistCodec;
import chorus.state.playlists.Outcome;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Folds an edit into its playlist and sends its changes: (from, to, code). */
@NullUnmarked
final class FoldPlaylists extends RichFlatMapFunction<Tuple2<Long, byte[]>, Tuple3<Integer, Integer, Byte>> {
    private transient ValueState<byte[]> playlist;
    private transient Run run;
    private transient PlaylistCodec stored;
    private transient Tuple3<Integer, Integer, Byte> change;

    @Override
    public void open(OpenContext context) {
        run = Run.current();
        stored = new PlaylistCodec();
        change = new Tuple3<>();
        playlist = getRuntimeContext()
                .getState(
                        new ValueStateDescriptor<>("playlist", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void flatMap(Tuple2<Long, byte[]> record, Collector<Tuple3<Integer, Integer, Byte>> out) throws Exception {
        if (run.codec().decode(record.f1) instanceof PlaylistEdit edit) {
            switch (run.fold().apply(PlaylistCodec.decode(playlist.value()), edit, track -> true)) {
                case Outcome.Applied(var state, var deltas) -> {
                    playlist.update(stored.encode(state));
                    send(deltas, out);
                }
                case Outcome.Refused(var state, var reason) ->
                    throw new IllegalStateException("recorded edit " + edit + " was refused: " + reason);
            }
        }
    }

    private void send(Deltas deltas, Collector<Tuple3<Integer, Integer, Byte>> out) {
        for (var i = 0; i < deltas.pairs(); i++) {
            change.setFields(deltas.from(i), deltas.to(i), deltas.code(i));
            out.collect(change);
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            change.setFields(deltas.track(i), DeltaCode.TRACK, deltas.trackCode(i));
            out.collect(change);
        }
        run.passage().folded(deltas.pairs() + deltas.tracks());
    }
}
