package chorus.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.rows.PairRow;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.TrackCountRow;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndecodableTest {
    private static final Events EVENTS = Events.connect("mock://undecodable", "u-");

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @Test
    void anotherMagicByteIsNamed() {
        var bytes = EVENTS.edits().encode(new Samples(1).edit());
        bytes[0] = 7;
        assertThatThrownBy(() -> EVENTS.edits().decode(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("unknown magic byte 7");
    }

    @Test
    void anUnknownSchemaIsNamed() {
        var bytes = EVENTS.edits().encode(new Samples(1).edit());
        bytes[1] = 1; // id 2²⁴ + 3 or so
        assertThatThrownBy(() -> EVENTS.edits().decode(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageStartingWith("unknown schema id 16777");
    }

    @Test
    void bytesWithoutAHeaderAreTruncated() {
        for (var length = 0; length < 5; length++) {
            var bytes = new byte[length];
            assertThatThrownBy(() -> EVENTS.edits().decode(bytes))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessage("truncated: " + length + " bytes");
        }
    }

    @Test
    void aRecordOfAnotherTopicIsNoEdit() {
        var track = EVENTS.tracks().encode(new Samples(1).track());
        assertThatThrownBy(() -> EVENTS.edits().decode(track))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("a Track, not a PlaylistEdit");
    }

    @Test
    void aMarkOfAWriterWhoCannotBeIsRefused() {
        var bytes = EVENTS.edits().encode(new EpochEnded(1, 2, 3, 0));
        assertThat(bytes[bytes.length - 1]).as("writers, zigzag").isEqualTo((byte) 6);
        bytes[bytes.length - 1] = 2;
        assertThatThrownBy(() -> EVENTS.edits().decode(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("writer 2 of 1");
    }

    @Test
    void countsThatDoNotMatchTheirNeighboursAreRefused() {
        var counts = new PairCounts(new int[] {1}, new int[] {1});
        var bytes = EVENTS.neighbours().encode(new PairRow(1, 0, 1, new int[] {2, 3}, counts, Differing.NONE));
        assertThatThrownBy(() -> EVENTS.neighbours().decode(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("1 numbers beside 2");
    }

    @Test
    void aTrackBeyondTheBoundIsUndecodable() {
        var known = new Track(new TrackId(TrackId.BOUND - 1), "u", "", "", "");
        var bytes = EVENTS.tracks().encode(known);
        // the id, zigzag: fe ff ff 0f; one more is 80 80 80 10
        var at = 5;
        assertThat(Arrays.copyOfRange(bytes, at, at + 4)).containsExactly(0xfe, 0xff, 0xff, 0x0f);
        System.arraycopy(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, 0x10}, 0, bytes, at, 4);
        assertThatThrownBy(() -> EVENTS.tracks().decode(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("track id 16777216: must lie in 0…16777215");
    }

    @ParameterizedTest
    @ValueSource(ints = {TrackId.BOUND, (1 << 30) + 3, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void aRowOfATrackThatThereCannotBeIsUndecodable(int track) {
        var counts = new PairCounts(new int[] {1}, new int[] {1});
        var from = new PairRow(track, 0, 1, new int[] {2}, counts, Differing.NONE);
        var to = new PairRow(1, 0, 1, new int[] {track}, counts, Differing.NONE);
        var holds = new PlaylistRow(1, new int[] {track}, List.of());
        var sees = new PlaylistRow(1, new int[] {1}, List.of(new PlaylistRow.View(2, new int[] {track})));
        outside(EVENTS.neighbours(), EVENTS.neighbours().encode(from), track);
        outside(EVENTS.neighbours(), EVENTS.neighbours().encode(to), track);
        outside(EVENTS.trackCounts(), EVENTS.trackCounts().encode(new TrackCountRow(track, 1)), track);
        outside(EVENTS.playlists(), EVENTS.playlists().encode(holds), track);
        outside(EVENTS.playlists(), EVENTS.playlists().encode(sees), track);
    }

    private static void outside(Codec<?> codec, byte[] bytes, int track) {
        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("track id " + track + ": must lie in 0…16777215");
    }

    @Test
    void aPlaceOutsideTheNeighboursIsUndecodable() {
        var counts = new PairCounts(new int[] {1}, new int[] {1});
        var differing = new Differing(new int[] {1}, new int[] {2}, counts);
        var bytes = EVENTS.neighbours().encode(new PairRow(1, 0, 1, new int[] {2}, counts, differing));
        assertThatThrownBy(() -> EVENTS.neighbours().decode(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("place of a neighbour 1: must lie in 0…0");
    }

    @Test
    void aPlaylistBeyondTheBoundIsUndecodable() {
        var bytes = EVENTS.playlists().encode(new PlaylistRow(1L << 53, new int[] {1}, List.of()));
        assertThatThrownBy(() -> EVENTS.playlists().decode(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("playlist id 9007199254740992: must lie in 0…9007199254740991");
    }

    /** An array says how many entries follow: two thousand million of them need no memory where there are none. */
    @Test
    void anArrayLongerThanItsRecordIsUndecodable() {
        var row = EVENTS.playlists().encode(new PlaylistRow(1, new int[] {1}, List.of()));
        // header, entry 0, playlist 1; then the tracks' number, zigzag
        var bytes = Arrays.copyOf(row, 12);
        System.arraycopy(new byte[] {(byte) 0xfe, -1, -1, -1, 0x0f}, 0, bytes, 7, 5);
        assertThatThrownBy(() -> EVENTS.playlists().decode(bytes)).isInstanceOf(UndecodableException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatEndsEarlyIsUndecodable(long seed) {
        endsEarly(EVENTS.edits(), EVENTS.edits().encode(new Samples(seed).edit()));
        endsEarly(EVENTS.tracks(), EVENTS.tracks().encode(new Samples(seed).track()));
    }

    private static void endsEarly(Codec<?> codec, byte[] whole) {
        for (var length = 0; length < whole.length; length++) {
            var part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> codec.decode(part)).isInstanceOf(UndecodableException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsFlippedIsAValueOrUndecodable(long seed) {
        var random = new Random(seed);
        var samples = new Samples(seed);
        flipped(EVENTS.edits(), EVENTS.edits().encode(samples.edit()), random);
        flipped(EVENTS.neighbours(), EVENTS.neighbours().encode(samples.neighbours()), random);
        flipped(EVENTS.campaigns(), EVENTS.campaigns().encode(samples.campaign()), random);
        flipped(EVENTS.refused(), EVENTS.refused().encode(samples.refused()), random);
    }

    private static <T> void flipped(Codec<T> codec, byte[] sound, Random random) {
        for (var attempt = 0; attempt < 100; attempt++) {
            var bytes = sound.clone();
            for (var flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(codec.decode(bytes)).isNotNull();
            } catch (UndecodableException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void soundBytesStayDecodableAfterFaults() {
        var codec = EVENTS.edits();
        LogEntry edit = new Samples(5).edit();
        var bytes = codec.encode(edit);
        endsEarly(codec, bytes);
        assertThat(codec.decode(bytes)).isEqualTo(edit);
    }
}
