package chorus.state.runs;

import chorus.state.cooccurrence.ChunkWriter;
import chorus.state.cooccurrence.SortedChanges;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes sorted changes as a run: segments that can be read one after another, each of its own.
 *
 * <pre>
 * segment:  version:1 { from:4 length:4 neighbours:length }*     neighbours as in a chunk, signed; a wide row takes several parts
 * </pre>
 */
public final class Runs {
    static final byte VERSION = 2;
    static final int PART_HEADER = 8;
    private static final int SEGMENT = 64 << 10;
    /** So many neighbours take less than a segment, whatever their counts. */
    private static final int WIDEST_PART = 256;

    private final ChunkWriter part = new ChunkWriter();
    private final ByteBuffer segment = ByteBuffer.allocate(SEGMENT).put(VERSION);
    private final List<byte[]> segments = new ArrayList<>();

    private Runs() {}

    /** The segments of a run; none where nothing changed. */
    public static List<byte[]> write(SortedChanges changes) {
        var run = new Runs();
        for (var start = 0; start < changes.size(); ) {
            var end = Math.min(changes.endOfRow(start), start + WIDEST_PART);
            run.part(changes, start, end);
            start = end;
        }
        run.end();
        return run.segments;
    }

    private void part(SortedChanges changes, int start, int end) {
        part.reset();
        for (var i = start; i < end; i++) {
            part.append(changes.to(i), changes.twin()[i], changes.others()[i]);
        }
        if (segment.remaining() < PART_HEADER + part.bodySize()) {
            end();
        }
        segment.putInt(changes.from(start)).putInt(part.bodySize());
        part.body(segment);
    }

    private void end() {
        if (segment.position() > 1) {
            segments.add(Arrays.copyOf(segment.array(), segment.position()));
            segment.position(1);
        }
    }
}
