package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.TrackId;
import chorus.rows.Refused;
import chorus.worlds.WorldSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are no edits and edits that do not apply: kept whole on {@code edits-refused}, and counted. */
class RefusalsTest {
    private static final Change CREATED = new Change.Created();

    private Rig rig;

    @BeforeEach
    void start(@TempDir Path stores) {
        rig = new Rig(stores, "evaluate.testShare=0").tracks(5);
        rig.create(1, 0, 0, 2);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Four records came before: playlist 1 was created with three tracks. */
    private void refusedAs(byte[] raw, String reason) {
        assertThat(rig.refused())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new Refused(raw, "chorus-playlist-edits", 0, 4, reason));
    }

    @Test
    void bytesThatAreNoEditAreRefusedWithTheirPlace() {
        var raw = new byte[] {7, 0, 0, 0, 1, 2};
        rig.raw(1, raw);
        refusedAs(raw, "unknown magic byte 7");
    }

    @Test
    void truncatedBytesAreRefused() {
        rig.raw(1, new byte[] {0, 0});
        refusedAs(new byte[] {0, 0}, "truncated: 2 bytes");
    }

    @Test
    void anEditWithItsEndCutOffIsRefused() {
        var whole = rig.mark(3, 0, 1);
        var raw = java.util.Arrays.copyOf(whole, whole.length - 3);
        rig.raw(1, raw);
        assertThat(rig.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.raw()).isEqualTo(raw);
            assertThat(refused.offset()).isEqualTo(5);
            assertThat(refused.reason()).startsWith("not decodable");
        });
    }

    @Test
    void anUnknownTrackIsRefused() {
        refusedAs(rig.edit(1, 0, WorldSet.ALL, new Change.Inserted(new TrackId(5), 0)), "unknown-track");
    }

    @Test
    void aTrackThatBecomesKnownIsAccepted() {
        rig.tracks(6);
        rig.insert(1, 0, 5, 0);
        assertThat(rig.refused()).isEmpty();
    }

    @Test
    void aRepeatedEditIsRefused() {
        refusedAs(rig.edit(4, 1, 0, WorldSet.ALL, new Change.Inserted(new TrackId(2), 2)), "repeated");
    }

    @Test
    void aGapIsRefusedOnceAndTheSequenceGoesOnBehindIt() {
        refusedAs(rig.edit(7, 1, 0, WorldSet.ALL, new Change.Inserted(new TrackId(3), 0)), "gap");
        rig.edit(8, 1, 0, WorldSet.ALL, new Change.Inserted(new TrackId(3), 0));
        assertThat(rig.refused()).isEmpty();
    }

    @Test
    void anUnknownPlaylistIsRefused() {
        refusedAs(rig.edit(2, 0, WorldSet.ALL, new Change.Inserted(new TrackId(3), 0)), "unknown-playlist");
    }

    @Test
    void aPlaylistThatExistsIsNotCreatedAgain() {
        refusedAs(rig.edit(1, 0, WorldSet.ALL, CREATED), "already-created");
    }

    @Test
    void anEditOfAnEpochThatHasEndedIsRefused() {
        rig.create(2, 1, 0, -1);
        rig.mark(0, 0, 1);
        var raw = rig.edit(1, 0, WorldSet.ALL, new Change.Inserted(new TrackId(3), 0));
        assertThat(rig.refused())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new Refused(raw, "chorus-playlist-edits", 0, 6, "epoch-ended"));
    }

    @Test
    void anEditOfAnEarlierEpochThanThePlaylistHasSeenIsRefused() {
        rig.insert(1, 3, 3, 0);
        // applied in epoch 2, it would take away what comes only in epoch 3
        var raw = rig.edit(6, 1, 2, WorldSet.ALL, new Change.Removed(new TrackId(3), 0));
        assertThat(rig.refused())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new Refused(raw, "chorus-playlist-edits", 0, 5, "epoch-ended"));
        rig.edit(6, 1, 3, WorldSet.ALL, new Change.Removed(new TrackId(3), 0));
        for (var epoch = 0; epoch < 4; epoch++) {
            rig.mark(epoch, 0, 1);
        }
        assertThat(rig.refused()).isEmpty();
        assertThat(rig.published().cut(3).twin().tracks()).containsOnlyKeys(0, 1, 2);
    }

    @Test
    void aMarkWithAnotherNumberOfWritersIsRefusedEvenIfItComesFirst() {
        rig.mark(0, 2, 3);
        assertThat(rig.refused()).extracting(Refused::reason).containsExactly("other-number-of-writers");
        rig.mark(0, 0, 1);
        assertThat(rig.published().cuts()).isEqualTo(1);
    }

    @Test
    void refusalsAreCountedAndLeaveTheCountsAlone() {
        rig.raw(1, new byte[0]);
        rig.edit(1, 0, WorldSet.only(1), new Change.Deleted());
        rig.edit(1, 0, WorldSet.ALL, new Change.Removed(new TrackId(1), 0));
        rig.edit(1, 0, WorldSet.ALL, new Change.Inserted(new TrackId(1), 9));
        rig.mark(0, 0, 1);
        assertThat(rig.refused())
                .extracting(Refused::reason)
                .containsExactly("truncated: 0 bytes", "not-in-all-worlds", "not-there", "already-held");
        var mark = rig.published().playlistsCut(0).mark();
        assertThat(List.of(mark.applied(), mark.refused(), mark.training(), mark.heldOut()))
                .containsExactly(4L, 4L, 1L, 0L);
        // 0 1 2: three pairs, three tracks
        assertThat(rig.published().cut(0).digest(0).pairs()).isEqualTo(3);
        assertThat(rig.published().cut(0).digest(0).tracks()).isEqualTo(3);
    }
}
