package chorus.state.wire;

import chorus.playlist.TrackId;
import chorus.state.bytes.Varints;
import chorus.state.cooccurrence.Deltas;
import chorus.worlds.WorldSet;

/**
 * What passes between the stages, versioned by its first byte: batches of deltas of many edits, and marks.
 *
 * <pre>
 * batch:  4 0 epoch upstream first { from to code:1 [worlds] }*     from = to: the number of playlists that hold the track
 * mark:   4 1 epoch upstream partitions
 * </pre>
 *
 * All numbers are varints; {@code first} is the offset of the batch's first edit; a code holds the
 * signs of a change ({@link Deltas#code}); {@link Deltas#CODES} more says that the bits of a set of worlds follow.
 */
public final class DeltaWire {
    private static final byte VERSION = 4;
    /** Bits that no track's id has. */
    private static final int NO_TRACK = -TrackId.BOUND;

    private static final byte MOST_CODE = 2 * Deltas.CODES - 1;

    private DeltaWire() {}

    /** A record, with what it says of itself. */
    public sealed interface Message {
        long epoch();

        /** Upstream partition that sent it. */
        int upstream();

        /**
         * A batch of deltas.
         *
         * @param first the offset of the first edit in it, in the upstream partition
         * @param body may be read once
         */
        record Changes(long epoch, int upstream, long first, Varints.Reader body) implements Message {
            /** Gives every change by its code. */
            public void forEach(PairCode change) {
                while (body.hasNext()) {
                    var from = body.nextInt();
                    var to = body.nextInt();
                    var code = body.next();
                    if (((from | to) & NO_TRACK) != 0 || Byte.compareUnsigned(code, MOST_CODE) > 0) {
                        throw new Malformed("a change of tracks " + from + " and " + to + " with code " + code);
                    }
                    if (code < Deltas.CODES) {
                        change.accept(from, to, code, WorldSet.ALL.bits());
                    } else {
                        change.accept(from, to, (byte) (code - Deltas.CODES), someWorlds());
                    }
                }
            }

            private int someWorlds() {
                var worlds = body.nextInt();
                if ((worlds & 1) != 0 || !WorldSet.isValid(worlds)) {
                    throw new Malformed("a change in the worlds " + Integer.toHexString(worlds));
                }
                return worlds;
            }
        }

        record Ended(long epoch, int upstream, int partitions) implements Message {}
    }

    /** Receives a change of a pair's counts as {@link Deltas#code}, and the bits of the worlds in which it happens. */
    public interface PairCode {
        void accept(int from, int to, byte code, int worlds);
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

    /** A record that is none of the first stage's. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Malformed(String what) {
            super(what);
        }
    }

    /** @throws Malformed where the bytes are no such record; a batch may show it only when its changes are read */
    public static Message decode(byte[] bytes) {
        try {
            return read(bytes);
        } catch (IndexOutOfBoundsException cutOff) {
            throw new Malformed("no deltas: cut off after " + bytes.length + " bytes");
        }
    }

    private static Message read(byte[] bytes) {
        var in = new Varints.Reader(bytes);
        var version = in.next();
        var kind = in.next();
        if (version != VERSION || kind < 0 || kind > 1) {
            throw new Malformed("no deltas: version " + version + ", kind " + kind + "; this build reads " + VERSION);
        }
        var mark = kind == 1;
        var epoch = in.nextLong();
        var upstream = in.nextInt();
        return mark
                ? new Message.Ended(epoch, upstream, in.nextInt())
                : new Message.Changes(epoch, upstream, in.nextLong(), in);
    }
}
