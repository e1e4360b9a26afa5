package chorus.state.wire;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.World;
import chorus.rows.RowKeys;
import chorus.state.Place;
import chorus.state.cooccurrence.Deltas;
import chorus.state.wire.DeltaWire.Message;

/** Records of the inner topic as its readers get them, for a single counting partition. */
public final class Wire {
    private Wire() {}

    public static byte[] batch(long epoch, int upstream, Deltas deltas) {
        var batches = new DeltaBatches(new Place(upstream, 1), (destination, batch) -> {});
        batches.add(epoch, 0, deltas);
        return batches.peek(0);
    }

    /** What a batch says, all of it for {@code destination}. */
    public static Deltas deltas(Message.Changes batch, int destination, int partitions) {
        var deltas = new Deltas();
        batch.forEach((from, to, code) -> {
            assertThat(RowKeys.owner(from, partitions)).isEqualTo(destination);
            var window = code % 3 - 1;
            var world = World.of(code / 9);
            if (from == to) {
                deltas.track(from, window, world);
            } else {
                deltas.pair(from, to, window, code / 3 % 3 - 1, world);
            }
        });
        return deltas;
    }

    public static byte[] mark(long epoch, int upstream, int upstreams) {
        return DeltaWire.mark(epoch, upstream, upstreams);
    }
}
