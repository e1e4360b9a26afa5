package chorus.experiment;

import chorus.rows.CountsMark;
import chorus.rows.PairRow;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.rows.RowKeys;
import chorus.rows.RowSink;
import chorus.rows.TrackCountRow;
import chorus.state.counts.CountsOutput;
import chorus.state.edits.PlaylistsOutput;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a stage publishes, given to whoever reads rows as if it had come over the topics. */
final class IntoRows {
    private IntoRows() {}

    /** @param ended is told when the rows are there of an epoch's playlists */
    record OfPlaylists(RowSink rows, Consumer<PlaylistsMark> ended) implements PlaylistsOutput {
        @Override
        public void row(long playlist, @Nullable PlaylistRow row) {
            if (row == null) {
                rows.playlistGone(playlist);
            } else {
                rows.playlists(row);
            }
        }

        @Override
        public void mark(PlaylistsMark mark) {
            rows.playlists(mark);
            ended.accept(mark);
        }
    }

    /** @param ended is told when the rows are there of an epoch's counts */
    record OfCounts(RowSink rows, Consumer<CountsMark> ended) implements CountsOutput {
        @Override
        public void pairs(long chunkKey, @Nullable PairRow row) {
            if (row == null) {
                rows.neighboursGone(RowKeys.track(chunkKey), RowKeys.chunk(chunkKey));
            } else {
                rows.neighbours(row);
            }
        }

        @Override
        public void count(int track, @Nullable TrackCountRow row) {
            if (row == null) {
                rows.trackCountGone(track);
            } else {
                rows.trackCounts(row);
            }
        }

        @Override
        public void mark(CountsMark mark) {
            ended.accept(mark);
        }

        @Override
        public void soon() {
            // what lies on the heap lasts as long as it is to
        }
    }
}
