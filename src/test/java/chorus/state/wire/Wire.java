package chorus.state.wire;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.RowKeys;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Lanes;
import chorus.state.wire.DeltaWire.Message;

/** Records of the inner topic as its readers get them, for a single counting partition. */
public final class Wire {
    private Wire() {}

    public static byte[] batch(long epoch, int upstream, Deltas deltas) {
        var batches = new DeltaBatches(upstream, 1, (destination, batch) -> {});
        batches.add(epoch, 0, deltas);
        return batches.peek(0);
    }

    /** What a batch says, all of it for {@code destination}. */
    public static Deltas deltas(Message.Changes batch, int destination, int partitions) {
        var deltas = new Deltas();
        batch.forEach((from, to, code, worlds) -> {
            assertThat(RowKeys.owner(from, partitions)).isEqualTo(destination);
            var change = Deltas.lanes(code);
            if (from == to) {
                deltas.track(from, Lanes.window(change), worlds);
            } else {
                deltas.pair(from, to, Lanes.window(change), Lanes.adjacent(change), worlds);
            }
        });
        return deltas;
    }

    public static byte[] mark(long epoch, int upstream, int upstreams) {
        return DeltaWire.mark(epoch, upstream, upstreams);
    }
}
