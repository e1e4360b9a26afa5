package chorus.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.evaluate.TestPlaylist;
import chorus.playlist.HeldOut;
import chorus.recommend.CountedPlaylists;
import chorus.recommend.WorldCounts;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.PairRow;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistRow.View;
import chorus.rows.PlaylistsMark;
import chorus.rows.TrackCountRow;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowBookTest {
    private static final HeldOut HELD_OUT = new HeldOut(1, 0.1, 20);
    private static final Worlds WORLDS = SomeWorlds.twinAndTwo();
    private static final int A = 0b0010;
    private static final int B = 0b0100;
    private static final int BOTH = 0b1000;

    private final RowBook book = new RowBook();

    @Test
    void rowsInAnyOrderAndChunksGiveEachWorldItsCounts() {
        for (var seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            var worlds = counted(random);
            var book = new RowBook();
            accept(book, worlds, 1 + random.nextInt(4), random);
            book.playlists(new PlaylistsMark(0, 0, 1, WORLDS.names(), 50, 0, Map.of("a", 3L), 500, 3));
            var cut = book.cut(HELD_OUT, WORLDS, _ -> List.of());
            assertThat(cut.sides())
                    .as("seed %d", seed)
                    .extracting(side -> side.training().get().counts())
                    .isEqualTo(worlds);
            assertThat(cut.tallies()).isEqualTo(new Cut.Tallies(50, 500, 3, Map.of("a", 3L)));
        }
    }

    /** Rows are replaced by those of other counts again and again: worlds have one side exactly where their counts are equal. */
    @Test
    void worldsHaveOneSideExactlyWhereTheyAreEqual() {
        for (var seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            var book = new RowBook();
            for (var step = 0; step < 6; step++) {
                var worlds = counted(random);
                accept(book, worlds, 2, random);
                var sides = book.cut(HELD_OUT, WORLDS, _ -> List.of()).sides();
                for (var world = 0; world < worlds.size(); world++) {
                    var same = sides.get(worlds.indexOf(worlds.get(world)));
                    assertThat(sides.get(world))
                            .as("seed %d, step %d", seed, step)
                            .isSameAs(same);
                }
                assertThat(sides.stream().distinct())
                        .hasSameSizeAs(worlds.stream().distinct().toList());
            }
        }
    }

    @Test
    void aNewerChunkReplacesTheOlderOneAsAWhole() {
        book.trackCounts(new TrackCountRow(0, 3));
        book.neighbours(pair(0, 0, 1, new int[] {1, 2}, new int[] {5, 6}));
        book.neighbours(pair(0, 0, 1, new int[] {2, 3}, new int[] {7, 8}));
        var counts = counts(0);
        assertThat(counts.to()).containsExactly(2, 3);
        assertThat(counts.window()).containsExactly(7, 8);
    }

    @Test
    void aChunkThatWasSplitGivesTheSameCounts() {
        book.neighbours(pair(0, 0, 1, new int[] {1, 2, 3, 4}, new int[] {5, 6, 7, 8}));
        var before = counts(0);
        book.neighbours(pair(0, 0, 2, new int[] {2, 4}, new int[] {6, 8}));
        book.neighbours(pair(0, 1, 2, new int[] {1, 3}, new int[] {5, 7}));
        assertThat(counts(0)).isEqualTo(before);
    }

    @Test
    void removedRowsAreGone() {
        book.trackCounts(new TrackCountRow(4, 1));
        book.trackCounts(new TrackCountRow(9, 2, new int[] {A}, new int[] {3}));
        book.neighbours(pair(4, 0, 2, new int[] {9}, new int[] {1}));
        book.neighbours(pair(4, 1, 2, new int[] {8}, new int[] {1}));
        book.playlists(new PlaylistRow(3, IntStream.range(0, 30).toArray(), List.of()));
        book.neighboursGone(4, 1);
        book.trackCountGone(9);
        book.playlistGone(3);
        assertThat(counts(1).to()).containsExactly(9);
        assertThat(counts(1).count(9)).isZero();
        assertThat(book.cut(HELD_OUT, WORLDS, _ -> List.of()).sides().getFirst().tests())
                .isEmpty();
        book.neighboursGone(77, 0);
        book.trackCountGone(77);
    }

    @Test
    void eachKindOfRowTellsWorldsApartUntilItIsReplacedOrGone() {
        requireSides(0, 0, 0, 0);
        book.neighbours(new PairRow(
                0, 0, 1, new int[] {1}, window(2), new Differing(new int[] {0}, new int[] {A | BOTH}, window(1))));
        requireSides(0, 1, 0, 1);
        book.trackCounts(new TrackCountRow(0, 2, new int[] {B}, new int[] {3}));
        requireSides(0, 1, 2, 1);
        book.playlists(new PlaylistRow(9, new int[] {1}, List.of(new View(BOTH, new int[] {1, 2}))));
        requireSides(0, 1, 2, 3);
        book.trackCounts(new TrackCountRow(0, 2));
        requireSides(0, 1, 0, 3);
        book.neighboursGone(0, 0);
        requireSides(0, 0, 0, 3);
        book.playlistGone(9);
        requireSides(0, 0, 0, 0);
    }

    @Test
    void testsAreThePlaylistsThatAreLongEnoughInTheirWorldByAscendingId() {
        var longer = IntStream.range(0, 21).toArray();
        var shorter = IntStream.range(0, 20).toArray();
        book.playlists(new PlaylistRow(9, longer, List.of()));
        book.playlists(new PlaylistRow(2, shorter, List.of(new View(A | B, longer))));
        book.playlists(new PlaylistRow(5, shorter, List.of()));
        var sides = book.cut(HELD_OUT, WORLDS, _ -> List.of()).sides();
        assertThat(sides.get(0).tests()).extracting(TestPlaylist::id).containsExactly(9L);
        assertThat(sides.get(1).tests()).extracting(TestPlaylist::id).containsExactly(2L, 9L);
        assertThat(sides.get(2)).isSameAs(sides.get(1));
        assertThat(sides.get(3)).isSameAs(sides.get(0));
    }

    @Test
    void talliesAreSumsOverThePartitionsNewestMarks() {
        book.playlists(mark(0, 0, 10, Map.of("a", 7L), 100));
        book.playlists(mark(1, 0, 11, Map.of("a", 2L, "b", 1L), 140));
        book.playlists(mark(1, 1, 20, Map.of("a", 3L), 200));
        assertThat(book.cut(HELD_OUT, WORLDS, _ -> List.of()).tallies())
                .isEqualTo(new Cut.Tallies(31, 340, 4, Map.of("a", 5L, "b", 1L)));
    }

    @Test
    void partitionsAtDifferentEpochsAreNoCut() {
        book.playlists(mark(1, 0, 11, Map.of(), 140));
        assertThatThrownBy(() -> book.cut(HELD_OUT, WORLDS, _ -> List.of())).isInstanceOf(IllegalStateException.class);
        book.playlists(mark(0, 1, 20, Map.of(), 200));
        assertThatThrownBy(() -> book.cut(HELD_OUT, WORLDS, _ -> List.of())).hasMessageContaining("epoch=0");
    }

    @Test
    void rowsOfOtherWorldsOrOfAnotherOrderAreNotTrainedFrom() {
        book.playlists(new PlaylistsMark(0, 0, 1, List.of("twin", "onlyB", "onlyA"), 1, 0, Map.of(), 1, 0));
        assertThatThrownBy(() -> book.cut(HELD_OUT, WORLDS, _ -> List.of()))
                .isInstanceOf(OtherWorlds.class)
                .hasMessageStartingWith("the topology counts the worlds twin, onlyB, onlyA; these settings have twin, "
                        + "onlyA, onlyB, both");
        book.playlists(new PlaylistsMark(0, 0, 1, WORLDS.names(), 1, 0, Map.of(), 1, 0));
        assertThat(book.cut(HELD_OUT, WORLDS, _ -> List.of()).tallies().edits()).isOne();
        book.trackCounts(new CountsMark(0, 0, 1, List.of(new OfWorld("twin", WorldDigest.NONE))));
        assertThatThrownBy(() -> book.cut(HELD_OUT, WORLDS, _ -> List.of())).isInstanceOf(OtherWorlds.class);
    }

    private static PlaylistsMark mark(long epoch, int partition, long training, Map<String, Long> planted, long edits) {
        return new PlaylistsMark(epoch, partition, 2, WORLDS.names(), training, 1, planted, edits, 2);
    }

    private void requireSides(int... first) {
        var sides = book.cut(HELD_OUT, WORLDS, _ -> List.of()).sides();
        for (var world = 0; world < first.length; world++) {
            assertThat(sides.indexOf(sides.get(world))).as("world %d", world).isEqualTo(first[world]);
        }
    }

    private WorldCounts counts(int world) {
        return book.cut(HELD_OUT, WORLDS, _ -> List.of())
                .sides()
                .get(world)
                .training()
                .get()
                .counts();
    }

    private static PairRow pair(int track, int chunk, int chunks, int[] to, int[] window) {
        return new PairRow(track, chunk, chunks, to, new PairCounts(window, new int[to.length]), Differing.NONE);
    }

    private static PairCounts window(int window) {
        return new PairCounts(new int[] {window}, new int[] {1});
    }

    /** Counts of the four worlds; campaigns of nobody are among them. */
    private static List<WorldCounts> counted(Random random) {
        var organic = CountedPlaylists.random(random, 50, 40, 12);
        var a = random.nextInt(3);
        var b = random.nextInt(3);
        return List.of(
                count(organic),
                count(planted(organic, 0, a, 45)),
                count(planted(organic, 20, b, 46)),
                count(planted(planted(organic, 0, a, 45), 20, b, 46)));
    }

    private static WorldCounts count(List<int[]> playlists) {
        return CountedPlaylists.count(playlists, 47, 4);
    }

    private static List<int[]> planted(List<int[]> organic, int from, int plants, int target) {
        return IntStream.range(0, organic.size())
                .mapToObj(i -> i >= from && i < from + plants ? followedBy(target, organic.get(i)) : organic.get(i))
                .toList();
    }

    private static int[] followedBy(int target, int[] playlist) {
        var longer = Arrays.copyOf(playlist, playlist.length + 1);
        longer[playlist.length] = target;
        return longer;
    }

    /** Replaces all rows of tracks 0…46 by those of these worlds. */
    private static void accept(RowBook book, List<WorldCounts> worlds, int chunks, Random random) {
        var published = new PublishedRows(worlds);
        var pairs = new ArrayList<>(published.pairs(chunks));
        var tracks = new ArrayList<>(published.tracks());
        for (var track = 0; track < 47; track++) {
            book.trackCountGone(track);
            for (var chunk = 0; chunk < chunks; chunk++) {
                book.neighboursGone(track, chunk);
            }
        }
        Collections.shuffle(pairs, random);
        Collections.shuffle(tracks, random);
        pairs.forEach(book::neighbours);
        tracks.forEach(book::trackCounts);
    }
}
