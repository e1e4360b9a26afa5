package chorus.topology.edits;

import chorus.state.cooccurrence.Deltas;

/** Records of the inner topic as its readers get them, for a single counting partition. */
public final class Wire {
    private Wire() {}

    public static byte[] batch(long epoch, int upstream, Deltas deltas) {
        var batches = new DeltaBatches(1);
        batches.begin(upstream);
        batches.add(epoch, deltas);
        return batches.take(0);
    }

    public static byte[] mark(long epoch, int upstream, int upstreams) {
        return DeltaWire.mark(epoch, upstream, upstreams);
    }
}
