package chorus.state.counts;

import chorus.rows.CountsMark;
import chorus.rows.PairRow;
import chorus.rows.TrackCountRow;
import org.jspecify.annotations.Nullable;

/** Where the second stage publishes: the rows that changed in an epoch, then the epoch's mark. */
public interface CountsOutput {
    /** A chunk's pairs at the cut; null where it has none any more. */
    void pairs(long chunkKey, @Nullable PairRow row);

    /** How many playlists hold a track at the cut; null where none does any more. */
    void count(int track, @Nullable TrackCountRow row);

    void mark(CountsMark mark);

    /** Told at the beginning and at the end of closing: others wait for it, so what is done should last soon. */
    void soon();
}
