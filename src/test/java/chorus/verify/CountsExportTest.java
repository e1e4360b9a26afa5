package chorus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.PairRow;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistsMark;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsExportTest {
    private static final List<String> NAMES = List.of("z", "a,b", "m\"n");

    private final Published published = new Published();

    CountsExportTest() {
        published.playlists(new PlaylistsMark(0, 0, 1, List.of("none", "x", "x, y"), 0, 0, Map.of(), 0, 0));
        // z → a,b (3,1) everywhere, z → m"n nowhere; a,b → z (2,1) in x and (4,0) in "x, y"
        // in a second chunk a,b → m"n (1,0), but not in x
        published.neighbours(
                new PairRow(0, 0, 1, new int[] {1, 2}, counts(new int[] {3, 0}, new int[] {1, 0}), Differing.NONE));
        published.neighbours(new PairRow(
                1,
                0,
                2,
                new int[] {0},
                counts(new int[1], new int[1]),
                new Differing(new int[2], new int[] {0b010, 0b100}, counts(new int[] {2, 4}, new int[] {1, 0}))));
        published.neighbours(new PairRow(
                1,
                1,
                2,
                new int[] {2},
                counts(new int[] {1}, new int[1]),
                new Differing(new int[1], new int[] {0b010}, counts(new int[1], new int[1]))));
    }

    @Test
    void pairsAreNamedSortedQuotedAndNeverZeroInEveryWorld() throws IOException {
        assertThat(written(List.of("x", "x, y", "none"))).isEqualTo("""
            from_track,to_track,window_x,adjacent_x,"window_x, y","adjacent_x, y",window_none,adjacent_none
            "a,b","m""n",0,0,1,0,1,0
            "a,b",z,2,1,4,0,0,0
            z,"a,b",3,1,3,1,3,1
            """);
    }

    @Test
    void columnsGoByTheMarksWhereTheSettingsNameOtherWorlds() throws IOException {
        for (var shown : List.of(List.of("factual", "none", "x"), List.of("x", "none"), List.of("x", "x", "none"))) {
            assertThat(written(shown).lines())
                    .startsWith(
                            "from_track,to_track,window_none,adjacent_none,window_x,adjacent_x,\"window_x,"
                                    + " y\",\"adjacent_x, y\"",
                            "\"a,b\",\"m\"\"n\",1,0,0,0,1,0");
        }
    }

    private String written(List<String> shown) throws IOException {
        var out = new StringBuilder();
        CountsExport.write(published, shown, NAMES::get, out);
        return out.toString();
    }

    private static PairCounts counts(int[] window, int[] adjacent) {
        return new PairCounts(window, adjacent);
    }
}
