package chorus.simulate;

import static chorus.simulate.SomeSettings.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.CampaignSettings.Strategy;
import chorus.config.EpochSettings;
import chorus.config.tree.SettingsFault;
import chorus.epochs.EpochGate;
import chorus.playlist.Campaign;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.SomeCampaign;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriterTest {
    private static final SomeSettings TWO_CAMPAIGNS = SomeSettings.of(1, 200, 7)
            .change(0.1)
            .with(
                    campaign("lift", new Strategy.DirLoF(), 20, 2, List.of(0.5, 1.0), 1, List.of(0.5, 0.0)),
                    campaign("noise", new Strategy.Random(), 10, 1, List.of(1.0), 0, List.of()));

    @ParameterizedTest(name = "{0} writers")
    @ValueSource(ints = {2, 3})
    void severalWritersGiveTogetherWhatOneGives(int writers) {
        var one = Recorded.run(TWO_CAMPAIGNS);
        var settings = TWO_CAMPAIGNS.writers(writers).settings();
        var plan = SimulatedPlan.draw(settings);
        var tracks = new HashSet<Track>();
        var playlists = 0;
        for (var writer = 0; writer < writers; writer++) {
            var share = Recorded.run(settings, plan, writer);
            tracks.addAll(share.all(Track.class));
            assertThat(share.all(Campaign.class)).isEqualTo(one.all(Campaign.class));
            for (var playlist : share.byPlaylist().entrySet()) {
                assertThat(playlist.getKey() % writers).isEqualTo(writer);
                assertThat(playlist.getValue()).isEqualTo(one.byPlaylist().get(playlist.getKey()));
                playlists++;
            }
        }
        assertThat(playlists).isEqualTo(one.byPlaylist().size());
        assertThat(tracks).isEqualTo(new HashSet<>(one.all(Track.class)));
    }

    @Test
    void theSameSeedGivesTheSameRunAndAnotherSeedAnother() {
        assertThat(Recorded.run(TWO_CAMPAIGNS).all).isEqualTo(Recorded.run(TWO_CAMPAIGNS).all);
        assertThat(Recorded.run(SomeSettings.of(1, 20, 1)).edits())
                .isNotEqualTo(Recorded.run(SomeSettings.of(2, 20, 1)).edits());
    }

    @Test
    void everyTrackAndCampaignComesBeforeItIsUsed() {
        var tracks = new HashSet<TrackId>();
        var announced = new HashSet<TrackId>();
        for (var entry : Recorded.run(TWO_CAMPAIGNS).all) {
            switch (entry) {
                case Track track ->
                    assertThat(tracks.add(track.id()))
                            .as("named once: %s", track)
                            .isTrue();
                case Campaign campaign -> {
                    assertThat(tracks).contains(campaign.targets().getFirst());
                    announced.add(campaign.targets().getFirst());
                }
                case PlaylistEdit edit
                when edit.change() instanceof Change.Inserted(var track, var _, var _) -> {
                    assertThat(tracks).contains(track);
                    assertThat(edit.campaign() != null).isEqualTo(announced.contains(track));
                }
                default -> {}
            }
        }
        assertThat(announced).hasSize(2);
    }

    @Test
    void aCampaignIsToldWithItsTargetMembersAndEpochs() {
        var run = Recorded.run(TWO_CAMPAIGNS);
        var target = SimulatedPlan.draw(TWO_CAMPAIGNS.settings()).target(0, "");
        var lift = run.all(Campaign.class).get(1);
        assertThat(lift.name()).isEqualTo("lift");
        assertThat(lift.targets().getFirst()).isEqualTo(target);
        assertThat(lift.members()).isEqualTo(20);
        assertThat(lift.start()).isEqualTo(2);
        assertThat(lift.end()).isEqualTo(6); // joins in 2 and 3, holds in 4, leaves in 5 and 6
        assertThat(lift.anchors()).isNotEmpty().isSortedAccordingTo((a, b) -> Integer.compare(a.value(), b.value()));
        var noise = run.all(Campaign.class).get(0);
        assertThat(noise)
                .isEqualTo(SomeCampaign.of(
                        "noise", List.of(new TrackId(target.value() + 1)), "Random", 10, 1, Long.MAX_VALUE, List.of()));
        assertThat(run.all(Track.class))
                .contains(new Track(target, "chorus:target:lift", "Target lift", "chorus:artist:lift", "lift"));
    }

    @Test
    void everyWriterEndsEveryEpochEvenWithNothingToSay() {
        var settings = SomeSettings.of(1, 1, 3).writers(2).settings();
        var idle = Recorded.run(settings, SimulatedPlan.draw(settings), 1);
        assertThat(idle.edits()).isEmpty();
        assertThat(idle.all(EpochEnded.class)).extracting(EpochEnded::epoch).containsExactly(0L, 1L, 2L, 3L);
        assertThat(idle.all(EpochEnded.class)).allMatch(mark -> mark.writer() == 1 && mark.writers() == 2);
    }

    @Test
    void byTheClockEditsGoByPositionAndNoEpochIsEnded() {
        var run = Recorded.run(TWO_CAMPAIGNS.by(EpochSettings.By.clock));
        assertThat(run.edits()).allMatch(edit -> edit.epoch() == EpochGate.BY_POSITION);
        assertThat(run.all(EpochEnded.class)).isEmpty();
    }

    @Test
    void aLaterFirstEpochShiftsAllEpochsThatAreWritten() {
        var settings = TWO_CAMPAIGNS.settings();
        var plan = SimulatedPlan.draw(settings);
        var recorded = new Recorded();
        var writer = Writer.of(settings, plan, 0, 10);
        for (var epoch = 0L; epoch <= 2; epoch++) {
            writer.write(epoch, recorded);
        }
        assertThat(recorded.edits()).extracting(PlaylistEdit::epoch).containsOnly(10L, 11L, 12L);
        assertThat(recorded.all(EpochEnded.class)).extracting(EpochEnded::epoch).containsExactly(10L, 11L, 12L);
        assertThat(recorded.all(Campaign.class)).extracting(Campaign::start).containsExactly(11L, 12L);
        assertThat(recorded.all(Campaign.class)).extracting(Campaign::end).containsExactly(Long.MAX_VALUE, 16L);
    }

    @Test
    void epochsOutOfOrderAreRefused() {
        var settings = SomeSettings.of(1, 2, 1).settings();
        var writer = Writer.of(settings, SimulatedPlan.draw(settings), 0);
        assertThatThrownBy(() -> writer.write(1, new Recorded())).hasMessageContaining("the next one is 0");
    }

    @Test
    void aCampaignWithTooFewCandidatesIsRefusedByName() {
        var settings = SomeSettings.of(1, 30, 2)
                .with(campaign("vain", new Strategy.DirLoF(), 100, 1, List.of(1.0), 0, List.of()))
                .settings();
        var plan = SimulatedPlan.draw(settings);
        assertThatThrownBy(() -> Writer.of(settings, plan, 0))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("campaign vain wants 100 playlists");
    }
}
