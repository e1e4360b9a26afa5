package chorus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.SettingsLoader;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.retrain.Generation;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.CountsMark.WorldDigest;
import chorus.state.playlists.Reason;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneProcessTest {
    /** The world that is not the twin. */
    private static final WorldSet PLANTED = WorldSet.only(1);

    private final List<Generation> generations = new ArrayList<>();
    private final List<CountsMark> marks = new ArrayList<>();
    private final OneProcess process = new OneProcess(
            SettingsLoader.load(Optional.empty(), List.of("evaluate.testShare=0")), (generation, mark) -> {
                generations.add(generation);
                marks.add(mark);
            });

    @BeforeEach
    void nameTracks() {
        for (var id = 0; id < 4; id++) {
            process.track(new Track(new TrackId(id), "t" + id, "T" + id, "a" + id / 2, "A" + id / 2));
        }
    }

    @Test
    void aPlantedTrackCountsInOneWorldOnly() {
        edit(0, 1, WorldSet.ALL, new Change.Created());
        edit(0, 2, WorldSet.ALL, new Change.Inserted(new TrackId(0), 0));
        edit(0, 3, WorldSet.ALL, new Change.Inserted(new TrackId(1), 1));
        edit(0, 4, PLANTED, new Change.Inserted(new TrackId(3), 1));
        process.endEpoch(new EpochEnded(0, 0, 1, 0));
        // factual 0 3 1: 0→3 and 3→1 at distance 1, 0→1 at distance 2; counterfactual 0 1: 0→1 at distance 1
        var factual = CountDigest.pair(0, 3, 1, 1)
                + CountDigest.pair(3, 1, 1, 1)
                + CountDigest.pair(0, 1, 1, 0)
                + CountDigest.track(0, 1)
                + CountDigest.track(1, 1)
                + CountDigest.track(3, 1);
        var counterfactual = CountDigest.pair(0, 1, 1, 1) + CountDigest.track(0, 1) + CountDigest.track(1, 1);
        assertThat(marks)
                .containsExactly(mark(0, new WorldDigest(factual, 3, 3), new WorldDigest(counterfactual, 1, 2)));
    }

    @Test
    void aDeletedPlaylistLeavesNothing() {
        edit(0, 1, WorldSet.ALL, new Change.Created());
        edit(0, 2, WorldSet.ALL, new Change.Inserted(new TrackId(0), 0));
        edit(0, 3, WorldSet.ALL, new Change.Inserted(new TrackId(1), 1));
        process.endEpoch(new EpochEnded(0, 0, 1, 0));
        edit(1, 4, WorldSet.ALL, new Change.Deleted());
        process.endEpoch(new EpochEnded(1, 0, 1, 0));
        var nothing = new WorldDigest(0, 0, 0);
        assertThat(marks.getLast()).isEqualTo(mark(1, nothing, nothing));
        assertThat(generations.getLast().row().pairs()).isZero();
        assertThat(generations.getLast().row().tracks()).isZero();
        assertThat(generations.getLast().row().trainingPlaylists()).isZero();
    }

    @Test
    void refusedEditsAreCountedAndKeptWithTheirReason() {
        edit(0, 1, WorldSet.ALL, new Change.Created());
        edit(0, 1, WorldSet.ALL, new Change.Created());
        edit(0, 2, WorldSet.ALL, new Change.Inserted(new TrackId(9), 0));
        process.endEpoch(new EpochEnded(0, 0, 1, 0));
        edit(0, 3, WorldSet.ALL, new Change.Deleted());
        process.endEpoch(new EpochEnded(1, 0, 1, 0));
        assertThat(process.refusals())
                .extracting(OneProcess.Refusal::reason)
                .containsExactly(Reason.REPEATED, Reason.UNKNOWN_TRACK, Reason.EPOCH_ENDED);
        assertThat(generations)
                .extracting(generation -> generation.row().refused())
                .containsExactly(2L, 3L);
        assertThat(generations)
                .extracting(generation -> generation.row().edits())
                .containsExactly(1L, 1L);
    }

    @Test
    void anEpochEndsWhenAllWritersHaveEndedIt() {
        process.endEpoch(new EpochEnded(0, 1, 2, 0));
        assertThat(generations).isEmpty();
        process.endEpoch(new EpochEnded(0, 0, 2, 0));
        assertThat(generations).hasSize(1);
    }

    @Test
    void editsOfALaterEpochWaitForIt() {
        edit(0, 1, WorldSet.ALL, new Change.Created());
        edit(0, 2, WorldSet.ALL, new Change.Inserted(new TrackId(0), 0));
        edit(1, 3, WorldSet.ALL, new Change.Inserted(new TrackId(1), 1));
        process.endEpoch(new EpochEnded(0, 0, 1, 0));
        process.endEpoch(new EpochEnded(1, 0, 1, 0));
        // first track 0 alone, then 0→1 at distance 1
        var alone = new WorldDigest(CountDigest.track(0, 1), 0, 1);
        var both =
                new WorldDigest(CountDigest.pair(0, 1, 1, 1) + CountDigest.track(0, 1) + CountDigest.track(1, 1), 1, 2);
        assertThat(marks).containsExactly(mark(0, alone, alone), mark(1, both, both));
        assertThat(generations)
                .extracting(generation -> generation.row().edits())
                .containsExactly(2L, 3L);
    }

    @Test
    void aMarkThatNamesAnotherNumberOfWritersIsTheCallersFault() {
        process.endEpoch(new EpochEnded(0, 1, 2, 0));
        assertThatThrownBy(() -> process.endEpoch(new EpochEnded(0, 0, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another number of writers");
    }

    @Test
    void aMarkThatComesTwiceIsTheCallersFault() {
        process.endEpoch(new EpochEnded(0, 1, 2, 0));
        assertThatThrownBy(() -> process.endEpoch(new EpochEnded(0, 1, 2, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("repeats an earlier one");
    }

    private static CountsMark mark(long epoch, WorldDigest factual, WorldDigest twin) {
        return new CountsMark(
                epoch, 0, 1, List.of(new OfWorld("counterfactual", twin), new OfWorld("factual", factual)));
    }

    private void edit(long epoch, long sequence, WorldSet worlds, Change change) {
        var campaign = worlds.isAll() ? null : "lift";
        process.edit(
                new PlaylistEdit(new PlaylistId(7), new ListenerId(1), epoch, 0, sequence, worlds, campaign, change));
    }
}
