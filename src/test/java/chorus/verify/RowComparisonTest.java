package chorus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.TrackCountRow;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowComparisonTest {
    private final Published published = new Published();
    private final Differences differences = new Differences();
    private final RowComparison comparison = new RowComparison(published, differences);
    private final WorldTally naive = new WorldTally(10);

    RowComparisonTest() {
        naive.add(new WorldTally.Lists(new int[] {1, 9, 2}, new int[] {1, 2}), 1);
        // factual 1→9 (1,1), 1→2 (1,0), 9→2 (1,1); counterfactual 1→2 (1,1)
        row(1, 0, 2, new int[] {2}, new int[] {1}, new int[] {0}, new int[] {1}, new int[] {1});
        row(1, 1, 2, new int[] {9}, new int[] {1}, new int[] {1}, new int[] {0}, new int[] {0});
        row(9, 0, 1, new int[] {2}, new int[] {1}, new int[] {1}, new int[] {0}, new int[] {0});
        published.trackCounts(new TrackCountRow(1, 1, 1));
        published.trackCounts(new TrackCountRow(2, 1, 1));
        published.trackCounts(new TrackCountRow(9, 1, 0));
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
        assertThat(differences.first().stream().map(Object::toString))
                .containsExactly(
                        "tracks 9 → 2: expected factual 1 in the window and 1 adjacent,"
                                + " counterfactual 0 in the window and 0 adjacent, published no row",
                        "track 2: expected factual 1, counterfactual 1, published no row");
    }

    @Test
    void aSurplusRowIsFound() {
        row(5, 0, 1, new int[] {2}, new int[] {1}, new int[] {1}, new int[] {0}, new int[] {0});
        comparison.pairs(naive);
        assertThat(differences.count()).isEqualTo(1);
        assertThat(differences.first().getFirst().expected()).isEqualTo("no row");
    }

    @Test
    void aWrongCounterfactualCountIsFound() {
        row(9, 0, 1, new int[] {2}, new int[] {1}, new int[] {1}, new int[] {1}, new int[] {1});
        comparison.pairs(naive);
        assertThat(differences.count()).isEqualTo(1);
        assertThat(differences.first().getFirst().what()).isEqualTo("tracks 9 → 2");
    }

    @Test
    void aNeighbourInTwoChunksIsFound() {
        row(1, 1, 2, new int[] {2, 9}, new int[] {1, 1}, new int[] {0, 1}, new int[] {1, 0}, new int[] {1, 0});
        comparison.pairs(naive);
        assertThat(differences.first().getFirst().actual()).isEqualTo("several");
    }

    @Test
    void heldOutPlaylistsAreComparedBothWays() {
        published.playlists(new PlaylistRow(3, new int[] {1, 2}, new int[] {1, 2}));
        published.playlists(new PlaylistRow(4, new int[] {1}, new int[] {1}));
        var empty = new WorldTally.Lists(new int[0], new int[0]);
        var swapped = new WorldTally.Lists(new int[] {2, 1}, new int[] {2, 1});
        var missing = new WorldTally.Lists(new int[] {7}, new int[] {7});
        comparison.heldOut(Map.of(3L, swapped, 5L, missing, 6L, empty));
        assertThat(differences.first().stream().map(Verification.Difference::what))
                .containsExactly("held-out playlist 3", "held-out playlist 4", "held-out playlist 5");
    }

    private void row(
            int track, int chunk, int chunks, int[] to, int[] window, int[] adjacent, int[] windowC, int[] adjacentC) {
        published.neighbours(new PairRow(
                track, chunk, chunks, to, new PairCounts(window, adjacent), new PairCounts(windowC, adjacentC)));
    }
}
