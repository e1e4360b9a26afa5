package chorus.simulate.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.tree.SettingsFault;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecruitingTest {
    private static final HeldOut HELD_OUT = new HeldOut(1, 0.2, 10);
    /** Of every three playlists one has 9 tracks, one 10, one 11; the first track is its own, the others are shared. */
    private static final List<KnownPlaylist> PLAYLISTS = LongStream.range(0, 300)
            .mapToObj(id -> new KnownPlaylist(new PlaylistId(id), tracks((int) id)))
            .toList();

    private static int[] tracks(int id) {
        return IntStream.range(0, 9 + id % 3).map(i -> i == 4 ? 100 + id : i).toArray();
    }

    private static CampaignSettings campaign(String name, OptionalInt budget, OptionalDouble alpha) {
        return new CampaignSettings(
                name,
                new Strategy.DirLoF(),
                Optional.empty(),
                budget,
                alpha,
                Optional.empty(),
                1,
                List.of(0.25, 0.5, 1.0),
                1,
                List.of(0.0),
                Optional.empty(),
                Optional.empty());
    }

    private static final TrackId TARGET = new TrackId(1000);

    private static final List<KnownPlaylist> TRAINING =
            PLAYLISTS.stream().filter(p -> !HELD_OUT.holds(p.playlist())).toList();

    private static Recruiting recruiting() {
        return new Recruiting(1, HELD_OUT, IntSet.of(TARGET.value()));
    }

    private static List<PlaylistId> members(CampaignSettings campaign, TrackId target, Set<PlaylistId> taken) {
        var alpha = campaign.alpha().orElse(0);
        var wanted = campaign.budget().orElse((int) Math.round(alpha * TRAINING.size()));
        return recruiting().members(campaign, List.of(target), TRAINING, wanted, taken);
    }

    private static Collective draw(CampaignSettings campaign) {
        return collective(campaign, members(campaign, TARGET, Set.of()));
    }

    private static Collective collective(CampaignSettings campaign, List<PlaylistId> members) {
        var recruiting = recruiting();
        return recruiting.collective(recruiting.roster(campaign, List.of(TARGET), members, TRAINING, PLAYLISTS));
    }

    @Test
    void membersAreTrainingPlaylistsWithMoreThanTheLeastTracks() {
        var members =
                draw(campaign("a", OptionalInt.of(30), OptionalDouble.empty())).members();
        assertThat(members).hasSize(30);
        assertThat(members).allSatisfy(member -> {
            assertThat(HELD_OUT.holds(member.playlist())).isFalse();
            assertThat(member.playlist().value() % 3).isEqualTo(2); // 11 tracks
        });
    }

    /** Names change nothing, so that strategies and sizes are compared over the same listeners. */
    @Test
    void aSmallerCollectiveIsTheBeginningOfALargerOneWhateverTheirNames() {
        var few = members(campaign("a", OptionalInt.of(12), OptionalDouble.empty()), TARGET, Set.of());
        var many = members(campaign("b", OptionalInt.of(30), OptionalDouble.empty()), TARGET, Set.of());
        assertThat(many).startsWith(few.toArray(PlaylistId[]::new)).hasSize(30);
    }

    @Test
    void whoIsTakenIsNoMember() {
        var one = members(campaign("a", OptionalInt.of(30), OptionalDouble.empty()), TARGET, Set.of());
        var other = members(campaign("b", OptionalInt.of(30), OptionalDouble.empty()), TARGET, Set.copyOf(one));
        assertThat(other).hasSize(30).doesNotContainAnyElementsOf(one);
    }

    @Test
    void whoHoldsTheTargetIsNoMember() {
        var campaign = campaign("a", OptionalInt.of(30), OptionalDouble.empty());
        var first = members(campaign, TARGET, Set.of()).getFirst();
        var itsOwn = new TrackId(100 + (int) first.value());
        assertThat(members(campaign, itsOwn, Set.of())).hasSize(30).doesNotContain(first);
    }

    @Test
    void aMemberWhoseListIsGoneStaysAMemberWithoutAnAnchor() {
        var gone = new PlaylistId(1_000);
        var there = TRAINING.getFirst().playlist();
        var campaign = campaign("a", OptionalInt.of(2), OptionalDouble.empty());
        var collective = collective(campaign, List.of(gone, there));
        assertThat(collective.members()).extracting(Member::playlist).containsExactly(gone, there);
        assertThat(collective.members().getFirst().anchor()).isEmpty();
        assertThat(collective.members().getLast().anchor()).isPresent();
    }

    @Test
    void tooFewCandidatesAreRefusedWithTheCampaignsName() {
        assertThatThrownBy(() -> draw(campaign("vast", OptionalInt.of(200), OptionalDouble.empty())))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("campaign vast wants 200 playlists");
    }

    @Test
    void aCollectiveOfNobodyIsAllowed() {
        var nobody = draw(campaign("none", OptionalInt.of(0), OptionalDouble.empty()));
        assertThat(nobody.members()).isEmpty();
        assertThat(nobody.anchors()).isEmpty();
        assertThat(nobody.due(5)).isZero();
    }

    @Test
    void theAnchorsAreTheMembersRarestTracksAscending() {
        var collective = draw(campaign("a", OptionalInt.of(3), OptionalDouble.empty()));
        var own = collective.members().stream()
                .map(member -> new TrackId(100 + (int) member.playlist().value()))
                .sorted((a, b) -> Integer.compare(a.value(), b.value()))
                .toList();
        assertThat(collective.anchors()).isEqualTo(own);
        // each member has an anchor of their own, so the place of its first is theirs
        var places = own.stream()
                .map(anchor -> 1
                        + collective.members().stream()
                                .map(member -> 100 + (int) member.playlist().value())
                                .toList()
                                .indexOf(anchor.value()))
                .toList();
        assertThat(collective.anchorsFrom()).isEqualTo(places).containsExactlyInAnyOrder(1, 2, 3);
    }

    /**
     * Of five members the second forgets and the third misplaces: their anchors are none, and the fourth, who has that of the third, is the
     * third to plant.
     */
    @Test
    void anchorsAreOfThoseWhoPlaceAsAgreedInTheOrderOfThoseWhoPlant() {
        var drawn = draw(campaign("a", OptionalInt.of(5), OptionalDouble.empty()));
        var conducts = List.of(
                Conduct.FAITHFUL,
                new Conduct(false, true, 0, Long.MAX_VALUE),
                new Conduct(true, false, 0, Long.MAX_VALUE),
                Conduct.FAITHFUL,
                Conduct.FAITHFUL);
        var anchors = new int[] {7, 3, 5, 5, 7};
        var members = IntStream.range(0, 5)
                .mapToObj(i -> new Member(
                        drawn.members().get(i).playlist(),
                        List.of(TARGET),
                        OptionalInt.of(anchors[i]),
                        conducts.get(i)))
                .toList();
        var collective =
                new Collective(drawn.settings(), 1, List.of(TARGET), drawn.knowledge(), members, drawn.planned());
        assertThat(collective.anchors()).containsExactly(new TrackId(5), new TrackId(7));
        assertThat(collective.anchorsFrom()).containsExactly(3, 1);
        assertThat(collective.size()).isEqualTo(4);
    }

    @Test
    void theSharesOfEachEpochAreRoundedToMembers() {
        var collective = draw(campaign("a", OptionalInt.of(10), OptionalDouble.empty()));
        // join .25, .5, 1 from epoch 1, hold one epoch, leave 0: 2.5 → 3, 5, 10, 10, 0
        assertThat(IntStream.range(0, 7).map(collective::due)).containsExactly(0, 3, 5, 10, 10, 0, 0);
    }
}
