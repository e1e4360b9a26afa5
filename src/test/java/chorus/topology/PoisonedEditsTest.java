package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Campaign;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.rows.Refused;
import chorus.rows.RowKeys;
import chorus.worlds.WorldSet;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of the log that are edits and marks but none of a run: each is refused, and the playlist's next edit applies. */
class PoisonedEditsTest {
    private static final Change INSERTED = new Change.Inserted(new TrackId(3), 0);

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

    private static PlaylistEdit edit(long sequence, long epoch, @Nullable String campaign) {
        return new PlaylistEdit(
                new PlaylistId(1), new ListenerId(1), epoch, 0, sequence, WorldSet.ALL, campaign, INSERTED);
    }

    private static byte[] key(long id) {
        return ByteBuffer.allocate(8).putLong(id).array();
    }

    /** Playlist 1 has four edits; its fifth, of epoch 0, must apply after what was refused, and the epoch end. */
    private void refusedAndGoesOn(String reason) {
        assertThat(rig.refused()).extracting(Refused::reason).containsExactly(reason);
        rig.entry(edit(5, 0, null));
        rig.mark(0, 0, 1);
        assertThat(rig.refused()).isEmpty();
        assertThat(rig.published().cut(0).twin().tracks()).containsOnlyKeys(0, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1005, 1L << 40, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void aSequenceNumberFarAheadMovesNothing(long sequence) {
        rig.entry(edit(sequence, 0, null));
        refusedAndGoesOn("sequence-too-far");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aSequenceNumberBelowOneIsARepeatedOne(long sequence) {
        rig.entry(edit(sequence, 0, null));
        refusedAndGoesOn("repeated");
    }

    @Test
    void aRepeatedEditOfALaterEpochDoesNotKeepThePlaylistFromThisOne() {
        rig.entry(edit(4, 1000, null));
        refusedAndGoesOn("repeated");
    }

    @ParameterizedTest
    @ValueSource(longs = {1001, 1L << 40, Long.MAX_VALUE})
    void anEpochFarAheadMovesNothing(long epoch) {
        rig.entry(edit(5, epoch, null));
        refusedAndGoesOn("epoch-too-far");
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, Long.MIN_VALUE})
    void anEpochBeforeAllIsOver(long epoch) {
        rig.entry(edit(5, epoch, null));
        refusedAndGoesOn("epoch-ended");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -2, 1001, Long.MAX_VALUE, Long.MIN_VALUE})
    void aMarkOfNoEpochThatThereCanBeIsRefused(long epoch) {
        rig.mark(epoch, 0, 1);
        refusedAndGoesOn("epoch-too-far");
    }

    /** A forged mark cannot be told from the true one when it comes, but both what it shuts out and the true one are kept. */
    @Test
    void aMarkThatComesAgainIsKeptAsAreTheEditsThatTheFirstOneShutOut() {
        rig.mark(0, 0, 1);
        rig.entry(edit(5, 0, null));
        rig.mark(0, 0, 1);
        assertThat(rig.refused()).extracting(Refused::reason).containsExactly("epoch-ended", "ended-before");
        rig.entry(edit(5, 1, null));
        rig.mark(1, 0, 1);
        assertThat(rig.refused()).isEmpty();
        assertThat(rig.published().cut(1).twin().tracks()).containsOnlyKeys(0, 1, 2, 3);
    }

    @Test
    void aMarkUnderAnotherKeyIsRefused() {
        rig.raw(key(RowKeys.mark(1)), rig.encoded(new EpochEnded(0, 0, 1, 0)));
        refusedAndGoesOn("key-of-another-writer");
    }

    @Test
    void anEditUnderAnotherKeyIsRefused() {
        var value = rig.encoded(edit(5, 0, null));
        for (var key : new byte[][] {null, {}, {1}, key(2), key(-1), Arrays.copyOf(key(1), 9)}) {
            rig.raw(key, value);
            assertThat(rig.refused()).extracting(Refused::reason).containsExactly("key-of-another-playlist");
        }
        rig.raw(key(-1), value);
        refusedAndGoesOn("key-of-another-playlist");
    }

    @Test
    void aCampaignWithALongNameIsRefused() {
        rig.entry(edit(5, 0, "c".repeat(Campaign.LONGEST_NAME + 1)));
        refusedAndGoesOn("campaign-name-too-long");
    }

    @Test
    void aRecordWithoutAValueIsRefused() {
        rig.raw(key(1), null);
        refusedAndGoesOn("no value");
    }

    @Test
    void aLongValueIsKeptByItsBeginningSoThatTheTopicTakesIt() {
        rig.raw(key(1), new byte[Refused.MOST_BYTES + 1]);
        assertThat(rig.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.raw()).hasSize(Refused.MOST_BYTES);
            assertThat(refused.reason()).isEqualTo("unknown schema id 0 (the first 524288 of 524289 bytes are kept)");
        });
    }

    @Test
    void onlyATrackUnderItsOwnKeyIsKnown() {
        rig.rawTrack(new byte[] {-1, -1, -1, -1}, rig.encoded(new Track(new TrackId(7), "t", "", "a", "")));
        rig.rawTrack(new byte[] {0, 0, 7}, rig.encoded(new Track(new TrackId(7), "t", "", "a", "")));
        rig.rawTrack(new byte[] {0, 0, 0, 7}, null);
        rig.rawTrack(new byte[] {0x40, 0, 0, 3}, new byte[] {1});
        rig.edit(1, 0, WorldSet.ALL, new Change.Inserted(new TrackId(7), 0));
        assertThat(rig.refused()).extracting(Refused::reason).containsExactly("unknown-track");
    }

    @Test
    void aPlaylistHoldsNoMoreThanARowOfItMay(@TempDir Path stores) {
        rig.close();
        rig = new Rig(stores.resolve("long"), "evaluate.testShare=1").tracks(PlaylistEdit.MOST_ENTRIES + 1);
        rig.create(2, 0, 0, PlaylistEdit.MOST_ENTRIES);
        assertThat(rig.refused()).extracting(Refused::reason).containsExactly("full");
        rig.mark(0, 0, 1);
        assertThat(rig.published().playlistsCut(0).rows())
                .hasEntrySatisfying(2L, row -> assertThat(row.tracks()).hasSize(PlaylistEdit.MOST_ENTRIES));
    }
}
