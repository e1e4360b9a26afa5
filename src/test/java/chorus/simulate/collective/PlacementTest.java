package chorus.simulate.collective;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
    private static final Knowledge KNOWLEDGE = Knowledge.full(OWN, TRAINING, IntSet.of(TARGET));

    private static KnownPlaylist playlist(long id, int... tracks) {
        return new KnownPlaylist(new PlaylistId(id), tracks);
    }

    private static int place(Strategy strategy, OptionalInt anchor, int... tracks) {
        var place = wholePlace(strategy, anchor, tracks);
        assertThat(place.beforeSuccessor()).isEqualTo(strategy instanceof Strategy.InClust && tracks.length > 0);
        return place.index();
    }

    private static Place wholePlace(Strategy strategy, OptionalInt anchor, int... tracks) {
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
                List.of());
        var member = new Member(new PlaylistId(0), anchor);
        return new Collective(settings, 1, new TrackId(9), KNOWLEDGE, List.of(member)).place(member, tracks);
    }

    @Test
    void fullKnowledgeCountsTheOwnAndAllTrainingPlaylists() {
        assertThat(KNOWLEDGE.own()).containsExactly(1, 2, 3, 2, 1, 0, 0);
        assertThat(KNOWLEDGE.training()).containsExactly(2, 2, 3, 3, 2, 1, 0);
        assertThat(KNOWLEDGE.inTraining(99)).isZero();
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

    @Test
    void anEmptyPlaylistHasOnePlace() {
        assertThat(List.of(
                        new Strategy.DirLoF(),
                        new Strategy.InClust(),
                        new Strategy.Random(),
                        new Strategy.AtTheEnd(),
                        new Strategy.InsertAt(3)))
                .allSatisfy(strategy ->
                        assertThat(place(strategy, OptionalInt.empty())).isZero());
    }
}
