package chorus.state.playlists;

import static chorus.state.playlists.OnePlaylist.A;
import static chorus.state.playlists.OnePlaylist.ALL;
import static chorus.state.playlists.OnePlaylist.B;
import static chorus.state.playlists.OnePlaylist.TWIN;
import static chorus.state.playlists.OnePlaylist.insert;
import static chorus.state.playlists.OnePlaylist.move;
import static chorus.state.playlists.OnePlaylist.pairsOf;
import static chorus.state.playlists.OnePlaylist.remove;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.state.Counts;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hand-worked edits of one playlist, most of which every world sees alike. */
class PlaylistFoldTest {
    @Test
    void anInsertedTrackPushesItsNeighboursApart() {
        var list = new OnePlaylist(2).with(1, 2);
        assertThat(list.pairs(TWIN)).isEqualTo(pairsOf(1, 2, 1, 1));
        list.edit(ALL, insert(3, 1));
        // 1 3 2: 1→2 is now at distance 2, still within the window but no longer adjacent
        assertThat(list.pairs(TWIN)).isEqualTo(pairsOf(1, 2, 1, 0, 1, 3, 1, 1, 3, 2, 1, 1));
        assertThat(list.tracks(TWIN)).isEqualTo(Map.of(1, 1, 2, 1, 3, 1));
        assertThat(list.counts()).containsOnly(list.counts().get(TWIN));
    }

    @Test
    void inAWindowOfOneThePushedPairIsGone() {
        var list = new OnePlaylist(1).with(1, 2);
        list.edit(ALL, insert(3, 1));
        assertThat(list.pairs(TWIN)).isEqualTo(pairsOf(1, 3, 1, 1, 3, 2, 1, 1));
    }

    @Test
    void aRemovedTrackLetsPairsIntoTheWindow() {
        var list = new OnePlaylist(2).with(1, 2, 3, 4);
        list.edit(ALL, remove(2, 1));
        // 1 3 4: 1→4 was at distance 3, outside, and is now at 2; 1→3 was at 2 and is adjacent
        assertThat(list.pairs(TWIN)).isEqualTo(pairsOf(1, 3, 1, 1, 1, 4, 1, 0, 3, 4, 1, 1));
        assertThat(list.tracks(TWIN)).isEqualTo(Map.of(1, 1, 3, 1, 4, 1));
    }

    @Test
    void aMoveCountsItsTargetAfterTheRemoval() {
        var list = new OnePlaylist(2).with(1, 2, 3);
        list.edit(ALL, move(1, 0, 2));
        // 2 3 1
        assertThat(list.view(TWIN)).containsExactly(2, 3, 1);
        assertThat(list.pairs(TWIN)).isEqualTo(pairsOf(2, 1, 1, 0, 2, 3, 1, 1, 3, 1, 1, 1));
    }

    @Test
    void aPlaylistThatIsDeletedLeavesNoCount() {
        var list = new OnePlaylist(2).with(1, 2, 3);
        list.plant(A, 1, insert(5, 0));
        list.plant(B, 2, insert(5, 3));
        list.plant(A.with(B), 3, insert(6, 1));
        list.edit(ALL.without(A), insert(7, 1));
        list.edit(ALL, new Change.Deleted());
        assertThat(list.counts()).containsOnly(new Counts());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonRefusesAndChangesNoEntry(Reason reason) {
        var list = new OnePlaylist(2).with(1, 2, 3);
        list.plant(A, 1, insert(5, 1));
        var entries = list.entries();
        var outcome =
                switch (reason) {
                    case REPEATED -> list.edit(list.lastSequence(), ALL, 0, insert(4, 0));
                    case GAP -> list.edit(list.lastSequence() + 2, ALL, 0, insert(4, 0));
                    case SEQUENCE_TOO_FAR -> list.edit(list.lastSequence() + 1_001, ALL, 0, insert(4, 0));
                    case UNKNOWN_PLAYLIST -> new OnePlaylist(2).edit(ALL, insert(4, 0));
                    case ALREADY_CREATED -> list.edit(ALL, new Change.Created());
                    case DELETED -> deleted(list);
                    case UNKNOWN_TRACK -> list.edit(ALL, insert(9, 0));
                    case ALREADY_HELD -> list.edit(ALL, insert(5, 0));
                    case OUT_OF_BOUNDS -> list.edit(B, insert(4, 4));
                    // the twin sees 1 2 3
                    case NOT_THERE -> list.edit(ALL, remove(5, 1));
                    case OTHER_WORLDS -> list.edit(A.with(B), move(5, 1, 0));
                    case NOT_IN_ALL_WORLDS -> list.edit(ALL.without(B), new Change.Deleted());
                    // there are three
                    case UNKNOWN_WORLD -> list.edit(WorldSet.only(3).with(A), insert(4, 0));
                    case TOO_MANY_CAMPAIGNS -> list.plant(A, 256, insert(4, 0));
                    case FULL -> new OnePlaylist(2).full().edit(ALL, insert(4, 0));
                    // the fold knows no epochs: the first stage refuses these
                    case EPOCH_ENDED, EPOCH_TOO_FAR -> new Outcome.Refused(PlaylistState.UNBORN, reason);
                };
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
        assertThat(list.entries()).isIn(entries, Entries.NONE);
    }

    private static Outcome deleted(OnePlaylist list) {
        list.edit(ALL, new Change.Deleted());
        return list.edit(ALL, insert(4, 0));
    }

    @Test
    void aSetOfWorldsIsOfThoseThatThereAreAndOfLaterOnesAllOrNone() {
        var list = new OnePlaylist(2).with(1);
        var later = ALL.without(new WorldSet(0b111));
        var none = List.of(
                WorldSet.NONE, later, WorldSet.only(3), WorldSet.only(20).with(A));
        assertThat(none).allSatisfy(set -> assertThat(list.edit(set, insert(2, 0)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.UNKNOWN_WORLD)));
        var some = List.of(A, B, WorldSet.only(TWIN), later.with(A), ALL.without(B));
        for (var set : some) {
            assertThat(list.edit(set, insert(2, 0))).isInstanceOf(Outcome.Applied.class);
            assertThat(list.edit(set, remove(2, 0))).isInstanceOf(Outcome.Applied.class);
        }
    }

    @Test
    void entriesTellTwoHundredAndFiftyFiveCampaignsApart() {
        var list = new OnePlaylist(2).with(1);
        assertThat(list.plant(A, 255, insert(5, 0))).isInstanceOf(Outcome.Applied.class);
        assertThat(Entries.campaign(list.entries()[0])).isEqualTo(255);
        assertThat(Entries.holdsPlant(list.entries(), 255)).isTrue();
        assertThat(Entries.holdsPlant(list.entries(), 254)).isFalse();
    }

    @Test
    void afterAGapTheSequenceGoesOnFromTheEditThatJumped() {
        var list = new OnePlaylist(2).with(1);
        assertThat(list.edit(9, ALL, 0, insert(2, 0))).isInstanceOf(Outcome.Refused.class);
        assertThat(list.edit(10, ALL, 0, insert(2, 0))).isInstanceOf(Outcome.Applied.class);
        assertThat(list.edit(10, ALL, 0, insert(3, 0))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aRefusedEditUsesUpItsNumber() {
        var list = new OnePlaylist(2).with(1);
        var number = list.lastSequence() + 1;
        assertThat(list.edit(number, ALL, 0, insert(1, 0))).isInstanceOf(Outcome.Refused.class);
        assertThat(list.edit(number + 1, ALL, 0, insert(2, 0))).isInstanceOf(Outcome.Applied.class);
    }
}
