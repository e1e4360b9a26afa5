package chorus.bench.flink;

import chorus.bench.contender.DeltaCode;
import chorus.state.cooccurrence.Deltas;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.CopyableValue;
import org.jspecify.annotations.NullUnmarked;

/**
 * A change of a pair's counts, or of a track's where {@code to} is {@link chorus.bench.contender.CountKey#TRACK}; it may be filled
 * anew. Nine bytes, two more where it is not of all worlds, as {@link DeltaCode} says.
 */
@NullUnmarked
public final class TrackChange implements CopyableValue<TrackChange> {
    private static final long serialVersionUID = 1;
    private static final int PAIR = 8;

    private int from;
    private int to;
    private transient DeltaCode delta;

    TrackChange with(int newFrom, int newTo, DeltaCode newDelta) {
        from = newFrom;
        to = newTo;
        delta = newDelta;
        return this;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    DeltaCode delta() {
        return delta;
    }

    @Override
    public void write(DataOutputView out) throws IOException {
        out.writeInt(from);
        out.writeInt(to);
        if (delta.isOfAll()) {
            out.writeByte(delta.code());
        } else {
            out.writeByte(delta.code() + Deltas.CODES);
            out.writeChar(delta.worlds());
        }
    }

    @Override
    public void read(DataInputView in) throws IOException {
        from = in.readInt();
        to = in.readInt();
        var code = in.readByte();
        delta = code < Deltas.CODES ? DeltaCode.ofAll(code) : DeltaCode.of((byte) (code - Deltas.CODES), in.readChar());
    }

    @Override
    public int getBinaryLength() {
        return -1;
    }

    @Override
    public void copyTo(TrackChange target) {
        target.with(from, to, delta);
    }

    @Override
    public TrackChange copy() {
        return new TrackChange().with(from, to, delta);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        target.write(source, PAIR);
        var code = source.readByte();
        target.writeByte(code);
        if (code >= Deltas.CODES) {
            target.writeChar(source.readChar());
        }
    }
}
