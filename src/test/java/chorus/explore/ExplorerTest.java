package chorus.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.SettingsLoader;
import chorus.explore.Answer.Entry;
import chorus.explore.Answer.OfWorld;
import chorus.explore.Unanswered.Why;
import chorus.playlist.Campaign;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.recommend.CountedPlaylists;
import chorus.recommend.Reason;
import chorus.recommend.TrainingSet;
import chorus.retrain.Cut;
import chorus.retrain.Cut.Side;
import chorus.retrain.Cut.Tallies;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplorerTest {
    private static final int TARGET = 4;
    private static final Worlds WORLDS =
            new Worlds(List.of(new World(0, "twin", Set.of()), new World(1, "lifted", Set.of("lift"))));

    /** Ids 0…4, named a…e. */
    private static final Catalogue CATALOGUE = new Catalogue(
            id -> id <= TARGET ? Optional.of(named(id)) : Optional.empty(),
            uri -> uri.matches("uri:[a-e]") ? Optional.of(new TrackId(uri.charAt(4) - 'a')) : Optional.empty());

    private static Track named(int id) {
        var letter = (char) ('a' + id);
        return new Track(new TrackId(id), "uri:" + letter, "track " + letter, "artist:x", "X");
    }

    private final Explorer explorer = new Explorer(
            SettingsLoader.load(Optional.empty(), List.of("recommend.popularityDiscount=0"))
                    .recommend(),
            100);

    /** In every playlist 1 follows 0; in the world of the campaign one of three has the target after 0 and another one after 2. */
    private static Cut cut() {
        var twin = List.of(new int[] {0, 1}, new int[] {0, 1, 2}, new int[] {2, 3});
        var lifted = List.of(new int[] {0, TARGET, 1}, new int[] {0, 1, 2}, new int[] {2, TARGET, 3});
        return new Cut(WORLDS, List.of(side(twin), side(lifted)), new Tallies(3, 7, 0, Map.of("lift", 2L)));
    }

    private static Side side(List<int[]> playlists) {
        var counts = CountedPlaylists.count(playlists, 5, 1);
        return new Side(() -> new TrainingSet(counts), List.of());
    }

    private static Campaign campaign() {
        return new Campaign("lift", List.of(new TrackId(TARGET)), "Random", 2, 1, 9, List.of(), List.of(), List.of());
    }

    @Test
    void everyWorldsListStandsBesideTheTwinsWithTheTargetAndTheReasons() {
        explorer.keep(7, cut(), 10, List.of(campaign()), CATALOGUE);
        var answer = explorer.answer("uri:a", "", "2");
        assertThat(answer.generation()).isEqualTo(7);
        assertThat(answer.seed()).extracting(Answer.Named::title).containsExactly("track a");
        assertThat(answer.worlds()).extracting(OfWorld::world).containsExactly("twin", "lifted");
        assertThat(tracks(answer, 0)).containsExactly(1);
        // 1 and the target follow 0 once each: the lower id first
        assertThat(tracks(answer, 1)).containsExactly(1, TARGET);
        var entries = answer.worlds().get(1).list();
        assertThat(entries).extracting(Entry::inTwin).containsExactly(1, 0);
        assertThat(entries).extracting(Entry::targetOf).containsExactly(List.of(), List.of("lift"));
        assertThat(entries.get(1).reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.part()).isPositive();
            assertThat(reason).isEqualTo(new Reason(0, reason.part(), false, 1, 0, 1));
        });
    }

    @Test
    void aSeedIsGivenByIdsOrUris() {
        explorer.keep(7, cut(), 10, List.of(), CATALOGUE);
        assertThat(explorer.answer("0, uri:c", "", "")).isEqualTo(explorer.answer("uri:a,2", "", "20"));
    }

    @Test
    void aNewGenerationTakesThePlaceOfTheOneBefore() {
        explorer.keep(7, cut(), 10, List.of(), CATALOGUE);
        assertThat(explorer.answer("0", "", "").generation()).isEqualTo(7);
        explorer.keep(8, cut(), 10, List.of(), CATALOGUE);
        assertThat(explorer.answer("0", "", "").generation()).isEqualTo(8);
    }

    @Test
    void theAnswerIsOneObjectOfJson() {
        explorer.keep(7, cut(), 10, List.of(campaign()), CATALOGUE);
        assertThat(explorer.json("0", "", "1"))
                .startsWith("{\"generation\":7,\"recommender\":\"PooledNN\",\"seed\":[{\"track\":0,\"uri\":\"uri:a\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''    |          |     | 'seed=: name 1…100 tracks by id or URI, with commas between'",
                "0,,1  |          |     | 'seed: there is no track '",
                "9     |          |     | 'seed: there is no track 9'",
                "uri:z |          |     | 'seed: there is no track uri:z'",
                "0,1,0 |          |     | 'seed=0,1,0: a playlist holds no track twice'",
                "0     |          | 0   | 'limit=0: must lie in 1…100'",
                "0     |          | 101 | 'limit=101: must lie in 1…100'",
                "0     |          | ten | 'limit=ten: must lie in 1…100'",
                "0     | Oracle   |     | 'recommender: must be one of PooledNN'",
            })
    void whatIsNoQuestionIsRefusedInOneLine(String seed, String recommender, String limit, String line) {
        explorer.keep(7, cut(), 10, List.of(), CATALOGUE);
        assertThatThrownBy(() -> explorer.answer(seed, orEmpty(recommender), orEmpty(limit)))
                .isInstanceOfSatisfying(
                        Unanswered.class, fault -> assertThat(fault.why()).isEqualTo(Why.WRONG))
                .hasMessage(line);
    }

    @Test
    void withoutAGenerationThereIsNoAnswerYet() {
        assertThatThrownBy(() -> explorer.answer("0", "", ""))
                .isInstanceOfSatisfying(
                        Unanswered.class, fault -> assertThat(fault.why()).isEqualTo(Why.NOT_READY))
                .hasMessageStartingWith("there is no generation");
    }

    @Test
    void modelsOfMoreCountsThanAreAllowedAreNotMade() {
        explorer.keep(7, cut(), 51, List.of(), CATALOGUE);
        assertThatThrownBy(() -> explorer.answer("0", "", ""))
                .isInstanceOfSatisfying(
                        Unanswered.class, fault -> assertThat(fault.why()).isEqualTo(Why.NOT_READY))
                .hasMessage(
                        "generation 7 has 102 pair counts in all worlds, more than serve.explorerPairs = 100: start the run"
                                + " with a larger one");
    }

    @Test
    void nothingIsKeptOfAGenerationThatAloneHasMore() {
        explorer.keep(6, cut(), 10, List.of(), CATALOGUE);
        explorer.keepNone(7, 101);
        assertThatThrownBy(() -> explorer.answer("0", "", ""))
                .isInstanceOfSatisfying(
                        Unanswered.class, fault -> assertThat(fault.why()).isEqualTo(Why.NOT_READY))
                .hasMessageStartingWith("generation 7 has 101 pair counts in all worlds");
        explorer.keep(8, cut(), 10, List.of(), CATALOGUE);
        assertThat(explorer.answer("0", "", "").generation()).isEqualTo(8);
    }

    @Test
    void tracksAreFoundByAPartOfTheirNameTheMostFrequentFirst() {
        explorer.keep(7, cut(), 10, List.of(), CATALOGUE);
        // of those that two playlists of the twin hold the lower id comes first; nobody there holds the target
        assertThat(explorer.find("").tracks())
                .extracting(hit -> hit.track().track() + ":" + hit.playlists() + ":" + hit.rank())
                .containsExactly("0:2:1", "1:2:2", "2:2:3", "3:1:4");
        assertThat(explorer.find(" TRACK D ").tracks()).singleElement().satisfies(hit -> {
            assertThat(hit.track().uri()).isEqualTo("uri:d");
            assertThat(hit.rank()).isEqualTo(4);
        });
        assertThat(explorer.find("uri:b").tracks()).hasSize(1);
        assertThat(explorer.find("nobody").tracks()).isEmpty();
        assertThat(explorer.foundJson("track d"))
                .isEqualTo(
                        "{\"generation\":7,\"tracks\":[{\"track\":{\"track\":3,\"uri\":\"uri:d\",\"title\":\"track d\","
                                + "\"artist\":\"X\"},\"playlists\":1,\"rank\":4}]}");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<Integer> tracks(Answer answer, int world) {
        return answer.worlds().get(world).list().stream()
                .map(entry -> entry.track().track())
                .toList();
    }
}
