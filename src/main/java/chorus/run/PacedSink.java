package chorus.run;

import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Holds edits back to a pace and tells how many have passed; a stop cancels it in the middle. */
final class PacedSink implements EditSink {
    private static final int TELL_EVERY = 1000;
    private static final long LONGEST_NAP = 50_000_000;

    private final EditSink sink;
    private final double editsPerSecond;
    private final LongSupplier nanos;
    private final Stop stop;
    private final LongConsumer progress;
    private final long begin;
    private long edits;

    /**
     * @param editsPerSecond the pace; 0 for full speed
     * @param progress told the number of edits from time to time
     */
    PacedSink(EditSink sink, double editsPerSecond, LongSupplier nanos, Stop stop, LongConsumer progress) {
        this.sink = sink;
        this.editsPerSecond = editsPerSecond;
        this.nanos = nanos;
        this.stop = stop;
        this.progress = progress;
        begin = nanos.getAsLong();
    }

    @Override
    public void track(Track track) {
        sink.track(track);
    }

    @Override
    public void campaign(Campaign campaign) {
        sink.campaign(campaign);
    }

    @Override
    public void edit(PlaylistEdit edit) {
        if (editsPerSecond > 0) {
            await((long) (edits / editsPerSecond * 1e9));
        }
        if (stop.asked()) {
            throw new CancellationException("stopped in the middle of an epoch");
        }
        sink.edit(edit);
        edits++;
        if (edits % TELL_EVERY == 0) {
            progress.accept(edits);
        }
    }

    private void await(long due) {
        for (var left = due - (nanos.getAsLong() - begin);
                left > 0 && !stop.asked();
                left = due - (nanos.getAsLong() - begin)) {
            LockSupport.parkNanos(Math.min(left, LONGEST_NAP));
            if (left > LONGEST_NAP) {
                progress.accept(edits);
            }
        }
    }

    @Override
    public void endEpoch(EpochEnded mark) {
        sink.endEpoch(mark);
        progress.accept(edits);
    }

    long edits() {
        return edits;
    }
}
