package chorus.simulate.replay;

import static chorus.simulate.replay.Kind.gzip;
import static chorus.simulate.replay.Kind.playlist;
import static chorus.simulate.replay.Kind.slices;
import static chorus.simulate.replay.Kind.tracks;
import static chorus.simulate.replay.Kind.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.simulate.replay.Reading.Rules;
import chorus.simulate.replay.formats.Format;
import chorus.simulate.replay.formats.ReplayedPlaylist;
import chorus.simulate.replay.input.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults are told with file, line:column, key, what is allowed and what was found; what is read keeps its order. */
class ReadingTest {
    private static final Rules STRICT = new Rules(true, false);

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Reading read() {
        return Reading.of(folder, Rules.USUAL);
    }

    @Test
    void filesAreReadInNumericOrderAndTracksNumberedAsTheyAppear() throws IOException {
        file("mpd.slice.10-19.json", slices(playlist("10", tracks("c", "a"))));
        file("mpd.slice.9-9.json", slices(playlist("9", tracks("b", "a"))));
        file("readme.json", "no slice");
        var reading = read().require();
        assertThat(reading.playlists()).extracting(ReplayedPlaylist::pid).containsExactly(9L, 10L);
        assertThat(reading.playlists().get(0).tracks()).containsExactly(0, 1); // b, a
        assertThat(reading.playlists().get(1).tracks()).containsExactly(2, 1); // c, a
        assertThat(reading.told())
                .containsExactly(
                        "2 playlists with 4 entries read from 2 files in " + folder,
                        "files of no known format left alone: 1 (" + folder.resolve("readme.json") + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                       | 1:1: must be a JSON object, found an array
            {"info":{}}                                              | 1:11: key playlists must be given
            {"playlists":{}}                                         | 1:14, /playlists: must be an array of playlists, found an object
            {"playlists":[7]}                                        | 1:15, /playlists/0: must be a playlist, a JSON object, found 7
            {"playlists":[{"pid":"1","tracks":[]}]}                  | 1:22, /playlists/0/pid: must be an integer of 0 or more, found "1"
            {"playlists":[{"pid":-1,"tracks":[]}]}                   | 1:22, /playlists/0/pid: must lie in 0…9223372036854775807, found -1
            {"playlists":[{"pid":1.5,"tracks":[]}]}                  | 1:22, /playlists/0/pid: must be an integer of 0 or more, found 1.5
            {"playlists":[{"pid":99999999999999999999,"tracks":[]}]} | 1:22, /playlists/0/pid: must lie in 0…9223372036854775807, found 99999999999999999999
            {"playlists":[{"pid":1e999,"tracks":[]}]}                | 1:22, /playlists/0/pid: must be an integer of 0 or more, found 1e999
            {"playlists":[{"modified_at":1e12,"tracks":[]}]}         | 1:30, /playlists/0/modified_at: must lie in 0…253402300799, found 1e12
            {"playlists":[{"tracks":{"a":[]},"pid":1}]}              | 1:25, /playlists/0/tracks: must be an array of tracks, found an object
            {"playlists":[{"tracks":[true]}]}                        | 1:26, /playlists/0/tracks/0: must be a track, a JSON object, found true
            {"playlists":[{"tracks":[{"pos":"1"}]}]}                 | 1:33, /playlists/0/tracks/0/pos: must be an integer of 0 or more, found "1"
            {"playlists":[{"tracks":[{"track_uri":5}]}]}             | 1:39, /playlists/0/tracks/0/track_uri: must be a string, found 5
            {"playlists":[{"tracks":[{"track_name":[]}]}]}           | 1:40, /playlists/0/tracks/0/track_name: must be a string, found an array
            {"playlists":[{"pid":1,"pid":2,"tracks":[]}]}            | 1:29, /playlists/0/pid: must be JSON: Duplicate field 'pid'
            {"playlists":[]} x                                       | 1:18: must be JSON: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            {"playlists":[]} 1                                       | 1:18: nothing may follow the file's JSON object, found 1
            {"playlists":[                                           | 1:15, /playlists: must be JSON: Unexpected end-of-input: expected close marker for Array
            {"playlists":[{"tracks":[{"x":[}]}                       | 1:32, /playlists/0/tracks/0/x: must be JSON: Unexpected close marker '}': expected ']'
            """)
    void whatCannotBeReadIsToldWithItsPlace(String text, String fault) throws IOException {
        var file = file("mpd.slice.0-999.json", text);
        assertThat(read().faults()).containsExactly(file + ", " + fault);
        assertThatThrownBy(() -> read().require())
                .isInstanceOf(MalformedInput.class)
                .hasMessage(file + ", " + fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"pid":0,"tracks":[null]}                                                                            | 1:34, /playlists/0/tracks/0: must be a track, found null
            {"pid":0,"tracks":[{"track_uri":"","track_name":"T","artist_uri":"x","artist_name":"X"}]}            | 1:101, /playlists/0/tracks/0: the track's uri must be given and not be empty
            {"pid":0,"tracks":[{"track_uri":"a","track_name":null,"artist_uri":"x","artist_name":"X"}]}          | 1:103, /playlists/0/tracks/0: title and artist's name must be given
            {"pid":0,"tracks":[{"track_uri":"a","track_name":"T","artist_uri":"","artist_name":"X"}]}            | 1:101, /playlists/0/tracks/0: the artist's uri must be given and not be empty
            {"pid":0,"tracks":[{"track_uri":"a","track_name":"T","artist_uri":"","artist_name":""}]}             | 1:100, /playlists/0/tracks/0: the artist's uri and name must be given and not be empty
            {"pid":0,"tracks":[{"pos":1,"track_uri":"a","track_name":"T","artist_uri":"x","artist_name":"X"}]}   | 1:41, /playlists/0/tracks/0/pos: must be the track's 0-based place in its list, found 1 at place 0
            {"pid":0,"tracks":[{"pos":0.0,"track_uri":"a","track_name":"T","artist_uri":"x","artist_name":"X"}]} | 1:41, /playlists/0/tracks/0/pos: must be an integer of 0 or more, found 0.0
            {"pid":null,"tracks":[]}                                                                             | 1:22, /playlists/0/pid: must be an integer of 0 or more, found null
            {"tracks":[]}                                                                                        | 1:27, /playlists/0: the playlist's pid must be given
            {"pid":0}                                                                                            | 1:23, /playlists/0: key tracks must be given
            {"pid":0,"tracks":["a"]}                                                                             | 1:34, /playlists/0/tracks/0: title and artist's name must be given
            null                                                                                                 | 1:15, /playlists/0: must be a playlist, a JSON object, found null
            {"pid":0,"x":NaN,"tracks":[]}                                                                        | 1:31, /playlists/0/x: must be JSON: Non-standard token 'NaN'
            """)
    void aStrictReadingRefusesWhatOthersAmend(String playlist, String fault) throws IOException {
        var file = file("mpd.slice.0-999.json", "{\"playlists\":[" + playlist + "]}");
        assertThat(read().faults()).isEmpty();
        assertThat(Reading.of(folder, STRICT).faults().getFirst()).startsWith(file + ", " + fault);
    }

    @Test
    void aStrictReadingTakesWholeSlicesOfAnyPacking() throws IOException {
        Files.write(folder.resolve("mpd.slice.0-999.json.gz"), gzip(slices(playlist("0", tracks("a", "b", "a")))));
        file("mpd.slice.1000-1999.json", slices(playlist("1", tracks("c"))));
        assertThat(Reading.of(folder, STRICT).require().playlists()).hasSize(2);
    }

    @Test
    void aPidGivenTwiceIsToldWithBothFilesAndTheWayOut() throws IOException {
        var first = file("mpd.slice.0-9.json", slices(playlist("4", tracks("a"))));
        var second = file("mpd.slice.10-19.json", slices(playlist("4", tracks("b")), playlist("4", tracks("c"))));
        var rule =
                ": must be given once, found 4, which %s gives too: leave one of them out, or, where pids start anew,"
                        + " number all playlists with --renumber";
        assertThat(read().faults())
                .containsExactly(
                        second + ", 1:65, /playlists/0/pid" + rule.formatted(first),
                        second + ", 1:217, /playlists/1/pid" + rule.formatted(first));
        assertThat(Reading.of(folder, new Rules(false, true)).require().playlists())
                .extracting(ReplayedPlaylist::pid)
                .containsExactly(0L, 1L, 2L);
        Files.delete(first);
        assertThat(read().faults()).containsExactly(second + ", 1:217, /playlists/1/pid" + rule.formatted("this file"));
    }

    @Test
    void allFaultsOfAllFilesAreFoundTheFirstFiftyWholeAndThenTheKinds() throws IOException {
        var wrong = IntStream.range(0, 60)
                .mapToObj(i -> "{\"pid\":%d,\"tracks\":[1,{\"track_uri\":%d}]}".formatted(i, i))
                .toArray(String[]::new);
        file("mpd.slice.0-999.json", slices(wrong));
        file("mpd.slice.1000-1999.json", "{");
        var faults = read().faults();
        assertThat(faults).hasSize(54);
        assertThat(faults.subList(50, 54))
                .containsExactly(
                        "and 71 more; all 121 by kind:",
                        "        60  /playlists/*/tracks/*/track_uri: must be a string",
                        "        60  /playlists/*/tracks/*: must be a track, a JSON object",
                        "         1  file: must be JSON: Unexpected end-of-input: expected close marker for Object");
        assertThatThrownBy(() -> read().require())
                .hasMessageEndingWith(", found 1 (the first of 121 faults; replay --check lists them)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'playlist,track\\n,a'                  | 2:1, playlist: must be given, found nothing
            'playlist,position,track\\n1,-1,a'     | 2:1, position: must be an integer of 0 or more, of at most 9 digits, found "-1"
            'playlist,position,track\\n1,1.5,a'    | 2:1, position: must be an integer of 0 or more, of at most 9 digits, found "1.5"
            'playlist,track\\n1,"a'                | 2:5: must be CSV: Missing closing quote for value
            """)
    void faultsOfTablesAreToldWithLineAndColumn(String text, String fault) throws IOException {
        var file = file("mine.csv", text.replace("\\n", "\n"));
        assertThat(read().faults()).containsExactly(file + ", " + fault);
    }

    @Test
    void aTableThatGivesAPidOfASliceIsAFault() throws IOException {
        var slice = file("a.json", slices(playlist("1", tracks("a"))));
        var table = file("b.csv", "playlist,position,track\n1,0,b\n");
        assertThat(read().faults())
                .singleElement()
                .asString()
                .startsWith(table + ", 2:1, playlist: must be given once, found 1, which " + slice + " gives too");
    }

    @Test
    void faultsOfTheOtherFormatsAreToldToo() throws IOException {
        var jspf = file("a.jspf", "{\"playlist\":{\"track\":[{\"identifier\":[7]}]}}");
        var account = file("Playlist1.json", "{\"playlists\":[{\"items\":[{\"track\":5}]}]}");
        assertThat(read().faults())
                .containsExactlyInAnyOrder(
                        jspf + ", 1:38, /playlist/track/0/identifier/0: must be a string, found 7",
                        account + ", 1:34, /playlists/0/items/0/track: must be a track, a JSON object, found 5");
    }

    @Test
    void packedFilesThatAreBrokenAreNamed() throws IOException {
        var whole = gzip(slices(playlist("0", tracks("a", "b"))));
        Files.write(folder.resolve("mpd.slice.0-999.json.gz"), Arrays.copyOf(whole, whole.length / 2));
        file("mpd.slice.1000-1999.json.gz", "no gzip");
        file("some.zip", "no zip");
        Files.write(
                folder.resolve("other.zip"),
                zip(Map.of("mpd.slice.2000-2999.json", "{\"playlists\":7}".getBytes(UTF_8))));
        assertThat(read().faults())
                .containsExactlyInAnyOrder(
                        folder.resolve("mpd.slice.0-999.json.gz")
                                + ": must be readable: Unexpected end of ZLIB input stream",
                        folder.resolve("mpd.slice.1000-1999.json.gz") + ": must be readable: Not in GZIP format",
                        folder.resolve("some.zip") + ": must be readable: zip END header not found",
                        folder.resolve("other.zip")
                                + "!/mpd.slice.2000-2999.json, 1:14, /playlists: must be an array of playlists, found 7");
    }

    @Test
    void aFolderWithoutPlaylistsIsRefusedWithWhatItHoldsAndWhatIsRead() throws IOException {
        assertThatThrownBy(this::read)
                .isInstanceOf(MalformedInput.class)
                .hasMessage(folder + ": holds nothing that is read, only empty folders; read are " + Format.ALL);
        for (var i = 1; i <= 7; i++) {
            file(i + ".txt", "x");
        }
        var five = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> folder.resolve(i + ".txt").toString())
                .collect(Collectors.joining(", "));
        assertThatThrownBy(this::read)
                .hasMessage(
                        folder + ": holds nothing that is read, only " + five + " and 2 more; read are " + Format.ALL);
        assertThatThrownBy(() -> Reading.of(folder.resolve("absent"), Rules.USUAL))
                .isInstanceOf(MalformedInput.class)
                .hasMessage(folder.resolve("absent") + ": must be a folder or file that is there and may be read");
    }

    @Test
    void aPlaylistIsCutBehindItsFirstTenThousandTracks() throws IOException {
        var uris = IntStream.rangeClosed(1, 10_001).mapToObj(i -> "t" + i).toArray(String[]::new);
        file("mpd.slice.0-999.json", slices(playlist("0", tracks(uris)), playlist("1", tracks("t10001"))));
        var reading = read().require();
        assertThat(reading.playlists().getFirst().tracks()).hasSize(10_000).endsWith(9_999);
        assertThat(reading.playlists().getLast().tracks()).containsExactly(10_000);
        assertThat(reading.told()).contains("playlists of more than 10,000 tracks cut behind these: 1");
        assertThat(Reading.of(folder, STRICT).faults())
                .singleElement()
                .asString()
                .endsWith("must have at most 10,000 tracks, found 10001 tracks");
    }

    @Test
    void whereNoPlaylistIsLeftItIsSaidWhy() throws IOException {
        file("mpd.slice.0-999.json", slices(playlist("0", "null")));
        assertThatThrownBy(() -> read().require())
                .isInstanceOf(MalformedInput.class)
                .hasMessage(folder + ": no playlist is left; entries that are null or no tracks left out: 1;"
                        + " playlists without a track left out: 1");
    }

    @Test
    void aFileMayBeNamedInPlaceOfItsFolder() throws IOException {
        var file = file("mpd.slice.0-999.json", slices(playlist("0", tracks("a"))));
        file("mpd.slice.1000-1999.json", "x");
        assertThat(Reading.of(file, Rules.USUAL).require().playlists()).hasSize(1);
    }

    @Test
    void linksAreFollowedAndOneThatLeadsBackDoesNoHarm() throws IOException {
        var within = Files.createDirectory(folder.resolve("within"));
        Files.writeString(within.resolve("mpd.slice.0-999.json"), slices(playlist("0", tracks("a"))));
        Files.createSymbolicLink(within.resolve("back"), folder);
        assertThat(Reading.of(
                                Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), within),
                                Rules.USUAL)
                        .require()
                        .playlists())
                .hasSize(1);
    }
}
