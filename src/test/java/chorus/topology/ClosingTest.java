package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.state.Counts.Count;
import chorus.worlds.WorldSet;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an epoch ends: in slices, while the next one's edits arrive. Playlists 1…4, none held out, window 10. */
class ClosingTest {
    private Rig rig;

    @BeforeEach
    void start(@TempDir Path stores) {
        rig = rig(stores, 1);
    }

    private static Rig rig(Path stores, int writers) {
        return new Rig(stores, "evaluate.testShare=0", "stream.closeSlice=1ms", "simulate.writers=" + writers)
                .tracks(400);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void tickUntilCuts(int cuts) {
        for (var i = 0; i < 100 && rig.published().cuts() < cuts; i++) {
            rig.tick();
        }
        assertThat(rig.published().cuts()).isEqualTo(cuts);
    }

    @Test
    void rowsGoOutInSlicesAndTheMarkLastWhileEditsOfTheNextEpochArrive() {
        rig.create(1, 0, 0, 149);
        rig.create(2, 0, 150, 299);
        rig.hurry();
        rig.mark(0, 0, 1);
        var published = rig.published();
        // 298 rows of pairs (the last of a playlist has no follower) and 300 of tracks, some of them a slice
        var slices = 0;
        for (var rows = published.rows(); published.cuts() == 0; rows = published.rows()) {
            rig.insert(1, 1, 300 + slices, 0);
            rig.tick();
            assertThat(published.rows() - rows).isLessThanOrEqualTo(128);
            slices++;
        }
        assertThat(slices).isGreaterThanOrEqualTo(4);
        var cut = published.cut(0);
        assertThat(cut.twin().tracks()).hasSize(300).doesNotContainKey(300);
        assertThat(cut.digest(0)).isEqualTo(cut.twin().digest());
        assertThat(cut.digest(0).pairs()).isEqualTo(cut.twin().digest().pairs());

        rig.mark(1, 0, 1);
        tickUntilCuts(2);
        var next = published.cut(1);
        assertThat(next.twin().tracks()).hasSize(300 + slices);
        assertThat(next.twin().pair(300, 0)).isEqualTo(new Count(1, 1));
        assertThat(next.digest(0)).isEqualTo(next.twin().digest());
    }

    @Test
    void aRemovalInTheOpeningEpochWaitsBehindTheInsertionItTakesBack() {
        rig.create(1, 0, 0, 0);
        // 350 rows of pairs wait in epoch 1: more than one step takes
        rig.create(2, 1, 0, 349);
        rig.hurry();
        rig.mark(0, 0, 1);
        tickUntilCuts(1);
        for (var track = 349; track >= 300; track--) {
            rig.remove(2, 1, track, track);
        }
        rig.mark(1, 0, 1);
        tickUntilCuts(2);
        var cut = rig.published().cut(1);
        // 0 is in both playlists, 1…299 in the second; 300…349 came and went within the epoch
        assertThat(cut.twin().tracks()).hasSize(300).containsEntry(0, 2).containsEntry(299, 1);
        assertThat(cut.digest(0)).isEqualTo(cut.twin().digest());
    }

    @Test
    void aSliceThatIsOverAtOnceStillMovesOn() {
        rig.create(1, 0, 0, 1);
        rig.hurry();
        rig.mark(0, 0, 1);
        tickUntilCuts(1);
        assertThat(rig.published().cut(0).twin().pair(0, 1)).isEqualTo(new Count(1, 1));
    }

    @Test
    void rowsThatAreGoneBecomeTombstones() {
        rig.create(1, 0, 0, 1);
        rig.create(2, 0, 1, 2);
        rig.mark(0, 0, 1);
        // 0→1, 1→2 and three tracks
        assertThat(rig.published().rows()).isEqualTo(5);
        rig.remove(1, 1, 0, 0);
        rig.edit(2, 1, WorldSet.ALL, new Change.Deleted());
        rig.mark(1, 0, 1);
        // left: track 1, in playlist 1; gone: two rows of pairs, two tracks
        assertThat(rig.published().rows()).isEqualTo(1);
        assertThat(rig.published().tombstones()).isEqualTo(4);
        assertThat(rig.published().cut(1).twin().tracks()).isEqualTo(Map.of(1, 1));
    }

    @Test
    void anEpochWithoutEditsEndsInAMarkWithTheSameDigests() {
        rig.create(1, 0, 0, 3);
        rig.mark(0, 0, 1);
        rig.mark(1, 0, 1);
        rig.mark(2, 0, 1);
        assertThat(rig.published().cuts()).isEqualTo(3);
        assertThat(rig.published().cut(2).digest(0))
                .isEqualTo(rig.published().cut(0).digest(0));
    }

    @Test
    void anEpochWaitsForTheMarkOfEveryWriterInAnyOrder(@TempDir Path stores) {
        rig.close();
        rig = rig(stores.resolve("three"), 3);
        rig.create(1, 0, 0, 1);
        rig.mark(0, 1, 3);
        rig.mark(1, 1, 3);
        rig.mark(0, 0, 3);
        rig.mark(1, 0, 3);
        rig.mark(0, 0, 3);
        assertThat(rig.published().cuts()).isZero();
        rig.mark(1, 2, 3);
        assertThat(rig.published().cuts()).isZero();
        rig.mark(0, 2, 3);
        assertThat(rig.published().cuts()).isEqualTo(2);
    }
}
