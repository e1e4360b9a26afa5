package chorus.bench.flink;

import chorus.bench.contender.CountKey;
import chorus.bench.contender.DeltaCode;
import chorus.playlist.PlaylistEdit;
import chorus.state.cooccurrence.Deltas;
import chorus.state.edits.PlaylistCodec;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Folds an edit into its playlist and sends its changes. */
@NullUnmarked
final class FoldPlaylists extends RichFlatMapFunction<Tuple2<Long, byte[]>, TrackChange> {
    private transient ValueState<byte[]> playlist;
    private transient Run run;
    private transient PlaylistCodec stored;
    private transient TrackChange change;

    @Override
    public void open(OpenContext context) {
        run = Run.current();
        stored = new PlaylistCodec();
        change = new TrackChange();
        playlist = getRuntimeContext()
                .getState(
                        new ValueStateDescriptor<>("playlist", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void flatMap(Tuple2<Long, byte[]> record, Collector<TrackChange> out) throws Exception {
        if (run.codec().decode(record.f1) instanceof PlaylistEdit edit) {
            var applied = run.fold().apply(PlaylistCodec.decode(playlist.value()), edit);
            playlist.update(stored.encode(applied.state()));
            send(applied.deltas(), out);
        }
    }

    private void send(Deltas deltas, Collector<TrackChange> out) {
        for (var i = 0; i < deltas.pairs(); i++) {
            var delta = DeltaCode.of(deltas.code(i), deltas.worlds(i));
            out.collect(change.with(deltas.from(i), deltas.to(i), delta));
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            var delta = DeltaCode.of(deltas.trackCode(i), deltas.trackWorlds(i));
            out.collect(change.with(deltas.track(i), CountKey.TRACK, delta));
        }
        run.passage().folded(deltas.pairs() + deltas.tracks());
    }
}
