package chorus.state.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.state.Counts;
import chorus.state.Counts.Count;
import chorus.state.cooccurrence.WindowPairs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hand-worked edits of one playlist; tracks are 1…9, of which 9 is unknown. */
class PlaylistFoldTest {
    private static final HeldOut NONE = new HeldOut(0, 20);

    private PlaylistState state = PlaylistState.UNBORN;
    private final Counts factual = new Counts();
    private final Counts counterfactual = new Counts();
    private int window = 2;

    private Outcome edit(World world, Change change) {
        return edit(state.lastSequence() + 1, world, change);
    }

    private Outcome edit(long sequence, World world, Change change) {
        var edit = new PlaylistEdit(
                new PlaylistId(7), new ListenerId(1), LogEntry.BY_POSITION, 0, sequence, world, change);
        var outcome = new PlaylistFold(new WindowPairs(window), NONE).apply(state, edit, track -> track < 9);
        state = outcome.state();
        if (outcome instanceof Outcome.Applied applied) {
            factual.add(applied.deltas(), World.FACTUAL);
            counterfactual.add(applied.deltas(), World.COUNTERFACTUAL);
        }
        return outcome;
    }

    private void list(int... tracks) {
        edit(World.BOTH, new Change.Created());
        for (var i = 0; i < tracks.length; i++) {
            edit(World.BOTH, new Change.Inserted(new TrackId(tracks[i]), i));
        }
    }

    private static Change insert(int track, int index) {
        return new Change.Inserted(new TrackId(track), index);
    }

    private static Change remove(int track, int index) {
        return new Change.Removed(new TrackId(track), index);
    }

    private static Change move(int track, int from, int to) {
        return new Change.Moved(new TrackId(track), from, to);
    }

    private static Map<Integer, Map<Integer, Count>> pairs(Object... fromToWindowAdjacent) {
        var counts = new Counts();
        for (var i = 0; i < fromToWindowAdjacent.length; i += 4) {
            counts.addPair(
                    (int) fromToWindowAdjacent[i],
                    (int) fromToWindowAdjacent[i + 1],
                    (int) fromToWindowAdjacent[i + 2],
                    (int) fromToWindowAdjacent[i + 3]);
        }
        return counts.pairs();
    }

    @Test
    void anInsertedTrackPushesItsNeighboursApart() {
        list(1, 2);
        assertThat(factual.pairs()).isEqualTo(pairs(1, 2, 1, 1));
        edit(World.BOTH, insert(3, 1));
        // 1 3 2: 1→2 is now at distance 2, still within the window but no longer adjacent
        assertThat(factual.pairs()).isEqualTo(pairs(1, 2, 1, 0, 1, 3, 1, 1, 3, 2, 1, 1));
        assertThat(factual.tracks()).isEqualTo(Map.of(1, 1, 2, 1, 3, 1));
    }

    @Test
    void inAWindowOfOneThePushedPairIsGone() {
        window = 1;
        list(1, 2);
        edit(World.BOTH, insert(3, 1));
        assertThat(factual.pairs()).isEqualTo(pairs(1, 3, 1, 1, 3, 2, 1, 1));
    }

    @Test
    void aRemovedTrackLetsPairsIntoTheWindow() {
        list(1, 2, 3, 4);
        edit(World.BOTH, remove(2, 1));
        // 1 3 4: 1→4 was at distance 3, outside, and is now at 2; 1→3 was at 2 and is adjacent
        assertThat(factual.pairs()).isEqualTo(pairs(1, 3, 1, 1, 1, 4, 1, 0, 3, 4, 1, 1));
        assertThat(factual.tracks()).isEqualTo(Map.of(1, 1, 3, 1, 4, 1));
    }

    @Test
    void aMoveCountsItsTargetAfterTheRemoval() {
        list(1, 2, 3);
        edit(World.BOTH, move(1, 0, 2));
        // 2 3 1
        assertThat(Entries.view(state.entries(), World.FACTUAL)).containsExactly(2, 3, 1);
        assertThat(factual.pairs()).isEqualTo(pairs(2, 1, 1, 0, 2, 3, 1, 1, 3, 1, 1, 1));
    }

    @Test
    void aPlantIsCountedInTheFactualWorldOnly() {
        list(1, 2);
        var before = Map.copyOf(counterfactual.pairs());
        edit(World.FACTUAL, insert(5, 1));
        assertThat(counterfactual.pairs()).isEqualTo(before);
        assertThat(factual.pairs()).isEqualTo(pairs(1, 2, 1, 0, 1, 5, 1, 1, 5, 2, 1, 1));
        edit(World.FACTUAL, remove(5, 1));
        assertThat(factual).isEqualTo(counterfactual);
    }

    @Test
    void anInsertionOfBothWorldsStandsDirectlyAfterItsFactualPredecessor() {
        list(1, 2);
        edit(World.FACTUAL, insert(5, 1));
        edit(World.BOTH, insert(3, 2));
        assertThat(Entries.view(state.entries(), World.FACTUAL)).containsExactly(1, 5, 3, 2);
        assertThat(Entries.view(state.entries(), World.COUNTERFACTUAL)).containsExactly(1, 3, 2);
        // factual 1 5 3 2: 1→2 is at distance 3 now; counterfactual 1 3 2
        assertThat(factual.pairs()).isEqualTo(pairs(1, 3, 1, 0, 1, 5, 1, 1, 3, 2, 1, 1, 5, 2, 1, 0, 5, 3, 1, 1));
        assertThat(counterfactual.pairs()).isEqualTo(pairs(1, 2, 1, 0, 1, 3, 1, 1, 3, 2, 1, 1));
    }

    @Test
    void aPlaylistThatIsDeletedLeavesNoCount() {
        list(1, 2, 3);
        edit(World.FACTUAL, insert(5, 0));
        edit(World.COUNTERFACTUAL, insert(5, 3));
        edit(World.BOTH, new Change.Deleted());
        assertThat(List.of(factual, counterfactual)).containsOnly(new Counts());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonRefusesAndChangesNoEntry(Reason reason) {
        list(1, 2, 3);
        edit(World.FACTUAL, insert(5, 1));
        var entries = state.entries();
        var outcome =
                switch (reason) {
                    case REPEATED -> edit(state.lastSequence(), World.BOTH, insert(4, 0));
                    case GAP -> edit(state.lastSequence() + 2, World.BOTH, insert(4, 0));
                    case UNKNOWN_PLAYLIST -> unborn();
                    case ALREADY_CREATED -> edit(World.BOTH, new Change.Created());
                    case DELETED -> deleted();
                    case UNKNOWN_TRACK -> edit(World.BOTH, insert(9, 0));
                    case ALREADY_HELD -> edit(World.BOTH, insert(5, 0));
                    case OUT_OF_BOUNDS -> edit(World.COUNTERFACTUAL, insert(4, 4));
                    case NOT_THERE -> edit(World.BOTH, remove(2, 1));
                    case NOT_IN_BOTH_WORLDS -> edit(World.BOTH, move(5, 1, 0));
                    case ONE_WORLD_ONLY -> edit(World.FACTUAL, new Change.Deleted());
                    // the fold knows no epochs: the topology's first stage refuses these
                    case EPOCH_ENDED -> new Outcome.Refused(state, Reason.EPOCH_ENDED);
                };
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
        assertThat(state.entries()).isIn(entries, Entries.NONE);
    }

    private Outcome unborn() {
        state = PlaylistState.UNBORN;
        return edit(World.BOTH, insert(4, 0));
    }

    private Outcome deleted() {
        edit(World.BOTH, new Change.Deleted());
        return edit(World.BOTH, insert(4, 0));
    }

    @Test
    void afterAGapTheSequenceGoesOnFromTheEditThatJumped() {
        list(1);
        assertThat(edit(9, World.BOTH, insert(2, 0))).isInstanceOf(Outcome.Refused.class);
        assertThat(edit(10, World.BOTH, insert(2, 0))).isInstanceOf(Outcome.Applied.class);
        assertThat(edit(10, World.BOTH, insert(3, 0))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aRefusedEditUsesUpItsNumber() {
        list(1);
        var number = state.lastSequence() + 1;
        assertThat(edit(number, World.BOTH, insert(1, 0))).isInstanceOf(Outcome.Refused.class);
        assertThat(edit(number + 1, World.BOTH, insert(2, 0))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void bothWorldsMayHoldTheSameTrackAtPlacesOfTheirOwn() {
        list(1, 2);
        assertThat(edit(World.FACTUAL, insert(5, 0))).isInstanceOf(Outcome.Applied.class);
        assertThat(edit(World.COUNTERFACTUAL, insert(5, 2))).isInstanceOf(Outcome.Applied.class);
        assertThat(edit(World.FACTUAL, insert(5, 2))).isInstanceOf(Outcome.Refused.class);
        assertThat(Entries.view(state.entries(), World.FACTUAL)).containsExactly(5, 1, 2);
        assertThat(Entries.view(state.entries(), World.COUNTERFACTUAL)).containsExactly(1, 2, 5);
    }
}
