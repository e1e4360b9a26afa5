package chorus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.Change.Created;
import chorus.playlist.Change.Deleted;
import chorus.playlist.Change.Inserted;
import chorus.playlist.Change.Moved;
import chorus.playlist.Change.Removed;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.worlds.WorldSet;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four worlds: 0 the twin, 1 with A, 2 with B, 3 with both. */
class NaivePlaylistTest {
    private static final WorldSet A = new WorldSet(0b1010);
    private static final WorldSet B = new WorldSet(0b1100);

    private final NaivePlaylist playlist = new NaivePlaylist();
    private final Admission admission = new Admission(4, track -> track < 1000);
    private long sequence;

    @Test
    void editsShapeTheList() {
        created(1, 2, 3, 4);
        assertThat(all(new Moved(track(1), 0, 2))).isTrue(); // 2 3 1 4
        assertThat(all(new Removed(track(3), 1))).isTrue(); // 2 1 4
        assertThat(all(new Inserted(track(5), 1))).isTrue(); // 2 5 1 4
        assertThat(playlist.view(0)).containsExactly(2, 5, 1, 4);
        assertThat(playlist.view(3)).containsExactly(2, 5, 1, 4);
    }

    @Test
    void aPlantIsSeenInItsWorldsOnly() {
        created(1, 2);
        assertThat(edit(A, new Inserted(track(9), 1))).isTrue();
        assertThat(playlist.view(0)).containsExactly(1, 2);
        assertThat(playlist.view(1)).containsExactly(1, 9, 2);
        assertThat(playlist.view(2)).containsExactly(1, 2);
        assertThat(playlist.view(3)).containsExactly(1, 9, 2);
    }

    /** The plant of A directly after 2, that of B directly before 3, as the twin has them; then 2, 3 and 5 change. */
    @Test
    void twoCampaignsAndTheOrganicEditsAfterThem() {
        created(1, 2, 3, 4);
        assertThat(edit(A, new Inserted(track(5), 2))).isTrue(); // 1 2 5a 3 4
        assertThat(edit(B, new Inserted(track(6), 2, true))).isTrue(); // 1 2 5a 6b 3 4: world 2 counts, it sees 1 2 3 4
        assertThat(views()).isEqualTo("[1, 2, 3, 4][1, 2, 5, 3, 4][1, 2, 6, 3, 4][1, 2, 5, 6, 3, 4]");
        assertThat(all(new Moved(track(2), 1, 3))).isTrue(); // 1 5a 6b 3 4 2
        assertThat(all(new Removed(track(3), 1))).isTrue(); // 1 5a 6b 4 2
        assertThat(all(new Inserted(track(7), 1))).isTrue(); // after 1: 1 7 5a 6b 4 2
        assertThat(views()).isEqualTo("[1, 7, 4, 2][1, 7, 5, 4, 2][1, 7, 6, 4, 2][1, 7, 5, 6, 4, 2]");
    }

    @Test
    void anInsertionStandsAfterItsPredecessorOrBeforeItsSuccessorInTheViewOfItsLowestWorld() {
        created(1, 2);
        edit(A, new Inserted(track(9), 1)); // 1 9a 2
        assertThat(all(new Inserted(track(3), 1))).isTrue(); // the twin sees 1 2; after 1: 1 3 9a 2
        assertThat(all(new Inserted(track(4), 2, true))).isTrue(); // before 2: 1 3 9a 4 2
        assertThat(edit(A, new Inserted(track(8), 3))).isTrue(); // world 1 sees 1 3 9 4 2; after 9: 1 3 9a 8a 4 2
        assertThat(playlist.view(1)).containsExactly(1, 3, 9, 8, 4, 2);
        assertThat(playlist.view(0)).containsExactly(1, 3, 4, 2);
    }

    @Test
    void beforeTheSuccessorAtTheEndIsAfterTheLastEntryOfTheView() {
        created(1);
        edit(A, new Inserted(track(9), 1)); // 1 9a
        assertThat(all(new Inserted(track(2), 1, true))).isTrue(); // the twin sees 1: 1 2 9a
        assertThat(playlist.view(1)).containsExactly(1, 2, 9);
    }

    @Test
    void beforeTheSuccessorInAnEmptyViewIsTheFront() {
        created();
        edit(A, new Inserted(track(9), 0)); // 9a
        assertThat(all(new Inserted(track(2), 0, true))).isTrue(); // 2 9a
        assertThat(all(new Inserted(track(3), 2, true))).isFalse();
        assertThat(playlist.view(1)).containsExactly(2, 9);
    }

    @Test
    void aMovedPlantKeepsItsWorldsAndItsCampaign() {
        created(1, 2);
        edit(A, "a", new Inserted(track(9), 0));
        assertThat(edit(A, new Moved(track(9), 0, 2))).isTrue();
        assertThat(views()).isEqualTo("[1, 2][1, 2, 9][1, 2][1, 2, 9]");
        assertThat(playlist.standing(4).campaigns()).containsExactly("a");
    }

    @Test
    void aMemberTakesItsPlantBack() {
        created(1, 2);
        edit(A, "a", new Inserted(track(9), 1));
        assertThat(playlist.standing(4).campaigns()).containsExactly("a");
        assertThat(edit(A, "a", new Removed(track(9), 1))).isTrue();
        assertThat(views()).isEqualTo("[1, 2][1, 2][1, 2][1, 2]");
        assertThat(playlist.standing(4).campaigns()).isEmpty();
    }

    @Test
    void anEditThatNamesOtherWorldsThanTheEntrysIsRefused() {
        created(1, 2);
        edit(A, new Inserted(track(9), 0));
        for (var others : Set.of(WorldSet.ALL, WorldSet.only(1), WorldSet.only(3), B)) {
            assertThat(edit(others, new Removed(track(9), 0))).as("%s", others).isFalse();
            assertThat(edit(others, new Moved(track(9), 0, 1))).as("%s", others).isFalse();
        }
        assertThat(edit(A, new Removed(track(1), 1))).isFalse();
        assertThat(playlist.view(1)).containsExactly(9, 1, 2);
    }

    @Test
    void aTrackThatOneOfTheWorldsHoldsIsNotInsertedAgain() {
        created(1);
        edit(A, new Inserted(track(9), 0));
        assertThat(all(new Inserted(track(9), 1))).isFalse();
        assertThat(edit(B, new Inserted(track(9), 1))).as("world 3 holds it").isFalse();
        assertThat(edit(WorldSet.ALL.without(A), new Inserted(track(9), 1))).isTrue(); // 9a 1 9
        assertThat(views()).isEqualTo("[1, 9][9, 1][1, 9][9, 1]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0b1_0000, 0b1_0010, ~0b1111, 1 << 16, 0x7FFF_FFFF, -1 ^ 1 << 17})
    void whatIsNoSetOfTheRunsWorldsIsRefused(int bits) {
        created(1);
        assertThat(edit(new WorldSet(bits), new Inserted(track(9), 0))).isFalse();
        assertThat(views()).isEqualTo("[1][1][1][1]");
        assertThat(all(new Inserted(track(2), 1))).as("its number is used up").isTrue();
    }

    /** All but world 1 of four, later ones included. */
    @Test
    void aSetMayLeaveSomeOfAllWorldsOut() {
        created(1);
        assertThat(edit(new WorldSet(~0b10), new Inserted(track(9), 1))).isTrue();
        assertThat(views()).isEqualTo("[1, 9][1][1, 9][1, 9]");
    }

    @Test
    void playlistsComeAndGoInAllWorldsAtOnce() {
        assertThat(edit(A, new Created())).isFalse();
        assertThat(all(new Created())).isTrue();
        assertThat(edit(WorldSet.ALL.without(A), new Deleted())).isFalse();
        assertThat(playlist.live()).isTrue();
    }

    @Test
    void aCampaignBeyondThe255thOfThePartitionIsRefused() {
        created(1);
        assertThat(edit(A, "refused", new Inserted(track(9), 7))).isFalse();
        for (var i = 0; i < 255; i++) {
            assertThat(edit(A, "c" + i, new Inserted(track(500 + i), 0))).isTrue();
        }
        assertThat(edit(A, "late", new Inserted(track(9), 0))).isFalse();
        assertThat(edit(A, "refused", new Inserted(track(9), 0))).isFalse();
        assertThat(edit(A, "c3", new Inserted(track(9), 0))).isTrue();
        assertThat(edit(A, null, new Inserted(track(10), 0))).isTrue();
        assertThat(playlist.standing(4).campaigns()).hasSize(255);
    }

    @Test
    void aRepeatedEditIsRefused() {
        created(1);
        sequence--;
        assertThat(all(new Inserted(track(2), 1))).isFalse();
        assertThat(playlist.view(0)).containsExactly(1);
    }

    @Test
    void aGapIsRefusedOnceAndTheEditsAfterItApply() {
        created(1);
        sequence++;
        assertThat(all(new Inserted(track(2), 1))).isFalse();
        assertThat(all(new Inserted(track(3), 1))).isTrue();
        assertThat(playlist.view(0)).containsExactly(1, 3);
    }

    @Test
    void aRefusedEditUsesItsNumberUp() {
        created(1);
        assertThat(all(new Inserted(track(2), 7))).isFalse();
        assertThat(all(new Inserted(track(2), 1))).isTrue();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        created(1, 2);
        assertThat(all(new Inserted(track(1), 0))).as("already held").isFalse();
        assertThat(all(new Inserted(track(3), 3))).as("beyond the end").isFalse();
        assertThat(all(new Inserted(track(3), -1))).as("before the beginning").isFalse();
        assertThat(all(new Inserted(track(1000), 0))).as("unknown track").isFalse();
        assertThat(all(new Removed(track(1), 1))).as("another track there").isFalse();
        assertThat(all(new Removed(track(1), 2))).as("nothing there").isFalse();
        assertThat(all(new Moved(track(1), 0, 2)))
                .as("beyond the end after the removal")
                .isFalse();
        assertThat(all(new Created())).as("exists already").isFalse();
        assertThat(playlist.view(0)).containsExactly(1, 2);
    }

    @Test
    void anUnknownPlaylistTakesNoEdit() {
        assertThat(all(new Inserted(track(1), 0))).isFalse();
        assertThat(all(new Deleted())).isFalse();
        assertThat(all(new Created())).isTrue();
    }

    @Test
    void aDeletedPlaylistIsGoneForGood() {
        created(1, 2);
        assertThat(all(new Deleted())).isTrue();
        assertThat(playlist.live()).isFalse();
        assertThat(playlist.view(0)).isEmpty();
        assertThat(all(new Inserted(track(1), 0))).isFalse();
        assertThat(all(new Created())).isFalse();
    }

    private void created(int... tracks) {
        all(new Created());
        for (var i = 0; i < tracks.length; i++) {
            all(new Inserted(track(tracks[i]), i));
        }
    }

    private boolean all(Change change) {
        return edit(WorldSet.ALL, change);
    }

    private boolean edit(WorldSet worlds, Change change) {
        return edit(worlds, null, change);
    }

    private boolean edit(WorldSet worlds, @Nullable String campaign, Change change) {
        sequence++;
        var edit = new PlaylistEdit(new PlaylistId(7), new ListenerId(7), 0, 0, sequence, worlds, campaign, change);
        var applied = playlist.apply(edit, admission);
        if (applied) {
            admission.applied(edit);
        }
        return applied;
    }

    private static TrackId track(int id) {
        return new TrackId(id);
    }

    /** What each world sees, one after the other. */
    private String views() {
        return Arrays.stream(playlist.standing(4).views()).map(Arrays::toString).collect(Collectors.joining());
    }
}
