package chorus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountsExportTest {
    @Test
    void pairsAreNamedSortedQuotedAndNeverZero() throws IOException {
        var names = List.of("z", "a,b", "m\"n");
        var published = new Published();
        // z → a,b (3,1) in both worlds, z → m"n nowhere; a,b → z only in the counterfactual world, in a second chunk
        // m"n
        published.neighbours(same(0, 0, 1, new int[] {1, 2}, new int[] {3, 0}, new int[] {1, 0}));
        published.neighbours(new PairRow(
                1, 0, 2, new int[] {0}, counts(new int[] {0}, new int[] {0}), counts(new int[] {2}, new int[] {1})));
        published.neighbours(same(1, 1, 2, new int[] {2}, new int[] {1}, new int[] {0}));
        var out = new StringBuilder();
        CountsExport.write(published, names::get, out);
        assertThat(out.toString()).isEqualTo("""
            from_track,to_track,window_factual,adjacent_factual,window_counterfactual,adjacent_counterfactual
            "a,b","m""n",1,0,1,0
            "a,b",z,0,0,2,1
            z,"a,b",3,1,3,1
            """);
    }

    private static PairRow same(int track, int chunk, int chunks, int[] to, int[] window, int[] adjacent) {
        var counts = counts(window, adjacent);
        return new PairRow(track, chunk, chunks, to, counts, counts);
    }

    private static PairCounts counts(int[] window, int[] adjacent) {
        return new PairCounts(window, adjacent);
    }
}
