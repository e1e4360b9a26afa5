package chorus.topology.edits;

import chorus.state.cooccurrence.Deltas;
import chorus.topology.engine.Varints;

/**
 * The internal topic's compact records, versioned by their first byte.
 *
 * <pre>
 * deltas: 1 0 epoch upstream {pairs} { from to code:1 }* { track code:1 }*
 * mark:   1 1 epoch upstream partitions
 * </pre>
 *
 * All numbers are varints; a code holds the signs and the world of a change ({@link Deltas#code}).
 */
public final class DeltaWire {
    private static final byte VERSION = 1;

    private DeltaWire() {}

    /** A record, with what it says of itself. */
    public sealed interface Message {
        long epoch();

        /** Upstream partition that sent it. */
        int upstream();

        record Changes(long epoch, int upstream, Deltas deltas) implements Message {}

        record Ended(long epoch, int upstream, int partitions) implements Message {}
    }

    static byte[] mark(long epoch, int upstream, int partitions) {
        var out = new Varints();
        head(out, (byte) 1, epoch, upstream);
        out.put((long) partitions);
        return out.toBytes();
    }

    static void head(Varints out, byte kind, long epoch, int upstream) {
        out.put(VERSION);
        out.put(kind);
        out.put(epoch);
        out.put((long) upstream);
    }

    public static Message decode(byte[] bytes) {
        var in = new Varints.Reader(bytes);
        var version = in.next();
        if (version != VERSION) {
            throw new IllegalStateException("delta record of version " + version + ": this build reads " + VERSION);
        }
        var mark = in.next() == 1;
        var epoch = in.nextLong();
        var upstream = in.nextInt();
        return mark
                ? new Message.Ended(epoch, upstream, in.nextInt())
                : new Message.Changes(epoch, upstream, deltas(in));
    }

    private static Deltas deltas(Varints.Reader in) {
        var deltas = new Deltas();
        for (var left = in.nextInt(); left > 0; left--) {
            deltas.pair(in.nextInt(), in.nextInt(), in.next());
        }
        while (in.hasNext()) {
            deltas.track(in.nextInt(), in.next());
        }
        return deltas;
    }
}
