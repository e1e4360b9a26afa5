package chorus.state.runs;

import chorus.state.bytes.Version;
import chorus.state.cooccurrence.ChunkReader;
import chorus.state.cooccurrence.Differences;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/** Reads the changes of a run that {@link Runs} wrote, in order of (from, to), one segment after another. */
public final class RunReader {
    private final IntFunction<byte[]> segments;
    private final int count;
    private final ChunkReader part = new ChunkReader();
    private ByteBuffer segment = ByteBuffer.allocate(0);
    private int next;
    private int from;

    /**
     * Reads segments 0…count−1.
     *
     * @param segments gives each when it is needed
     */
    public RunReader(IntFunction<byte[]> segments, int count) {
        this.segments = segments;
        this.count = count;
    }

    /** Moves to the next change; false at the end. */
    boolean next() {
        while (!part.next()) {
            if (!nextPart()) {
                return false;
            }
        }
        return true;
    }

    /** Moves to the first change behind the row of {@code track}; false at the end. */
    boolean behind(int track) {
        var more = next();
        while (more && from <= track) {
            more = nextPart() && next();
        }
        return more;
    }

    private boolean nextPart() {
        if (!segment.hasRemaining() && !nextSegment()) {
            return false;
        }
        from = segment.getInt();
        var length = segment.getInt();
        part.open(segment.array(), segment.position(), segment.position() + length);
        segment.position(segment.position() + length);
        return true;
    }

    private boolean nextSegment() {
        if (next == count) {
            return false;
        }
        segment = ByteBuffer.wrap(segments.apply(next++));
        Version.require("run", segment.get(), Runs.VERSION);
        return true;
    }

    int from() {
        return from;
    }

    /** from and to, packed so that they compare. */
    long pair() {
        return (long) from << 32 | part.to();
    }

    long twin() {
        return part.twin();
    }

    Differences others() {
        return part.others();
    }
}
