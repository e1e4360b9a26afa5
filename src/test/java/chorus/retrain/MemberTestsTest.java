package chorus.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chorus.config.RecommendSettings;
import chorus.config.RecommendSettings.PooledNN;
import chorus.config.Settings.EvaluateSettings;
import chorus.config.Settings.EvaluateSettings.Members;
import chorus.config.SomePooling;
import chorus.evaluate.TestPlaylist;
import chorus.playlist.HeldOut;
import chorus.recommend.CountedPlaylists;
import chorus.recommend.TrainingSet;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The song of a is 60, that of b 61. */
class MemberTestsTest extends PlantedCuts {
    private static final World BOTH = new World(2, "both", Set.of("a", "b"));
    private static final List<int[]> ORGANIC =
            List.of(new int[] {1, 2, 3, 4}, new int[] {5, 6}, new int[] {7, TRACKS, 8, 9}, new int[] {10}, new int[] {
                11, 12, 13, 14, 6
            });
    private static final List<int[]> A_PLANTED = List.of(
            new int[] {1, TRACKS, 2, 3, 4},
            new int[] {5, 6},
            // held it before
            new int[] {7, TRACKS, 8, 9},
            // nothing would be held out
            new int[] {10, TRACKS},
            new int[] {11, 12, 13, 14, 6, TRACKS});
    private static final List<int[]> BOTH_PLANTED = List.of(
            new int[] {1, TRACKS, 2, 3, 4},
            new int[] {5, TRACKS + 1, 6},
            new int[] {7, TRACKS, 8, 9},
            new int[] {10, TRACKS},
            new int[] {11, 12, 13, 14, 6, TRACKS});

    private static Cut.Side side(List<int[]> playlists) {
        var set = new TrainingSet(CountedPlaylists.count(playlists, TRACKS + 2, 5));
        return new Cut.Side(() -> set, List.of(), () -> playlists);
    }

    private static Cut planted() {
        return new Cut(
                new Worlds(List.of(TWIN, ONLY_A, BOTH)),
                List.of(side(ORGANIC), side(A_PLANTED), side(BOTH_PLANTED)),
                new Cut.Tallies(5, 15, 0, Map.of("a", 3L, "b", 1L)));
    }

    @Test
    void membersArePlaylistsThatHoldTheSongHereAndNotInTheTwin() {
        var tests = MemberTests.of(planted(), List.of(A, B)).byCampaign();
        assertThat(tests.get("a"))
                .containsExactly(
                        new TestPlaylist(0, new int[] {1}, new int[] {2, 3, 4}),
                        new TestPlaylist(2, new int[] {11, 12, 13}, new int[] {14, 6}));
        assertThat(tests.get("b")).containsExactly(new TestPlaylist(0, new int[] {5}, new int[] {6}));
    }

    @Test
    void aWorldIsAskedAboutItsOwnCampaignsAndTheTwinAboutAll() {
        var tests = MemberTests.of(planted(), List.of(A, B));
        assertThat(tests.in(TWIN)).containsOnlyKeys("a", "b");
        assertThat(tests.in(ONLY_A)).containsOnlyKeys("a");
        assertThat(tests.in(BOTH)).containsOnlyKeys("a", "b");
    }

    @Test
    void seedsHaveOneToTenTracksInTurn() {
        var organic = IntStream.range(0, 12)
                .mapToObj(i -> IntStream.range(0, 20).toArray())
                .toList();
        var cut = new Cut(
                new Worlds(List.of(TWIN, ONLY_A)),
                List.of(side(organic), side(planted(organic, Set.of("a"), 12))),
                new Cut.Tallies(12, 240, 0, Map.of("a", 12L)));
        assertThat(MemberTests.of(cut, List.of(A)).byCampaign().get("a"))
                .extracting(test -> test.seed().length)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2);
    }

    @Test
    void worldsOfDifferentPlaylistsAreAFaultOfOurs() {
        var cut = new Cut(
                new Worlds(List.of(TWIN, ONLY_A)),
                List.of(side(ORGANIC), side(A_PLANTED.subList(0, 4))),
                new Cut.Tallies(5, 15, 0, Map.of("a", 3L)));
        assertThatThrownBy(() -> MemberTests.of(cut, List.of(A))).hasMessageContaining("5 training playlists");
    }

    @Test
    void whatModelsMakeOfThemStandsBesideTheCampaign() {
        var recommend = new RecommendSettings("", new PooledNN(SomePooling.of(0, 0.3, 5, 1, 0.9)), 30);
        var judged = new EvaluateSettings("randomSeed", 0.1, 20, HeldOut.Tests.living, 0.8, Members.judged);
        var generation = new Trainer(List.of(recommend), judged).train(3, planted(), List.of(A, B), new int[TRACKS]);
        assertThat(in("twin", generation))
                .allSatisfy(row ->
                        assertThat(row.effect().figures().of("members_ndcg")).isEmpty());
        for (var row : in("both", generation)) {
            var figures = row.effect().figures();
            assertThat(figures.values())
                    .containsKeys(
                            "members_ndcg",
                            "members_loss_ndcg",
                            "members_r_precision",
                            "members_loss_r_precision",
                            "members_precision",
                            "members_loss_precision");
        }
        // next to 5 stands 6 alone; in the world of b the song too, which is in fewer playlists and so comes before it:
        // 1 ÷ log₂ 3
        var b = in("both", generation).getLast().effect().figures();
        assertThat(b.of("members_ndcg").orElseThrow()).isCloseTo(1 / 1.58496, within(5e-6));
        assertThat(b.of("members_loss_ndcg").orElseThrow()).isCloseTo(1 - 1 / 1.58496, within(5e-6));
        assertThat(b.of("members_r_precision")).hasValue(0);
        assertThat(b.of("members_loss_r_precision")).hasValue(1);
        assertThat(b.of("members_precision")).hasValue(1 / 30.0);
        assertThat(b.of("members_loss_precision")).hasValue(0);
        assertThat(b.of("members_judged")).hasValue(1);
        // three hold the song, one of which has nothing behind its seed
        assertThat(in("both", generation).getFirst().effect().figures().of("members_judged"))
                .hasValue(2);
    }

    @Test
    void unlessThatIsAskedTheLogIsNotRead() {
        assertThat(in("onlyA", train(POOLED, cut(1, new Worlds(List.of(TWIN, ONLY_A))), A))
                        .getFirst()
                        .effect()
                        .figures()
                        .values())
                .doesNotContainKey("members_ndcg");
    }
}
