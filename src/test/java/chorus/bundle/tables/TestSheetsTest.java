package chorus.bundle.tables;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.rows.results.Figures;
import chorus.rows.results.TestRows;
import chorus.rows.results.TestRows.Tested;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestSheetsTest {
    private static final Tested FIRST = new Tested(
            7, new int[] {1}, new int[] {2, 3}, new int[] {9, 2, 8}, true, new Figures(Map.of("ndcg", 0.25)));
    private static final Tested SECOND =
            new Tested(9, new int[] {4, 5}, new int[] {6}, new int[0], false, Figures.NONE);

    /** Track 8 stands third of K = 2, track 9 first; the second list is empty. */
    @Test
    void aTestTellsWhereTheTargetStandsBesideEachCampaign() {
        var sheet = TestSheets.tests(List.of(of("a", List.of(8)), of("b", List.of(8, 9)), of("", List.of())));
        assertThat(sheet.names())
                .startsWith("generation", "world", "recommender", "playlist", "campaign", "targets", "k", "rank", "hit")
                .contains("rare_seed", "ndcg", "clicks");
        assertThat(sheet.rows())
                .extracting(row -> String.join(",", row.subList(3, 10)))
                .containsExactly(
                        "7,a,8,2,3,0,1",
                        "9,a,8,1,,0,0",
                        "7,b,8 9,2,1,1,1",
                        "9,b,8 9,1,,0,0",
                        "7,,,2,,0,1",
                        "9,,,1,,0,0");
        assertThat(sheet.rows()).extracting(row -> sheet.at(row, "ndcg")).startsWith("0.25", "", "0.25");
    }

    @Test
    void aListIsThereOnceHoweverManyCampaignsItsWorldHas() {
        var sheet = TestSheets.lists(List.of(of("a", List.of(8)), of("b", List.of(9))));
        assertThat(sheet.csv()).isEqualTo("""
                generation,world,recommender,playlist,seed,held_out,recommended
                3,both,NN,7,1,2 3,9 2 8
                3,both,NN,9,4 5,6,
                """);
    }

    @Test
    void whatTheTracksAreIsToldOfThoseThatAreNamedAndKnown() {
        var rows = of("a", List.of(8))
                .of(id -> id == 5
                        ? Optional.empty()
                        : Optional.of(new Track(new TrackId(id), "uri:" + id, "T" + id, "by:" + id, "A, B")));
        assertThat(TestSheets.tracks(List.of(rows, rows)).csv()).isEqualTo("""
                track,uri,title,artist_uri,artist
                1,uri:1,T1,by:1,"A, B"
                2,uri:2,T2,by:2,"A, B"
                3,uri:3,T3,by:3,"A, B"
                4,uri:4,T4,by:4,"A, B"
                6,uri:6,T6,by:6,"A, B"
                8,uri:8,T8,by:8,"A, B"
                9,uri:9,T9,by:9,"A, B"
                """);
        assertThat(TestSheets.tracks(List.of(of("a", List.of(8)))).rows()).isEmpty();
    }

    private static TestRows of(String campaign, List<Integer> targets) {
        return new TestRows(3, "both", campaign, "NN", targets, List.of(FIRST, SECOND), TestRows.Catalogue.UNTOLD);
    }
}
