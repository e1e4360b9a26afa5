package chorus.state.counts;

import chorus.state.bytes.ByteStore;
import chorus.state.bytes.Varints;
import chorus.state.runs.Arrivals;
import chorus.state.runs.RunReader;
import chorus.state.runs.Runs;
import chorus.state.wire.DeltaWire;
import chorus.state.wire.DeltaWire.Malformed;
import chorus.state.wire.DeltaWire.Message;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** One epoch's part of the {@link Journal}. */
final class EpochJournal {
    private static final byte BATCHES = 0;
    /** Well below the largest record that a broker takes by default. */
    private static final int SEGMENT_BYTES = 512 << 10;

    private static final int MOST_RUNS = 32;

    private final long epoch;
    private final ByteStore<byte[]> store;
    /** What has come since the last run. */
    private final Arrivals came = new Arrivals();

    private final List<byte[]> unsaved = new ArrayList<>();
    /** Segments of what has come since the last run that are stored. */
    private int stored;

    private int first;
    private final IntArrayList segmentsOfRuns = new IntArrayList();

    EpochJournal(long epoch, ByteStore<byte[]> store) {
        this.epoch = epoch;
        this.store = store;
    }

    /** Takes up a stored segment; they come in ascending order. */
    void restore(int run, int segment, byte[] bytes) {
        if (segmentsOfRuns.isEmpty() && stored == 0) {
            first = run;
        }
        if (bytes[0] != BATCHES) {
            segmentsOfRuns.size(run - first + 1);
            segmentsOfRuns.set(run - first, segment + 1);
            return;
        }
        stored = segment + 1;
        var in = new Varints.Reader(bytes);
        in.next();
        while (in.hasNext()) {
            replay(in.next(in.nextInt()));
        }
    }

    private void replay(byte[] batch) {
        switch (DeltaWire.decode(batch)) {
            case Message.Changes kept -> kept.forEach(came::add);
            case Message.Ended mark -> throw new IllegalStateException("a mark in the journal: " + mark);
        }
    }

    /** @throws Malformed where the batch is none; nothing of it is kept then */
    void add(Message.Changes batch, byte[] bytes) {
        var before = came.mark();
        try {
            batch.forEach(came::add);
        } catch (Malformed fault) {
            came.back(before);
            throw fault;
        } catch (IndexOutOfBoundsException cutOff) {
            came.back(before);
            throw new Malformed("no deltas: cut off after " + bytes.length + " bytes");
        }
        unsaved.add(bytes);
    }

    /** How many changes are in no run yet. */
    int waiting() {
        return came.size();
    }

    boolean crowded() {
        return segmentsOfRuns.size() >= MOST_RUNS;
    }

    /** The number of the run that what comes will make. */
    int next() {
        return first + segmentsOfRuns.size();
    }

    /** Stores what was added since the last time. */
    void save() {
        var out = new Varints();
        out.put(BATCHES);
        for (var batch : unsaved) {
            if (out.size() > 1 && out.size() + batch.length > SEGMENT_BYTES) {
                store(out);
                out.clear();
                out.put(BATCHES);
            }
            out.put((long) batch.length);
            out.put(batch);
        }
        if (out.size() > 1) {
            store(out);
        }
        unsaved.clear();
    }

    private void store(Varints segment) {
        store.put(key(next(), stored++), segment.toBytes());
    }

    /**
     * Makes a run of what has come, in place of the stored batches. Where all of it cancels out there is none: a run without a
     * segment would be forgotten by a restart, and another take its number.
     */
    void seal() {
        var run = next();
        var segments = Runs.write(came.sorted());
        for (var i = 0; i < segments.size(); i++) {
            store.put(key(run, i), segments.get(i));
        }
        while (stored > segments.size()) {
            store.delete(key(run, --stored));
        }
        if (!segments.isEmpty()) {
            segmentsOfRuns.add(segments.size());
        }
        stored = 0;
        came.clear();
        unsaved.clear();
    }

    /** The runs before {@code end} that are still there. */
    List<RunReader> runs(int end) {
        return IntStream.range(first, Math.min(end, next()))
                .mapToObj(run -> new RunReader(segment -> segment(run, segment), segmentsOfRuns.getInt(run - first)))
                .toList();
    }

    private byte[] segment(int run, int segment) {
        return Objects.requireNonNull(store.get(key(run, segment)), "segment of a run");
    }

    /** Takes away the runs before {@code end}. */
    void drop(int end) {
        while (first < end && !segmentsOfRuns.isEmpty()) {
            for (var segment = segmentsOfRuns.removeInt(0); segment > 0; ) {
                store.delete(key(first, --segment));
            }
            first++;
        }
    }

    private byte[] key(int run, int segment) {
        return ByteBuffer.allocate(16)
                .putLong(epoch)
                .putInt(run)
                .putInt(segment)
                .array();
    }
}
