package chorus.state.cooccurrence;

import chorus.rows.RowKeys;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges sorted changes into rows of neighbours. A row is one chunk until it has more than {@code limit} neighbours; then the
 * number of its chunks doubles until none has more, a neighbour's chunk being the top bits of its hash, so that a head track
 * costs no more a change than another.
 *
 * <pre>
 * (track, chunk 0) → bits neighbours…      bits in the header: the row has 2^bits chunks
 * (track, chunk 1) → bits neighbours…
 * </pre>
 *
 * Among its neighbours a track may meet itself: there stands, in place of a pair's count, the number of playlists that hold it.
 */
public final class RowMerge {
    private static final int UNKNOWN = -1;
    /** Neighbours whose hashes begin alike cannot be told apart for ever. */
    private static final int MOST_BITS = 16;

    private final int limit;
    private final Chunks chunks;
    private final Tally tally;
    private final Int2IntOpenHashMap bitsOf = new Int2IntOpenHashMap();
    private final ChunkReader reader = new ChunkReader();
    private final ChunkWriter writer = new ChunkWriter();

    /**
     * Merges into {@code chunks}, keeping {@code tally} true.
     *
     * @param limit neighbours beyond which a chunk is split
     */
    public RowMerge(int limit, Chunks chunks, Tally tally) {
        this.limit = limit;
        this.chunks = chunks;
        this.tally = tally;
        bitsOf.defaultReturnValue(UNKNOWN);
    }

    public void merge(SortedChanges changes) {
        var exchange = new Exchange();
        for (var start = 0; start < changes.size(); ) {
            var end = changes.endOfRow(start);
            mergeRow(changes, start, end, exchange);
            start = end;
        }
        tally.add(exchange);
    }

    private void mergeRow(SortedChanges changes, int start, int end, Exchange exchange) {
        var track = changes.from(start);
        var bits = bits(track);
        var widest = 0;
        if (bits == 0) {
            widest = mergeChunk(changes, all(start, end), track, 0, 0, exchange);
        } else {
            var parts = parts(changes, start, end, bits);
            for (var chunk = 0; chunk < parts.size(); chunk++) {
                if (parts.get(chunk).length > 0) {
                    widest = Math.max(widest, mergeChunk(changes, parts.get(chunk), track, chunk, bits, exchange));
                }
            }
        }
        while (widest > limit && bits < MOST_BITS) {
            widest = split(track, bits++);
        }
    }

    /** Key of the chunk that holds the track's own count. */
    public long diagonal(int track) {
        return RowKeys.chunk(track, chunkOf(track, bits(track)));
    }

    private int bits(int track) {
        var bits = bitsOf.get(track);
        if (bits == UNKNOWN) {
            var first = chunks.get(RowKeys.chunk(track, 0));
            bits = first == null ? 0 : ChunkReader.bits(first);
            bitsOf.put(track, bits);
        }
        return bits;
    }

    /** The chunk of neighbour {@code to} in a row of 2^bits chunks. */
    static int chunkOf(int to, int bits) {
        return bits == 0 ? 0 : to * 0x9E37_79B9 >>> 32 - bits;
    }

    private static int[] all(int start, int end) {
        var indices = new int[end - start];
        for (var i = 0; i < indices.length; i++) {
            indices[i] = start + i;
        }
        return indices;
    }

    /** Indices of the changes start…end−1 by chunk, ascending in each. */
    private static List<int[]> parts(SortedChanges changes, int start, int end, int bits) {
        var sizes = new int[1 << bits];
        for (var i = start; i < end; i++) {
            sizes[chunkOf(changes.to(i), bits)]++;
        }
        var parts = new ArrayList<int[]>(sizes.length);
        for (var size : sizes) {
            parts.add(new int[size]);
        }
        var filled = new int[1 << bits];
        for (var i = start; i < end; i++) {
            var chunk = chunkOf(changes.to(i), bits);
            parts.get(chunk)[filled[chunk]++] = i;
        }
        return parts;
    }

    /** Merges the changes at {@code indices} into one chunk and returns how many neighbours it then has. */
    private int mergeChunk(SortedChanges changes, int[] indices, int track, int chunk, int bits, Exchange exchange) {
        var key = RowKeys.chunk(track, chunk);
        var counts = 0;
        reader.open(chunks.get(key)).pass();
        writer.reset();
        for (var i : indices) {
            var to = changes.to(i);
            copyBefore(to);
            var present = reader.at(to);
            if (present) {
                reader.counts();
            }
            var old = present ? reader.twin() : 0;
            var oldOthers = present ? reader.others() : Differences.NONE;
            var now = Lanes.plus(old, changes.twin()[i]);
            var nowOthers = oldOthers.plus(changes.others()[i]);
            exchange.count(track, to, old, now, oldOthers, nowOthers);
            counts += to == track ? 1 : 0;
            if (now != 0 || !nowOthers.isEmpty()) {
                writer.append(to, now, nowOthers);
            }
            if (present) {
                reader.pass();
            }
        }
        copyBefore(Long.MAX_VALUE);
        chunks.put(key, written(chunk, bits));
        if (counts > 0) {
            chunks.countChanged(track);
        }
        if (indices.length > counts) {
            chunks.pairsChanged(key);
        }
        return writer.neighbours();
    }

    /** Neighbours between two changes are copied as bytes. */
    private void copyBefore(long to) {
        var run = reader.before(to);
        if (run != null) {
            writer.append(run);
        }
    }

    /** The written chunk; null where nothing needs to be kept: chunk 0 of a split row keeps its header. */
    private byte @Nullable [] written(int chunk, int bits) {
        return writer.neighbours() == 0 && (chunk > 0 || bits == 0) ? null : writer.bytes(bits);
    }

    /**
     * Doubles the chunks of a row and returns how many neighbours the widest then has: chunk c becomes 2c and 2c+1. From the last
     * to the first, so that none is overwritten unread.
     */
    private int split(int track, int bits) {
        var doubled = bits + 1;
        var widest = 0;
        for (var chunk = (1 << bits) - 1; chunk >= 0; chunk--) {
            var old = chunks.get(RowKeys.chunk(track, chunk));
            for (var half = 1; half >= 0; half--) {
                widest = Math.max(widest, splitOff(old, track, 2 * chunk + half, doubled));
            }
        }
        bitsOf.put(track, doubled);
        return widest;
    }

    /** Writes those neighbours of {@code old} that belong to {@code chunk}; returns how many they are. */
    private int splitOff(byte @Nullable [] old, int track, int chunk, int bits) {
        writer.reset();
        reader.open(old);
        while (reader.next()) {
            if (chunkOf(reader.to(), bits) == chunk) {
                writer.append(reader.to(), reader.twin(), reader.others());
            }
        }
        chunks.put(RowKeys.chunk(track, chunk), written(chunk, bits));
        chunks.pairsChanged(RowKeys.chunk(track, chunk));
        return writer.neighbours();
    }
}
