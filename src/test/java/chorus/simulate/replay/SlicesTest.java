package chorus.simulate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.playlist.Track;
import chorus.playlist.TrackId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicesTest {
    @TempDir
    Path directory;

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static String slice(String... playlists) {
        return "{\"info\":{\"slice\":\"0-9\",\"x\":[1,{}]},\"playlists\":[" + String.join(",", playlists) + "]}";
    }

    private static String playlist(long pid, String... uris) {
        var tracks = new StringBuilder();
        for (var i = 0; i < uris.length; i++) {
            tracks.append(i == 0 ? "" : ",").append(track(i, uris[i]));
        }
        return "{\"name\":\"p\",\"pid\":%d,\"modified_at\":1500000000,\"new key\":{\"a\":[]},\"tracks\":[%s]}"
                .formatted(pid, tracks);
    }

    private static String track(int pos, String uri) {
        return "{\"pos\":%d,\"track_uri\":\"%s\",\"track_name\":\"T %s\",\"artist_uri\":\"a\",\"artist_name\":\"A\",\"z\":null}"
                .formatted(pos, uri, uri);
    }

    @Test
    void slicesAreReadInNumericOrderAndTracksNumberedAsTheyAppear() throws IOException {
        file("mpd.slice.10-19.json", slice(playlist(10, "c", "a")));
        file("mpd.slice.9-9.json", slice(playlist(9, "b", "a")));
        file("readme.json", "no slice");
        var repertoire = new Repertoire(Map.of());
        var playlists = Slices.read(directory, repertoire).playlists();
        assertThat(playlists).extracting(ReplayedPlaylist::pid).containsExactly(9L, 10L);
        assertThat(playlists.get(0).tracks()).containsExactly(0, 1); // b, a
        assertThat(playlists.get(1).tracks()).containsExactly(2, 1); // c, a
        assertThat(playlists.get(0).modifiedAt()).isEqualTo(1_500_000_000);
        assertThat(repertoire.added(2)).contains(new Track(new TrackId(2), "c", "T c", "a", "A"));
    }

    @Test
    void tracksThatTheTopicHoldsKeepTheirIds() throws IOException {
        file("mpd.slice.0-9.json", slice(playlist(0, "b", "old", "c")));
        var repertoire = new Repertoire(Map.of("old", new TrackId(3), "older", new TrackId(6)));
        assertThat(Slices.read(directory, repertoire).playlists().get(0).tracks())
                .containsExactly(7, 3, 8);
        assertThat(repertoire.added(3)).isEmpty();
        assertThat(repertoire.free(0)).isEqualTo(new TrackId(9));
    }

    @Test
    void ofRepeatedTracksTheFirstIsKeptAndTheOthersCounted() throws IOException {
        file("mpd.slice.0-9.json", slice(playlist(0, "a", "b", "a", "c", "b", "a")));
        var slices = Slices.read(directory, new Repertoire(Map.of()));
        assertThat(slices.playlists().get(0).tracks()).containsExactly(0, 1, 2);
        assertThat(slices.repeats()).isEqualTo(3);
    }

    @Test
    void aPidGivenTwiceIsRefusedEvenInAnotherSlice() throws IOException {
        file("mpd.slice.0-9.json", slice(playlist(4, "a")));
        file("mpd.slice.10-19.json", slice(playlist(11, "a"), playlist(4, "b")));
        assertThatThrownBy(this::read)
                .isInstanceOf(MalformedSlice.class)
                .hasMessageContaining("mpd.slice.10-19.json, 1:")
                .hasMessageContaining("/playlists/1/pid: pid 4 is given twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                        | 1:1, the slice: a slice must be a JSON object
            {"info":{}}                                               | key playlists is missing
            {"playlists":{}}                                          | 1:14, /playlists: must be an array of playlists
            {"playlists":[7]}                                         | 1:15, /playlists/0: must be a playlist, a JSON object
            {"playlists":[{"tracks":[]}]}                             | /playlists/0: key pid is missing
            {"playlists":[{"pid":1}]}                                 | /playlists/0: key tracks is missing
            {"playlists":[{"pid":"1"}]}                               | /playlists/0/pid: must be an integer of 0 or more
            {"playlists":[{"pid":-1}]}                                | /playlists/0/pid: -1 must lie in 0…
            {"playlists":[{"pid":1.5}]}                               | /playlists/0/pid: must be an integer of 0 or more
            {"playlists":[{"pid":99999999999999999999}]}              | /playlists/0/pid: must be JSON: Numeric value
            {"playlists":[{"pid":1,"tracks":[{"pos":1}]}]}            | /playlists/0/tracks/0/pos: 1 must be the track's 0-based place in its list, 0
            {"playlists":[{"pid":1,"tracks":[{"track_name":null}]}]}  | /playlists/0/tracks/0/track_name: must be a string
            {"playlists":[{"pid":1,"tracks":[{"track_uri":" "}]}]}    | /playlists/0/tracks/0/track_uri: must not be empty
            {"playlists":[{"pid":1,"tracks":[{}]}]}                   | /playlists/0/tracks/0: key track_uri is missing
            {"playlists":[{"pid":1,"pid":2,"tracks":[]}]}             | Duplicate field 'pid'
            {"playlists":[]} x                                        | must be JSON
            {"playlists":[]} 1                                        | nothing may follow the slice
            {"playlists":[                                            | must be JSON: Unexpected end-of-input
            {"playlists":[{"pid":1,"tracks":[{"x":[}]}                | Unexpected close marker
            """)
    void malformedSlicesAreRefusedWithFilePlaceKeyAndWhatIsAllowed(String text, String complaint) throws IOException {
        file("mpd.slice.0-999.json", text);
        assertThatThrownBy(this::read)
                .isInstanceOf(MalformedSlice.class)
                .hasMessageStartingWith(directory.resolve("mpd.slice.0-999.json") + ", 1:")
                .hasMessageContaining(complaint)
                .message()
                .doesNotContain("\n", "REDACTED");
    }

    @Test
    void aDirectoryWithoutSlicesIsRefused() {
        assertThatThrownBy(this::read).isInstanceOf(MalformedSlice.class).hasMessageContaining("holds no file named");
        assertThatThrownBy(() -> Slices.read(directory.resolve("absent"), new Repertoire(Map.of())))
                .isInstanceOf(MalformedSlice.class)
                .hasMessageContaining("must be a readable directory");
    }

    private Slices read() {
        return Slices.read(directory, new Repertoire(Map.of()));
    }
}
