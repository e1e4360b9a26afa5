package chorus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.PairRow;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistRow.View;
import chorus.rows.TrackCountRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One playlist: the twin sees 1 2, worlds a and both see 1 9 2, world b sees what the twin does. */
class RowComparisonTest {
    private static final int A_AND_BOTH = 0b1010;
    private static final int B = 0b0100;

    private final Published published = new Published();
    private final Differences differences = new Differences();
    private final RowComparison comparison =
            new RowComparison(published, List.of("none", "a", "b", "both"), differences);
    private final WorldTally naive = new WorldTally(10, 4);

    RowComparisonTest() {
        naive.add(new int[][] {{1, 2}, {1, 9, 2}, {1, 2}, {1, 9, 2}}, 1);
        // twin: 1→2 (1,1); a and both: 1→9 (1,1), 1→2 (1,0), 9→2 (1,1)
        row(1, 0, 2, 2, 1, 1, differing(A_AND_BOTH, 1, 0));
        row(1, 1, 2, 9, 0, 0, differing(A_AND_BOTH, 1, 1));
        row(9, 0, 1, 2, 0, 0, differing(A_AND_BOTH, 1, 1));
        published.trackCounts(new TrackCountRow(1, 1));
        published.trackCounts(new TrackCountRow(2, 1));
        published.trackCounts(new TrackCountRow(9, 0, new int[] {A_AND_BOTH}, new int[] {1}));
    }

    @Test
    void equalRowsHaveNoDifference() {
        comparison.pairs(naive);
        comparison.tracks(naive);
        assertThat(differences.first()).isEmpty();
        assertThat(comparison.compared()).isEqualTo(6); // three pairs, three tracks
    }

    @Test
    void aMissingRowIsFound() {
        published.neighboursGone(9, 0);
        published.trackCountGone(2);
        comparison.pairs(naive);
        comparison.tracks(naive);
        assertThat(told())
                .containsExactly(
                        "tracks 9 → 2: expected none 0 in the window and 0 adjacent,"
                                + " a 1 in the window and 1 adjacent, b 0 in the window and 0 adjacent,"
                                + " both 1 in the window and 1 adjacent, published no row",
                        "track 2: expected none 1, a 1, b 1, both 1, published no row");
    }

    @Test
    void aSurplusRowIsFound() {
        row(5, 0, 1, 2, 1, 1, Differing.NONE);
        comparison.pairs(naive);
        assertThat(differences.count()).isEqualTo(1);
        assertThat(differences.first().getFirst().expected()).isEqualTo("no row");
    }

    @Test
    void aRowOfZerosIsFound() {
        row(5, 0, 1, 2, 0, 0, Differing.NONE);
        comparison.pairs(naive);
        assertThat(told()).containsExactly("tracks 5 → 2: expected no row, published a row of zeros");
    }

    @Test
    void aCountThatIsWrongInOneWorldIsFoundAndItsWorldNamed() {
        row(9, 0, 1, 2, 0, 0, differing(0b0010, 1, 1));
        published.trackCounts(new TrackCountRow(1, 1, new int[] {B}, new int[] {2}));
        comparison.pairs(naive);
        comparison.tracks(naive);
        assertThat(told())
                .containsExactly(
                        "tracks 9 → 2: expected both 1 in the window and 1 adjacent,"
                                + " published both 0 in the window and 0 adjacent",
                        "track 1: expected b 1, published b 2");
    }

    @Test
    void aNeighbourInTwoChunksIsFound() {
        row(1, 1, 2, 2, 1, 1, differing(A_AND_BOTH, 1, 0));
        comparison.pairs(naive);
        assertThat(differences.first().getFirst().actual()).isEqualTo("several");
    }

    static Stream<Arguments> misshapen() {
        return Stream.of(
                Arguments.of("the twin", sets(A_AND_BOTH | 1), new int[] {1}),
                Arguments.of("no world", sets(0), new int[] {1}),
                Arguments.of("a world that the run does not have", sets(A_AND_BOTH | 0b1_0000), new int[] {1}),
                Arguments.of("all worlds to come", sets(~0b0101), new int[] {1}),
                Arguments.of("a world twice", sets(A_AND_BOTH, 0b1000), new int[] {1, 2}),
                Arguments.of("a set that agrees with the twin", sets(A_AND_BOTH, B), new int[] {1, 0}),
                Arguments.of("two sets that agree", sets(0b0010, 0b1000), new int[] {1, 1}),
                Arguments.of("a lower world later", sets(0b1000, 0b0010), new int[] {1, 2}),
                Arguments.of("more sets than counts", sets(0b0010, 0b1000), new int[] {1}));
    }

    private static int[] sets(int... bits) {
        return bits;
    }

    /** Whatever world is asked: a form that is not the one form is a difference, though each world's count may be right. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("misshapen")
    void aFormThatIsNotTheOneFormIsFound(String what, int[] sets, int[] counts) {
        published.trackCounts(new TrackCountRow(9, 0, sets, counts));
        var at = new int[sets.length];
        published.neighbours(new PairRow(
                9,
                0,
                1,
                new int[] {2},
                new PairCounts(new int[1], new int[1]),
                new Differing(at, sets, new PairCounts(counts, counts))));
        comparison.pairs(naive);
        comparison.tracks(naive);
        assertThat(differences.first().stream().map(Verification.Difference::what))
                .as(what)
                .containsExactly("chunk 0 of track 9", "track 9");
    }

    @Test
    void aDifferenceOfNoNeighbourIsFound() {
        for (var at : new int[] {-1, 1}) {
            published.neighbours(new PairRow(
                    9,
                    0,
                    1,
                    new int[] {2},
                    new PairCounts(new int[1], new int[1]),
                    new Differing(new int[] {at}, sets(A_AND_BOTH), new PairCounts(new int[] {1}, new int[] {1}))));
            comparison.pairs(naive);
        }
        assertThat(differences.count()).isEqualTo(2);
    }

    @Test
    void heldOutPlaylistsAreComparedBothWays() {
        published.playlists(new PlaylistRow(2, new int[] {1}, List.of(new View(A_AND_BOTH, new int[] {9, 1}))));
        published.playlists(new PlaylistRow(3, new int[] {1, 2}, List.of()));
        published.playlists(new PlaylistRow(4, new int[] {1}, List.of()));
        comparison.heldOut(Map.of(
                2L, views(new int[] {1}, new int[] {9, 1}),
                3L, views(new int[] {1, 2}, new int[] {2, 1}),
                5L, views(new int[] {7}, new int[] {7}),
                6L, views(new int[0], new int[0])));
        assertThat(told())
                .containsExactly(
                        "held-out playlist 3: expected a [2, 1], both [2, 1], published a [1, 2], both [1, 2]",
                        "held-out playlist 4: expected no row, published a row",
                        "held-out playlist 5: expected none [7], a [7], b [7], both [7], published no row");
    }

    @Test
    void viewsOfAHeldOutPlaylistHaveOneFormToo() {
        var twin = new int[] {1};
        published.playlists(new PlaylistRow(2, twin, List.of(new View(B, new int[] {1}))));
        published.playlists(new PlaylistRow(3, twin, List.of(new View(1, new int[] {9, 1}))));
        comparison.heldOut(Map.of(2L, views(twin, twin), 3L, views(twin, twin)));
        assertThat(differences.first().stream().map(Verification.Difference::actual))
                .containsExactly("worlds apart that agree", "a world in two sets, or the twin in one");
    }

    private static int[][] views(int[] ofTwinAndB, int[] ofAAndBoth) {
        return new int[][] {ofTwinAndB, ofAAndBoth, ofTwinAndB, ofAAndBoth};
    }

    private List<String> told() {
        return differences.first().stream().map(Object::toString).toList();
    }

    private static Differing differing(int worlds, int window, int adjacent) {
        return new Differing(new int[1], new int[] {worlds}, new PairCounts(new int[] {window}, new int[] {adjacent}));
    }

    private void row(int track, int chunk, int chunks, int to, int window, int adjacent, Differing differing) {
        var twin = new PairCounts(new int[] {window}, new int[] {adjacent});
        published.neighbours(new PairRow(track, chunk, chunks, new int[] {to}, twin, differing));
    }
}
