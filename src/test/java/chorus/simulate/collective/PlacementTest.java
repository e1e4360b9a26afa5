package chorus.simulate.collective;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.CampaignSettings.Support;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked by hand: three playlists of the collective and one more training playlist. */
class PlacementTest {
    private static final int TARGET = 6;
    private static final List<KnownPlaylist> OWN =
            List.of(playlist(0, 4, 2, 1), playlist(1, 1, 2, 3), playlist(2, 0, 2, 3));
    private static final List<KnownPlaylist> TRAINING =
            List.of(OWN.get(0), OWN.get(1), OWN.get(2), playlist(3, 4, 0, 3, 5, TARGET));
    // track      0 1 2 3 4 5 6, a target
    // cntQ       1 2 3 2 1 0 -
    // cntT       2 2 3 3 2 1 -
    private static final Knowledge KNOWLEDGE =
            Knowledge.of(OWN, TRAINING, Turns.of(OWN, IntSet.of(TARGET)), IntSet.of(TARGET));

    private static KnownPlaylist playlist(long id, int... tracks) {
        return new KnownPlaylist(new PlaylistId(id), tracks);
    }

    private static int place(Strategy strategy, OptionalInt anchor, int... tracks) {
        var place = wholePlace(strategy, anchor, tracks);
        assertThat(place.beforeSuccessor()).isEqualTo(before(strategy, tracks));
        return place.index();
    }

    private static boolean before(Strategy strategy, int... tracks) {
        return tracks.length > 0
                && (strategy instanceof Strategy.InClust || strategy instanceof Strategy.InClustGreedy);
    }

    private static Place wholePlace(Strategy strategy, OptionalInt anchor, int... tracks) {
        var member = new Member(new PlaylistId(0), List.of(new TrackId(9)), anchor, Conduct.FAITHFUL);
        return collective(strategy, member).place(member, tracks);
    }

    private static Collective collective(Strategy strategy, Member member) {
        var settings = new CampaignSettings(
                "c",
                strategy,
                Optional.empty(),
                OptionalInt.of(1),
                OptionalDouble.empty(),
                Optional.empty(),
                1,
                List.of(1.0),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new Collective(settings, 1, List.of(new TrackId(9)), KNOWLEDGE, List.of(member), Map.of());
    }

    @Test
    void fullKnowledgeCountsTheOwnAndAllTrainingPlaylists() {
        assertThat(KNOWLEDGE.playlists()).isEqualTo(3);
        assertThat(KNOWLEDGE.own()).containsExactly(1, 2, 3, 2, 1);
        assertThat(KNOWLEDGE.frequencies()).containsExactly(2, 2, 3, 3, 2, 1, 0);
        assertThat(KNOWLEDGE.inOwn(99)).isZero();
        assertThat(KNOWLEDGE.frequency(99)).isZero();
    }

    @Test
    void dirLoFStandsRightAfterTheFirstTrackOfSmallestTrainingCount() {
        assertThat(place(new Strategy.DirLoF(), OptionalInt.empty(), 3, 4, 2, 1))
                .isEqualTo(2); // 4 and 1 have 2
        assertThat(place(new Strategy.DirLoF(), OptionalInt.empty(), 2, 3, 5)).isEqualTo(3); // 5 has 1
    }

    @Test
    void inClustStandsRightBeforeTheFirstTrackOfLargestOwnCount() {
        assertThat(place(new Strategy.InClust(), OptionalInt.empty(), 4, 0, 2, 1))
                .isEqualTo(2); // 2 has 3
        assertThat(place(new Strategy.InClust(), OptionalInt.empty(), 0, 3, 1)).isEqualTo(1); // 3 and 1 have 2
    }

    /** cntQ 3 for track 2, 2 for 1 and 3, 1 for 0 and 4; cntT 2 for 0, 1 and 4, 1 for 5, 3 for 2 and 3. */
    @Test
    void hybridIsInClustWhereEnoughMembersHaveTheAnchorAndElseDirLoF() {
        var three = new Strategy.Hybrid(new Support.Playlists(3));
        assertThat(wholePlace(three, OptionalInt.empty(), 4, 0, 2, 1)).isEqualTo(new Place(2, true));
        // no track here is in three of the members' playlists: right after the first with cntT 2
        assertThat(wholePlace(three, OptionalInt.empty(), 3, 1, 4)).isEqualTo(new Place(2, false));
        var two = new Strategy.Hybrid(new Support.Playlists(2));
        // 3 and 1 are both in two of them
        assertThat(wholePlace(two, OptionalInt.empty(), 0, 3, 1)).isEqualTo(new Place(1, true));
        assertThat(wholePlace(two, OptionalInt.empty(), 4, 5)).isEqualTo(new Place(2, false));
    }

    @ParameterizedTest(name = "{0} of 3 members")
    @CsvSource({"0, true", "0.6, true", "0.67, false", "1, false"})
    void hybridTakesAShareOfTheMembersToo(double share, boolean before) {
        // 1 is in two of three
        assertThat(wholePlace(new Strategy.Hybrid(new Support.Share(share)), OptionalInt.empty(), 1, 0)
                        .beforeSuccessor())
                .isEqualTo(before);
    }

    @Test
    void aShareOfMembersIsRoundedUpToPlaylists() {
        assertThat(new Support.Share(0.1).of(30)).isEqualTo(3);
        assertThat(new Support.Share(0.1).of(31)).isEqualTo(4);
        assertThat(new Support.Share(0).of(31)).isZero();
        assertThat(new Support.Playlists(5).of(31)).isEqualTo(5);
    }

    @Test
    void hybridsPlannedAnchorKeepsItsSide() {
        var three = new Strategy.Hybrid(new Support.Playlists(3));
        assertThat(wholePlace(three, OptionalInt.of(4), 5, 2, 4)).isEqualTo(new Place(3, false));
        assertThat(wholePlace(three, OptionalInt.of(2), 5, 2, 4)).isEqualTo(new Place(1, true));
        // 4 has left: what is there now decides anew
        assertThat(wholePlace(three, OptionalInt.of(4), 5, 2)).isEqualTo(new Place(1, true));
    }

    @Test
    void greedyInClustStandsRightBeforeTheTrackWhoseTurnComesFirst() {
        // 2 is in all three, so nobody is left after its turn; without it the largest cntQ, the first on ties
        assertThat(place(new Strategy.InClustGreedy(), OptionalInt.empty(), 4, 0, 2, 1))
                .isEqualTo(2);
        assertThat(place(new Strategy.InClustGreedy(), OptionalInt.empty(), 0, 3, 1))
                .isEqualTo(1);
    }

    @Test
    void theAnchorChosenAtTheStartIsKeptWhereverItStandsNow() {
        assertThat(place(new Strategy.DirLoF(), OptionalInt.of(1), 5, 2, 1)).isEqualTo(3);
        assertThat(place(new Strategy.InClust(), OptionalInt.of(1), 5, 2, 1)).isEqualTo(2);
    }

    @Test
    void anAnchorThatHasLeftIsChosenAnewByTheSameKnowledge() {
        assertThat(place(new Strategy.DirLoF(), OptionalInt.of(4), 2, 1, 3)).isEqualTo(2); // 1 has 2
        // 77 came up after the start: nobody knew it, so its count is 0
        assertThat(place(new Strategy.DirLoF(), OptionalInt.of(4), 2, 1, 77)).isEqualTo(3);
        assertThat(place(new Strategy.InClust(), OptionalInt.of(2), 4, 77, 1)).isEqualTo(2); // 1 has 2
    }

    @Test
    void aTargetIsNeverAnAnchorAndWithoutAnyTheTargetGoesToTheEnd() {
        assertThat(place(new Strategy.DirLoF(), OptionalInt.empty(), TARGET, 2, 3))
                .isEqualTo(2); // 2 and 3 have 3
        assertThat(place(new Strategy.InClust(), OptionalInt.empty(), TARGET, 4, 5))
                .isEqualTo(1); // 4 has 1
        for (var strategy : List.of(new Strategy.DirLoF(), new Strategy.InClust())) {
            assertThat(wholePlace(strategy, OptionalInt.empty(), TARGET)).isEqualTo(new Place(1, false));
        }
    }

    @Test
    void atTheEndAndInsertAtGoByIndexAlone() {
        assertThat(place(new Strategy.AtTheEnd(), OptionalInt.empty(), 1, 2, 3)).isEqualTo(3);
        assertThat(place(new Strategy.InsertAt(0), OptionalInt.empty(), 1, 2, 3))
                .isZero();
        assertThat(place(new Strategy.InsertAt(1), OptionalInt.empty(), 1, 2, 3))
                .isEqualTo(1);
        assertThat(place(new Strategy.InsertAt(7), OptionalInt.empty(), 1, 2, 3))
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "chance {0} in a playlist of 4: index {1}")
    @CsvSource({"0.0, 1", "0.24, 1", "0.25, 2", "0.74, 3", "0.75, 4", "0.999, 4"})
    void randomStandsAfterAnyTrackAndNeverAtTheFront(double chance, int index) {
        assertThat(Placement.afterAny(4, chance)).isEqualTo(index);
    }

    @ParameterizedTest(name = "chance {0} in a playlist of {1}: among the first two {2}, among the last two {3}")
    @CsvSource({
        "0.0, 5, 1, 4",
        "0.49, 5, 1, 4",
        "0.5, 5, 2, 5",
        "0.999, 5, 2, 5",
        "0.5, 2, 2, 2",
        "0.7, 1, 1, 1",
        "0.7, 0, 0, 0"
    })
    void aPlaceAmongTheFirstOrLastIsAfterOneOfThem(double chance, int length, int first, int last) {
        assertThat(Placement.afterFirst(2, length, chance)).isEqualTo(first);
        assertThat(Placement.afterLast(2, length, chance)).isEqualTo(last);
    }

    @Test
    void randomFirstAndLastReachTheirTracksAlone() {
        var tracks = new int[] {0, 1, 2, 3, 4, 5};
        var first = LongStream.range(0, 200)
                .mapToObj(id -> placeOf(new Strategy.RandomFirst(2), id, tracks))
                .distinct();
        assertThat(first).containsExactlyInAnyOrder(1, 2);
        var last = LongStream.range(0, 200)
                .mapToObj(id -> placeOf(new Strategy.RandomLast(3), id, tracks))
                .distinct();
        assertThat(last).containsExactlyInAnyOrder(4, 5, 6);
    }

    private static int placeOf(Strategy strategy, long playlist, int... tracks) {
        var member =
                new Member(new PlaylistId(playlist), List.of(new TrackId(9)), OptionalInt.empty(), Conduct.FAITHFUL);
        return collective(strategy, member).place(member, tracks).index();
    }

    @Test
    void anEmptyPlaylistHasOnePlace() {
        assertThat(List.of(
                        new Strategy.DirLoF(),
                        new Strategy.InClust(),
                        new Strategy.InClustGreedy(),
                        new Strategy.Hybrid(new Support.Playlists(2)),
                        new Strategy.Random(),
                        new Strategy.RandomFirst(10),
                        new Strategy.RandomLast(10),
                        new Strategy.AtTheEnd(),
                        new Strategy.InsertAt(3)))
                .allSatisfy(strategy ->
                        assertThat(place(strategy, OptionalInt.empty())).isZero());
    }
}
