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
import chorus.playlist.World;
import org.junit.jupiter.api.Test;

class NaivePlaylistTest {
    private final NaivePlaylist playlist = new NaivePlaylist();
    private long sequence;

    @Test
    void editsShapeTheList() {
        created(1, 2, 3, 4);
        assertThat(both(new Moved(track(1), 0, 2))).isTrue(); // 2 3 1 4
        assertThat(both(new Removed(track(3), 1))).isTrue(); // 2 1 4
        assertThat(both(new Inserted(track(5), 1))).isTrue(); // 2 5 1 4
        assertThat(factual()).containsExactly(2, 5, 1, 4);
        assertThat(counterfactual()).containsExactly(2, 5, 1, 4);
    }

    @Test
    void aPlantIsSeenInTheFactualWorldOnly() {
        created(1, 2);
        assertThat(edit(World.FACTUAL, new Inserted(track(9), 1))).isTrue();
        assertThat(factual()).containsExactly(1, 9, 2);
        assertThat(counterfactual()).containsExactly(1, 2);
    }

    @Test
    void anOrganicInsertionStandsDirectlyAfterItsPredecessorInTheFactualView() {
        created(1, 2);
        edit(World.FACTUAL, new Inserted(track(9), 1)); // 1 9 2
        assertThat(both(new Inserted(track(3), 1))).isTrue(); // after 1: 1 3 9 2
        assertThat(both(new Inserted(track(4), 3))).isTrue(); // after 9: 1 3 9 4 2
        assertThat(factual()).containsExactly(1, 3, 9, 4, 2);
        assertThat(counterfactual()).containsExactly(1, 3, 4, 2);
    }

    @Test
    void counterfactualIndicesSkipPlants() {
        created(1, 2);
        edit(World.FACTUAL, new Inserted(track(9), 0)); // 9 1 2
        assertThat(edit(World.COUNTERFACTUAL, new Inserted(track(3), 1))).isTrue(); // after 1: 9 1 3 2
        assertThat(factual()).containsExactly(9, 1, 2);
        assertThat(counterfactual()).containsExactly(1, 3, 2);
    }

    @Test
    void aMemberTakesItsPlantBack() {
        created(1, 2);
        edit(World.FACTUAL, new Inserted(track(9), 1));
        assertThat(edit(World.FACTUAL, new Removed(track(9), 1))).isTrue();
        assertThat(factual()).containsExactly(1, 2);
    }

    @Test
    void anEditOfBothWorldsThatNamesAPlantIsRefused() {
        created(1, 2);
        edit(World.FACTUAL, new Inserted(track(9), 1));
        assertThat(both(new Removed(track(9), 1))).isFalse();
        assertThat(both(new Moved(track(9), 1, 0))).isFalse();
        assertThat(factual()).containsExactly(1, 9, 2);
    }

    @Test
    void aRepeatedEditIsRefused() {
        created(1);
        sequence--;
        assertThat(both(new Inserted(track(2), 1))).isFalse();
        assertThat(factual()).containsExactly(1);
    }

    @Test
    void aGapIsRefusedOnceAndTheEditsAfterItApply() {
        created(1);
        sequence++;
        assertThat(both(new Inserted(track(2), 1))).isFalse();
        assertThat(both(new Inserted(track(3), 1))).isTrue();
        assertThat(factual()).containsExactly(1, 3);
    }

    @Test
    void aRefusedEditUsesItsNumberUp() {
        created(1);
        assertThat(both(new Inserted(track(2), 7))).isFalse();
        assertThat(both(new Inserted(track(2), 1))).isTrue();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        created(1, 2);
        assertThat(both(new Inserted(track(1), 0))).as("already held").isFalse();
        assertThat(both(new Inserted(track(3), 3))).as("beyond the end").isFalse();
        assertThat(both(new Inserted(track(3), -1))).as("before the beginning").isFalse();
        assertThat(both(new Inserted(track(1000), 0))).as("unknown track").isFalse();
        assertThat(both(new Removed(track(1), 1))).as("another track there").isFalse();
        assertThat(both(new Removed(track(1), 2))).as("nothing there").isFalse();
        assertThat(both(new Moved(track(1), 0, 2)))
                .as("beyond the end after the removal")
                .isFalse();
        assertThat(both(new Created())).as("exists already").isFalse();
        assertThat(factual()).containsExactly(1, 2);
    }

    @Test
    void anUnknownPlaylistTakesNoEdit() {
        assertThat(both(new Inserted(track(1), 0))).isFalse();
        assertThat(both(new Deleted())).isFalse();
        assertThat(both(new Created())).isTrue();
    }

    @Test
    void aDeletedPlaylistIsGoneForGood() {
        created(1, 2);
        assertThat(both(new Deleted())).isTrue();
        assertThat(playlist.live()).isFalse();
        assertThat(factual()).isEmpty();
        assertThat(both(new Inserted(track(1), 0))).isFalse();
        assertThat(both(new Created())).isFalse();
    }

    private void created(int... tracks) {
        both(new Created());
        for (var i = 0; i < tracks.length; i++) {
            both(new Inserted(track(tracks[i]), i));
        }
    }

    private boolean both(Change change) {
        return edit(World.BOTH, change);
    }

    private boolean edit(World world, Change change) {
        sequence++;
        var edit = new PlaylistEdit(new PlaylistId(7), new ListenerId(7), 0, 0, sequence, world, change);
        return playlist.apply(edit, track -> track < 1000);
    }

    private static TrackId track(int id) {
        return new TrackId(id);
    }

    private int[] factual() {
        return playlist.view(World.FACTUAL);
    }

    private int[] counterfactual() {
        return playlist.view(World.COUNTERFACTUAL);
    }
}
