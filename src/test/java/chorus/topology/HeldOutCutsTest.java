package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.TrackId;
import chorus.worlds.WorldSet;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held-out playlists are published as they were at the cut; here all are held out. */
class HeldOutCutsTest {
    private Rig rig;

    @BeforeEach
    void start(@TempDir Path stores) {
        rig = new Rig(stores, "evaluate.testShare=1").tracks(20);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void theNextEpochsEditsDoNotShowInTheCutEvenIfTheyCameBeforeIt() {
        rig.create(1, 0, 0, 2);
        rig.remove(1, 1, 0, 0);
        rig.create(2, 1, 5, 6);
        rig.edit(1, 2, WorldSet.ALL, new Change.Deleted());
        rig.mark(0, 0, 1);
        assertThat(rig.published().playlistsCut(0).rows()).containsOnlyKeys(1L);
        assertThat(row(0, 1)).containsExactly(0, 1, 2);
        rig.mark(1, 0, 1);
        assertThat(row(1, 1)).containsExactly(1, 2);
        assertThat(row(1, 2)).containsExactly(5, 6);
        rig.mark(2, 0, 1);
        assertThat(rig.published().playlistsCut(2).rows()).containsOnlyKeys(2L);
        assertThat(rig.published().playlistsCut(2).mark().heldOut()).isEqualTo(1);
    }

    private int[] row(int epoch, long playlist) {
        var row = rig.published().playlistsCut(epoch).rows().get(playlist);
        assertThat(row)
                .as("row of playlist %d at the end of epoch %d", playlist, epoch)
                .isNotNull();
        return java.util.Objects.requireNonNull(row).tracks();
    }

    /** Once a playlist is a test, with 11 tracks here, its row stays, whatever is edited, and even if it is deleted. */
    @Test
    void aFrozenTestStaysAsItWasAtItsFirstCut(@TempDir Path stores) {
        rig.close();
        rig = new Rig(stores, "evaluate.testShare=1", "evaluate.tests=frozen", "evaluate.minTracks=10").tracks(20);
        rig.create(1, 0, 0, 9);
        rig.create(2, 0, 0, 10);
        rig.mark(0, 0, 1);
        assertThat(row(0, 1)).hasSize(10);
        rig.edit(1, 1, WorldSet.ALL, new Change.Inserted(new TrackId(15), 0));
        rig.remove(2, 1, 0, 0);
        rig.mark(1, 0, 1);
        assertThat(row(1, 1)).containsExactly(15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(row(1, 2)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        rig.remove(1, 2, 15, 0);
        rig.edit(2, 2, WorldSet.ALL, new Change.Deleted());
        rig.mark(2, 0, 1);
        assertThat(row(2, 1)).startsWith(15, 0).hasSize(11);
        assertThat(row(2, 2)).startsWith(0, 1).hasSize(11);
        assertThat(rig.published().playlistsCut(2).mark().heldOut()).isEqualTo(1);
    }

    @Test
    void theyCountNothing() {
        rig.create(1, 0, 0, 9);
        rig.mark(0, 0, 1);
        assertThat(rig.published().rows()).isZero();
        assertThat(rig.published().cut(0).digest(0).pairs()).isZero();
    }

    @Test
    void aRowTellsTheWorldsApart() {
        rig.create(1, 0, 0, 1);
        rig.edit(1, 0, WorldSet.only(1), new Change.Inserted(new TrackId(7), 1));
        rig.mark(0, 0, 1);
        var row = java.util.Objects.requireNonNull(
                rig.published().playlistsCut(0).rows().get(1L));
        assertThat(row.in(0)).containsExactly(0, 1);
        assertThat(row.in(1)).containsExactly(0, 7, 1);
        assertThat(row.in(2)).containsExactly(0, 1);
    }

    @Test
    void manyRowsGoOutInSlicesAndTheMarkLast() {
        for (var playlist = 0; playlist < 600; playlist++) {
            rig.create(playlist, 0, 0, -1);
        }
        rig.hurry();
        rig.mark(0, 0, 1);
        assertThat(rig.published().cuts()).isZero();
        for (var i = 0; i < 10; i++) {
            rig.tick();
        }
        assertThat(rig.published().playlistsCut(0).rows()).hasSize(600);
    }
}
