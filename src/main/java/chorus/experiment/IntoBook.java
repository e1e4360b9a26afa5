package chorus.experiment;

import chorus.retrain.RowBook;
import chorus.rows.CountsMark;
import chorus.rows.PairRow;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.rows.TrackCountRow;
import chorus.state.counts.CountsOutput;
import chorus.state.edits.PlaylistsOutput;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a stage publishes, put into a trainer's book as if it had been read there. */
final class IntoBook {
    private IntoBook() {}

    /** @param ended is told when the book has an epoch's playlists */
    record OfPlaylists(RowBook book, Consumer<PlaylistsMark> ended) implements PlaylistsOutput {
        @Override
        public void row(long playlist, @Nullable PlaylistRow row) {
            if (row == null) {
                book.removePlaylist(playlist);
            } else {
                book.accept(row);
            }
        }

        @Override
        public void mark(PlaylistsMark mark) {
            book.accept(mark);
            ended.accept(mark);
        }
    }

    /** @param ended is told when the book has an epoch's counts */
    record OfCounts(RowBook book, Consumer<CountsMark> ended) implements CountsOutput {
        @Override
        public void pairs(long chunkKey, @Nullable PairRow row) {
            if (row == null) {
                book.removeNeighbours(chunkKey);
            } else {
                book.accept(row);
            }
        }

        @Override
        public void count(int track, @Nullable TrackCountRow row) {
            if (row == null) {
                book.removeTrackCount(track);
            } else {
                book.accept(row);
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
