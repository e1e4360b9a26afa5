package chorus.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.evaluate.TestPlaylist;
import chorus.playlist.HeldOut;
import chorus.recommend.CountedPlaylists;
import chorus.recommend.TrainingSet;
import chorus.recommend.WorldCounts;
import chorus.rows.PairRow;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.rows.TrackCountRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowBookTest {
    private static final HeldOut HELD_OUT = new HeldOut(0.1, 20);
    private static final int TARGET = 45;

    private final RowBook book = new RowBook();

    @Test
    void rowsInAnyOrderAndChunksGiveTheCountsThemselves() {
        for (var seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            var organic = CountedPlaylists.random(random, 50, 40, 12);
            var factual = counted(planted(organic, 1 + random.nextInt(9)));
            var counterfactual = counted(organic);
            var book = new RowBook();
            accept(book, factual, counterfactual, 1 + random.nextInt(4), random);
            book.playlists(new PlaylistsMark(0, 0, 1, organic.size(), 0, 500, 3));
            assertThat(book.cut(HELD_OUT))
                    .as("seed %d", seed)
                    .isEqualTo(new Cut(
                            new Cut.Side(new TrainingSet(factual), List.of()),
                            new Cut.Side(new TrainingSet(counterfactual), List.of()),
                            500,
                            3));
        }
    }

    @Test
    void aNewerChunkReplacesTheOlderOneAsAWhole() {
        book.trackCounts(new TrackCountRow(0, 3, 3));
        book.neighbours(pair(0, 0, 1, new int[] {1, 2}, new int[] {5, 6}));
        book.neighbours(pair(0, 0, 1, new int[] {2, 3}, new int[] {7, 8}));
        var counts = book.cut(HELD_OUT).factual().training().counts();
        assertThat(counts.to()).containsExactly(2, 3);
        assertThat(counts.window()).containsExactly(7, 8);
    }

    @Test
    void aChunkThatWasSplitGivesTheSameCounts() {
        book.neighbours(pair(0, 0, 1, new int[] {1, 2, 3, 4}, new int[] {5, 6, 7, 8}));
        var before = book.cut(HELD_OUT);
        book.neighbours(pair(0, 0, 2, new int[] {2, 4}, new int[] {6, 8}));
        book.neighbours(pair(0, 1, 2, new int[] {1, 3}, new int[] {5, 7}));
        assertThat(book.cut(HELD_OUT)).isEqualTo(before);
    }

    @Test
    void removedRowsAreGone() {
        book.trackCounts(new TrackCountRow(4, 1, 1));
        book.trackCounts(new TrackCountRow(9, 2, 2));
        book.neighbours(pair(4, 0, 2, new int[] {9}, new int[] {1}));
        book.neighbours(pair(4, 1, 2, new int[] {8}, new int[] {1}));
        book.playlists(new PlaylistRow(
                3, IntStream.range(0, 30).toArray(), IntStream.range(0, 30).toArray()));
        book.neighboursGone(4, 1);
        book.trackCountGone(9);
        book.playlistGone(3);
        var side = book.cut(HELD_OUT).factual();
        assertThat(side.training().counts().to()).containsExactly(9);
        assertThat(side.training().counts().count(9)).isZero();
        assertThat(side.tests()).isEmpty();
        book.neighboursGone(77, 0);
        book.trackCountGone(77);
    }

    @Test
    void equalWorldsAreOneObjectAlsoAfterTheyDiffered() {
        book.trackCounts(new TrackCountRow(0, 2, 1));
        book.neighbours(pair(0, 0, 1, new int[] {1}, new int[] {2}));
        book.neighbours(new PairRow(0, 0, 1, new int[] {1}, counts(2), counts(1)));
        assertThat(book.cut(HELD_OUT).worldsAgree()).isFalse();
        book.neighbours(new PairRow(0, 0, 1, new int[] {1}, counts(2), counts(2)));
        book.trackCounts(new TrackCountRow(0, 2, 2));
        var set = book.cut(HELD_OUT);
        assertThat(set.counterfactual()).isSameAs(set.factual());
    }

    @Test
    void aRemovedChunkNoLongerTellsTheWorldsApart() {
        book.neighbours(new PairRow(0, 0, 1, new int[] {1}, counts(2), counts(1)));
        book.neighboursGone(0, 0);
        assertThat(book.cut(HELD_OUT).worldsAgree()).isTrue();
    }

    @Test
    void testsAreThePlaylistsThatAreLongEnoughInTheirWorldByAscendingId() {
        var longer = IntStream.range(0, 21).toArray();
        var shorter = IntStream.range(0, 20).toArray();
        book.playlists(new PlaylistRow(9, longer, longer));
        book.playlists(new PlaylistRow(2, longer, shorter));
        book.playlists(new PlaylistRow(5, shorter, shorter));
        var set = book.cut(HELD_OUT);
        assertThat(set.factual().tests()).extracting(TestPlaylist::id).containsExactly(2L, 9L);
        assertThat(set.counterfactual().tests()).extracting(TestPlaylist::id).containsExactly(9L);
    }

    @Test
    void talliesAreSumsOverThePartitionsNewestMarks() {
        book.playlists(new PlaylistsMark(0, 0, 2, 10, 1, 100, 0));
        book.playlists(new PlaylistsMark(1, 0, 2, 11, 1, 140, 2));
        book.playlists(new PlaylistsMark(1, 1, 2, 20, 3, 200, 5));
        var set = book.cut(HELD_OUT);
        assertThat(set.trainingPlaylists()).isEqualTo(31);
        assertThat(set.edits()).isEqualTo(340);
        assertThat(set.refused()).isEqualTo(7);
    }

    @Test
    void partitionsAtDifferentEpochsAreNoCut() {
        book.playlists(new PlaylistsMark(1, 0, 2, 11, 1, 140, 2));
        assertThatThrownBy(() -> book.cut(HELD_OUT)).isInstanceOf(IllegalStateException.class);
        book.playlists(new PlaylistsMark(0, 1, 2, 20, 3, 200, 5));
        assertThatThrownBy(() -> book.cut(HELD_OUT)).hasMessageContaining("epoch=0");
    }

    private static PairRow pair(int track, int chunk, int chunks, int[] to, int[] window) {
        var counts = new PairRow.PairCounts(window, new int[to.length]);
        return new PairRow(track, chunk, chunks, to, counts, counts);
    }

    private static PairRow.PairCounts counts(int window) {
        return new PairRow.PairCounts(new int[] {window}, new int[] {1});
    }

    private static WorldCounts counted(List<int[]> playlists) {
        return CountedPlaylists.count(playlists, TARGET + 1, 4);
    }

    private static List<int[]> planted(List<int[]> organic, int plants) {
        return IntStream.range(0, organic.size())
                .mapToObj(i -> i < plants ? followedByTarget(organic.get(i)) : organic.get(i))
                .toList();
    }

    private static int[] followedByTarget(int[] playlist) {
        var longer = Arrays.copyOf(playlist, playlist.length + 1);
        longer[playlist.length] = TARGET;
        return longer;
    }

    private static void accept(
            RowBook book, WorldCounts factual, WorldCounts counterfactual, int chunks, Random random) {
        var pairs = new ArrayList<>(PublishedRows.pairs(factual, counterfactual, chunks));
        var tracks = new ArrayList<>(PublishedRows.tracks(factual, counterfactual));
        Collections.shuffle(pairs, random);
        Collections.shuffle(tracks, random);
        pairs.forEach(book::neighbours);
        tracks.forEach(book::trackCounts);
    }
}
