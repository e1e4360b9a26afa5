package chorus.simulate;

import static chorus.simulate.SomeSettings.campaign;
import static chorus.simulate.SomeSettings.following;
import static chorus.simulate.SomeSettings.promoting;
import static chorus.simulate.SomeSettings.world;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.WorldsSettings;
import chorus.config.collective.Target;
import chorus.config.tree.SettingsFault;
import chorus.playlist.Campaign;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.simulate.collective.Member;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who promotes what with whom, by the list of campaigns. */
class CollectivesTest {
    private static final SomeSettings SOME = SomeSettings.of(1, 200, 4).worlds(new WorldsSettings.Each());
    private static final SimulatedPlan PLAN = SimulatedPlan.draw(SOME.settings());

    private static CampaignSettings ofTwenty(String name) {
        return campaign(name, new Strategy.DirLoF(), 20, 1, List.of(1.0), 0, List.of());
    }

    private static CampaignSettings of(String name, Target target) {
        return promoting(ofTwenty(name), target);
    }

    private static List<Planter> planters(SomeSettings some) {
        return Collectives.planters(PLAN, List.of(Scenario.alone(some.settings())));
    }

    private static List<TrackId> targets(CampaignSettings... campaigns) {
        return planters(SOME.with(campaigns)).stream()
                .map(planter -> planter.collective().targets().getFirst())
                .toList();
    }

    private static List<PlaylistId> members(Planter planter) {
        return planter.collective().members().stream().map(Member::playlist).toList();
    }

    /** The playlist that comes first in the twin, and one of its tracks. */
    private static TrackId someTrack() {
        return new TrackId(PLAN.contents(1).getFirst().tracks()[0]);
    }

    @Test
    void newTargetsHaveOneReservedIdForEachNameByFirstAppearance() {
        var song = new Target.New("song");
        var first = PLAN.target(0, "").value();
        assertThat(targets(ofTwenty("a"), of("b", song), of("c", song), ofTwenty("d")))
                .extracting(track -> track.value() - first)
                .containsExactly(0, 1, 1, 2);
    }

    @Test
    void aTargetByUriIsTheTrackThatThereIs() {
        var track = someTrack();
        var uri = "chorus:track:" + track.value();
        assertThat(targets(of("a", new Target.Uri(uri)))).containsExactly(track);
        var reserved = "chorus:track:" + PLAN.target(3, "").value();
        for (var unknown : List.of("chorus:track:99999999", "chorus:track:01", "chorus:target:b", reserved)) {
            assertThatThrownBy(() -> targets(of("a", new Target.Uri(unknown))))
                    .isInstanceOf(SettingsFault.class)
                    .hasMessage("campaigns: campaign a: target: uri = " + unknown + ": there is no such track");
        }
    }

    @Test
    void ranksCountTheTrainingPlaylistsTracksTiesToTheLowerId() {
        var heldOut = SOME.settings().heldOut();
        var counts = new int[100_000];
        PLAN.contents(1).stream()
                .filter(p -> !heldOut.holds(p.playlist()))
                .flatMapToInt(p -> Arrays.stream(p.tracks()))
                .forEach(track -> counts[track]++);
        // ascending ids, kept in that order where the counts are equal
        var ranked = IntStream.range(0, counts.length)
                .filter(track -> counts[track] > 0)
                .mapToObj(TrackId::new)
                .sorted((a, b) -> counts[b.value()] - counts[a.value()])
                .toList();
        assertThat(targets(of("a", new Target.Rank(7, 7)))).containsExactly(ranked.get(6));
        var drawn = targets(
                of("a", new Target.Rank(10, 12)), of("b", new Target.Rank(11, 11)), of("c", new Target.Rank(10, 12)));
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(ranked.subList(9, 12));
        assertThat(drawn.get(1)).isEqualTo(ranked.get(10));
        assertThatThrownBy(() -> targets(of("a", new Target.Rank(1, 1_000_000))))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("campaigns: campaign a: target: rank = [1, 1000000]: there are " + ranked.size()
                        + " tracks in training playlists when it starts");
    }

    @Test
    void collectivesAreDisjointOnlyWhereTheirCampaignsMayMeet() {
        var song = new Target.New("song");
        var planters = planters(SOME.with(
                campaign("a", new Strategy.DirLoF(), 60, 1, List.of(1.0), 0, List.of()),
                ofTwenty("b"),
                promoting(campaign("c", new Strategy.DirLoF(), 60, 1, List.of(1.0), 0, List.of()), new Target.New("a")),
                of("d", song)));
        assertThat(members(planters.get(0))).doesNotContainAnyElementsOf(members(planters.get(1)));
        assertThat(members(planters.get(2))).doesNotContainAnyElementsOf(members(planters.get(1)));
        // for one target, so never in one world: the same listeners
        assertThat(members(planters.get(2))).isEqualTo(members(planters.get(0)));
        assertThat(members(planters.get(3))).doesNotContainAnyElementsOf(members(planters.get(0)));
    }

    @Test
    void theMembersOfAnotherCampaignAreTheSameInTheSameOrderWithAnchorsOfTheirOwn() {
        var other = campaign("b", new Strategy.InClust(), 0, 2, List.of(1.0), 0, List.of());
        var planters = planters(SOME.with(ofTwenty("a"), following(other, "a")));
        assertThat(members(planters.get(1))).isEqualTo(members(planters.get(0)));
        assertThat(planters.get(1).collective().anchors())
                .isNotEqualTo(planters.get(0).collective().anchors());
    }

    @Test
    void theMembersOfAnotherCampaignMayBeFewerOrMoreOfTheSameRank() {
        var a = campaign("a", new Strategy.DirLoF(), 30, 1, List.of(1.0), 0, List.of());
        var few = campaign("few", new Strategy.Random(), 10, 1, List.of(1.0), 0, List.of());
        var many = campaign("many", new Strategy.Random(), 40, 2, List.of(1.0), 0, List.of());
        var planters =
                planters(SOME.with(a, of(few, 0.1, "a"), of(few, 10, "a"), of(many, 40, "a"), ofTwenty("other")));
        var sizes = planters.stream().map(planter -> members(planter).size());
        var training = PLAN.contents(1).stream()
                .filter(p -> !SOME.settings().heldOut().holds(p.playlist()))
                .count();
        assertThat(sizes).containsExactly(30, (int) Math.round(0.1 * training), 10, 40, 20);
        var all = members(planters.get(3)).toArray(PlaylistId[]::new);
        for (var i : List.of(0, 1, 2)) {
            assertThat(all).startsWith(members(planters.get(i)).toArray(PlaylistId[]::new));
        }
        assertThat(members(planters.get(4))).doesNotContain(all);
    }

    /** With members of another campaign, so many or such a share. */
    private static CampaignSettings of(CampaignSettings c, double size, String owner) {
        return new CampaignSettings(
                c.name() + Math.round(size * 10),
                c.strategy(),
                c.target(),
                size < 1 ? OptionalInt.empty() : OptionalInt.of((int) size),
                size < 1 ? OptionalDouble.of(size) : OptionalDouble.empty(),
                Optional.of(owner),
                c.start(),
                c.join(),
                c.hold(),
                c.leave(),
                Optional.empty(),
                Optional.empty());
    }

    /** A later campaign keeps clear of playlists that a campaign which it may meet has from another. */
    @Test
    void membersThatAreHandedOnAreKeptClearOfToo() {
        var song = new Target.New("song");
        var planters = planters(SOME.with(
                promoting(campaign("a", new Strategy.DirLoF(), 60, 1, List.of(1.0), 0, List.of()), song),
                promoting(campaign("b", new Strategy.DirLoF(), 60, 1, List.of(1.0), 0, List.of()), song),
                following(ofTwenty("c"), "a")));
        assertThat(members(planters.get(1))).doesNotContainAnyElementsOf(members(planters.get(2)));
    }

    @Test
    void noTargetIsCountedOrAnAnchorAndNoMemberHoldsItsOwn() {
        var track = someTrack();
        var uri = new Target.Uri("chorus:track:" + track.value());
        for (var planter : planters(SOME.with(of("a", uri), ofTwenty("b")))) {
            assertThat(planter.collective().knowledge().frequency(track.value()))
                    .isZero();
            assertThat(planter.collective().anchors()).doesNotContain(track);
        }
        var members = members(planters(SOME.with(of("a", uri))).getFirst());
        assertThat(PLAN.contents(1).stream()
                        .filter(p -> Arrays.stream(p.tracks()).anyMatch(t -> t == track.value()))
                        .map(p -> p.playlist()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(members);
    }

    @Test
    void campaignsWhoseTargetsTurnOutToBeOneMayNotMeet() {
        var uri = new Target.Uri("chorus:track:"
                + targets(of("a", new Target.Rank(5, 5))).getFirst().value());
        var both = SOME.with(of("a", new Target.Rank(5, 5)), of("b", uri));
        assertThatThrownBy(() -> planters(both))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("campaign b: target: is track ")
                .hasMessageEndingWith(", as that of a is, so they may not meet in the world all");
        assertThat(planters(both.worlds(world("none"), world("a", "a"), world("b", "b"))))
                .hasSize(2);
    }

    @Test
    void aCampaignInNoWorldIsDrawnAndToldButPlantsNothing() {
        var some = SOME.with(ofTwenty("a"), ofTwenty("b")).worlds(world("none"), world("only", "a"));
        var run = Recorded.run(some);
        assertThat(run.all(Campaign.class)).extracting(Campaign::members).containsExactly(20, 20);
        assertThat(run.all(Track.class)).extracting(Track::uri).contains("chorus:target:b");
        assertThat(run.edits().stream().map(edit -> edit.campaign()).distinct()).containsExactlyInAnyOrder(null, "a");
    }

    @Test
    void aTrackThatSeveralCampaignsPromoteIsToldOnceBeforeTheFirst() {
        var song = new Target.New("song");
        var run = Recorded.run(SOME.with(of("a", song), of("b", song)));
        assertThat(run.all(Track.class).stream().filter(track -> track.uri().equals("chorus:target:song")))
                .containsExactly(new Track(
                        PLAN.target(0, ""), "chorus:target:song", "Target song", "chorus:artist:song", "song"));
    }
}
