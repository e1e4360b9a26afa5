package chorus.state.playlists;

import static chorus.state.playlists.OnePlaylist.A;
import static chorus.state.playlists.OnePlaylist.ALL;
import static chorus.state.playlists.OnePlaylist.B;
import static chorus.state.playlists.OnePlaylist.IN_A;
import static chorus.state.playlists.OnePlaylist.IN_B;
import static chorus.state.playlists.OnePlaylist.TWIN;
import static chorus.state.playlists.OnePlaylist.insert;
import static chorus.state.playlists.OnePlaylist.insertBefore;
import static chorus.state.playlists.OnePlaylist.move;
import static chorus.state.playlists.OnePlaylist.pairsOf;
import static chorus.state.playlists.OnePlaylist.remove;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.state.Counts.Count;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hand-worked edits of one playlist that is not the same in all worlds. */
class WorldsOfAPlaylistTest {
    @Test
    void aPlantIsCountedInItsWorldsOnly() {
        var list = new OnePlaylist(2).with(1, 2);
        var before = Map.copyOf(list.pairs(TWIN));
        list.plant(A, 1, insert(5, 1));
        assertThat(list.pairs(TWIN)).isEqualTo(before);
        assertThat(list.pairs(IN_B)).isEqualTo(before);
        assertThat(list.pairs(IN_A)).isEqualTo(pairsOf(1, 2, 1, 0, 1, 5, 1, 1, 5, 2, 1, 1));
        assertThat(list.tracks(IN_A)).isEqualTo(Map.of(1, 1, 2, 1, 5, 1));
        list.plant(A, 1, remove(5, 1));
        assertThat(list.counts()).containsOnly(list.counts().get(TWIN));
    }

    /** The example of the decision on worlds, step by step. */
    @Test
    void twoCampaignsAndAnOrganicCopyOfTheirTargetStandSideBySide() {
        var list = new OnePlaylist(2).with(1, 2, 3, 4);
        var plain = pairsOf(1, 2, 1, 1, 1, 3, 1, 0, 2, 3, 1, 1, 2, 4, 1, 0, 3, 4, 1, 1);
        same(list, plain, 1, 2, 3, 4);

        // A plants 5 after 2, in its own list at 2
        list.plant(A, 1, insert(5, 2));
        // 1 2 5 3 4: 1→3 and 2→4 are pushed out of the window
        var planted = pairsOf(1, 2, 1, 1, 1, 5, 1, 0, 2, 5, 1, 1, 2, 3, 1, 0, 5, 3, 1, 1, 5, 4, 1, 0, 3, 4, 1, 1);
        list.sees(TWIN, plain, 1, 2, 3, 4);
        list.sees(IN_A, planted, 1, 2, 5, 3, 4);
        list.sees(IN_B, plain, 1, 2, 3, 4);

        // B plants 5 before 3: behind A's, directly after 2 it would stand before it
        list.plant(B, 2, insertBefore(5, 2));
        assertThat(list.sequence()).containsExactly(1, 2, 5, 5, 3, 4);
        assertThat(Entries.worlds(list.entries()[2])).isEqualTo(A);
        assertThat(Entries.worlds(list.entries()[3])).isEqualTo(B);
        list.sees(TWIN, plain, 1, 2, 3, 4);
        list.sees(IN_A, planted, 1, 2, 5, 3, 4);
        list.sees(IN_B, planted, 1, 2, 5, 3, 4);

        // a listener moves 2 behind 3
        list.edit(ALL, move(2, 1, 2));
        assertThat(list.sequence()).containsExactly(1, 5, 5, 3, 2, 4);
        var moved = pairsOf(1, 5, 1, 1, 1, 3, 1, 0, 5, 3, 1, 1, 5, 2, 1, 0, 3, 2, 1, 1, 3, 4, 1, 0, 2, 4, 1, 1);
        list.sees(TWIN, pairsOf(1, 3, 1, 1, 1, 2, 1, 0, 3, 2, 1, 1, 3, 4, 1, 0, 2, 4, 1, 1), 1, 3, 2, 4);
        list.sees(IN_A, moved, 1, 5, 3, 2, 4);
        list.sees(IN_B, moved, 1, 5, 3, 2, 4);

        // the listener removes 3
        list.edit(ALL, remove(3, 1));
        var removed = pairsOf(1, 5, 1, 1, 1, 2, 1, 0, 5, 2, 1, 1, 5, 4, 1, 0, 2, 4, 1, 1);
        list.sees(TWIN, pairsOf(1, 2, 1, 1, 1, 4, 1, 0, 2, 4, 1, 1), 1, 2, 4);
        list.sees(IN_A, removed, 1, 5, 2, 4);
        list.sees(IN_B, removed, 1, 5, 2, 4);

        // and inserts 5 behind 2, in the worlds that do not hold it
        assertThat(list.edit(ALL, insert(5, 2))).isInstanceOf(Outcome.Refused.class);
        list.edit(ALL.without(A).without(B), insert(5, 2));
        assertThat(list.sequence()).containsExactly(1, 5, 5, 2, 5, 4);
        list.sees(TWIN, pairsOf(1, 2, 1, 1, 1, 5, 1, 0, 2, 5, 1, 1, 2, 4, 1, 0, 5, 4, 1, 1), 1, 2, 5, 4);
        list.sees(IN_A, removed, 1, 5, 2, 4);
        list.sees(IN_B, removed, 1, 5, 2, 4);
        assertThat(list.view(9)).as("a world that comes later").containsExactly(1, 2, 5, 4);
    }

    private static void same(OnePlaylist list, Map<Integer, Map<Integer, Count>> pairs, int... tracks) {
        for (var world = 0; world < list.counts().size(); world++) {
            list.sees(world, pairs, tracks);
        }
    }

    @Test
    void anInsertionStandsDirectlyAfterItsPredecessorInTheTwin() {
        var list = new OnePlaylist(2).with(1, 2);
        list.plant(A, 1, insert(5, 1));
        list.edit(ALL, insert(3, 1));
        assertThat(list.sequence()).containsExactly(1, 3, 5, 2);
        // A 1 3 5 2: 1→2 is at distance 3 now; elsewhere 1 3 2
        assertThat(list.pairs(IN_A)).isEqualTo(pairsOf(1, 3, 1, 1, 1, 5, 1, 0, 3, 5, 1, 1, 3, 2, 1, 0, 5, 2, 1, 1));
        assertThat(list.pairs(TWIN)).isEqualTo(pairsOf(1, 2, 1, 0, 1, 3, 1, 1, 3, 2, 1, 1));
        assertThat(list.pairs(IN_B)).isEqualTo(list.pairs(TWIN));
    }

    @Test
    void anInsertionBeforeItsSuccessorLeavesWhatOthersSeeInBetweenBeforeIt() {
        var list = new OnePlaylist(2).with(1, 2);
        list.plant(A, 1, insert(5, 1));
        list.edit(ALL, insertBefore(3, 1));
        assertThat(list.sequence()).containsExactly(1, 5, 3, 2);
        assertThat(list.pairs(IN_A)).isEqualTo(pairsOf(1, 3, 1, 0, 1, 5, 1, 1, 3, 2, 1, 1, 5, 2, 1, 0, 5, 3, 1, 1));
        assertThat(list.pairs(TWIN)).isEqualTo(pairsOf(1, 2, 1, 0, 1, 3, 1, 1, 3, 2, 1, 1));
    }

    @Test
    void atTheFrontAnInsertionStandsBeforeAllUnlessItIsBeforeItsSuccessor() {
        var list = new OnePlaylist(2).with(1);
        list.plant(A, 1, insert(5, 0));
        list.edit(ALL, insert(2, 0));
        assertThat(list.sequence()).containsExactly(2, 5, 1);
        list.edit(ALL, remove(2, 0));
        list.edit(ALL, insertBefore(2, 0));
        assertThat(list.sequence()).containsExactly(5, 2, 1);
    }

    @Test
    void atTheEndAnInsertionWithoutASuccessorStandsAfterThePredecessor() {
        var list = new OnePlaylist(2).with(1, 2);
        list.plant(A, 1, insert(5, 2));
        list.edit(ALL, insertBefore(3, 2));
        assertThat(list.sequence()).containsExactly(1, 2, 3, 5);
        list.plant(B, 2, insertBefore(6, 3));
        assertThat(list.sequence()).containsExactly(1, 2, 3, 6, 5);
    }

    @Test
    void indicesCountInTheViewOfTheLowestWorldOfTheSet() {
        var list = new OnePlaylist(2).with(1, 2);
        list.plant(A, 1, insert(5, 0));
        list.plant(A.with(B), 1, insert(6, 2));
        // A sees 5 1 2: index 2 is behind 1
        assertThat(list.view(IN_A)).containsExactly(5, 1, 6, 2);
        assertThat(list.view(IN_B)).containsExactly(1, 6, 2);
        list.edit(A.with(B), move(6, 2, 3));
        assertThat(list.view(IN_A)).containsExactly(5, 1, 2, 6);
        assertThat(list.view(IN_B)).containsExactly(1, 2, 6);
    }

    @Test
    void whatAllButOneWorldSeeIsCountedInTheseAlone() {
        var list = new OnePlaylist(2).with(1, 2);
        for (var set : List.of(ALL.without(A), WorldSet.only(TWIN).with(B))) {
            list.edit(set, insert(3, 1));
            assertThat(list.pairs(IN_A)).isEqualTo(pairsOf(1, 2, 1, 1));
            assertThat(list.tracks(IN_A)).isEqualTo(Map.of(1, 1, 2, 1));
            assertThat(list.pairs(TWIN)).isEqualTo(pairsOf(1, 2, 1, 0, 1, 3, 1, 1, 3, 2, 1, 1));
            assertThat(list.counts().get(IN_B)).isEqualTo(list.counts().get(TWIN));
            list.edit(set, remove(3, 1));
            assertThat(list.counts()).containsOnly(list.counts().get(TWIN));
        }
    }

    @Test
    void worldsThatSeeTheSameAreSpokenOfTogether() {
        var list = new OnePlaylist(2).with(1, 2, 3, 4, 5, 6, 7);
        list.plant(A.with(B), 1, insert(8, 0));
        var away = list.edit(ALL, remove(7, 6));
        // 5→7 and 6→7: nothing that A or B see differs around them
        assertThat(sets(away)).containsExactly(-1, -1);
        // 1→2 and 1→3; A and B see 8 1 2 3 …, for them also 8→1 goes, 8→2 is adjacent now and 8→3 within the window
        assertThat(sets(list.edit(ALL, remove(1, 0)))).containsExactly(-1, -1, 6, 6, 6);
    }

    private static List<Integer> sets(Outcome outcome) {
        var deltas = ((Outcome.Applied) outcome).deltas();
        return IntStream.range(0, deltas.pairs()).mapToObj(deltas::worlds).toList();
    }

    @Test
    void worldsMayHoldTheSameTrackAtPlacesOfTheirOwn() {
        var list = new OnePlaylist(2).with(1, 2);
        assertThat(list.plant(A, 1, insert(5, 0))).isInstanceOf(Outcome.Applied.class);
        assertThat(list.plant(B, 2, insert(5, 2))).isInstanceOf(Outcome.Applied.class);
        assertThat(list.plant(A.with(B), 3, insert(5, 2))).isInstanceOf(Outcome.Refused.class);
        assertThat(list.view(IN_A)).containsExactly(5, 1, 2);
        assertThat(list.view(IN_B)).containsExactly(1, 2, 5);
        assertThat(list.view(TWIN)).containsExactly(1, 2);
    }

    @Test
    void anEntryKeepsItsWorldsAndItsCampaignWhereverItMoves() {
        var list = new OnePlaylist(2).with(1, 2);
        list.plant(A, 7, insert(5, 1));
        list.edit(A, move(5, 1, 2));
        assertThat(list.sequence()).containsExactly(1, 2, 5);
        assertThat(Entries.campaign(list.entries()[2])).isEqualTo(7);
        assertThat(Entries.worlds(list.entries()[2])).isEqualTo(A);
        assertThat(Entries.isPlain(list.entries()[2])).isFalse();
        assertThat(Entries.isPlain(list.entries()[1])).isTrue();
    }
}
