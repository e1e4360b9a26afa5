package chorus.simulate.replay;

import static chorus.simulate.replay.Kind.gzip;
import static chorus.simulate.replay.Kind.playlist;
import static chorus.simulate.replay.Kind.slices;
import static chorus.simulate.replay.Kind.track;
import static chorus.simulate.replay.Kind.tracks;
import static chorus.simulate.replay.Kind.zip;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.stream.Stream;

/** The kinds of files that people have. */
final class Kinds {
    private static final String BOM = "\uFEFF";

    private Kinds() {}

    static Stream<Kind> all() {
        return Stream.of(trimmed(), placed(), written(), missing(), numbered(), packed(), tables(), exports())
                .flatMap(kinds -> kinds);
    }

    private static Stream<Kind> trimmed() {
        return Stream.of(
                Kind.of("whole, with repeats")
                        .slice(playlist("0", tracks("a", "b", "a")), playlist("1", tracks("c")))
                        .holds("0: a b", "1: c")
                        .amends("repeated entries left out: 1"),
                Kind.of("uri, artist and title alone")
                        .slice(playlist(
                                "0",
                                "{\"artist_name\": \"A\", \"track_uri\": \"a\", \"track_name\": \"T\"}",
                                "{\"artist_name\": \"B\", \"track_uri\": \"b\", \"track_name\": \"T\"}"))
                        .holds("0: a b")
                        .amends("entries without an artist's uri read with the artist's name for it: 2"),
                Kind.of("uri alone")
                        .slice(playlist("0", "{\"track_uri\": \"a\"}", "{\"track_uri\": \"b\"}"))
                        .holds("0: a b")
                        .amends(
                                "entries without a title or artist's name read with an empty one: 2",
                                "entries without an artist read with an artist of the track's own: 2"),
                Kind.of("uris as texts")
                        .slice(playlist("0", "\"a\"", "\"b\""))
                        .holds("0: a b")
                        .amends(
                                "entries without a title or artist's name read with an empty one: 2",
                                "entries without an artist read with an artist of the track's own: 2"));
    }

    private static Stream<Kind> placed() {
        return Stream.of(
                Kind.of("no pos")
                        .slice(playlist(
                                "0",
                                track(0, "b").replace("\"pos\": 0, ", ""),
                                track(0, "a").replace("\"pos\": 0, ", "")))
                        .holds("0: b a"),
                Kind.of("pos with gaps")
                        .slice(playlist("0", track(3, "b"), track(7, "a")))
                        .holds("0: b a")
                        .amends("entries whose pos is not their place in the list, put in order of pos: 2"),
                Kind.of("pos in another order, twice the same")
                        .slice(playlist("0", track(2, "a"), track(1, "b"), track(0, "c"), track(1, "d")))
                        .holds("0: c b d a")
                        .amends("entries whose pos is not their place in the list, put in order of pos: 3"),
                Kind.of("pos for some")
                        .slice(playlist("0", track(1, "a"), "{\"track_uri\": \"b\", \"pos\": null}", track(0, "c")))
                        .holds("0: a b c")
                        .amends(
                                "entries without a title or artist's name read with an empty one: 1",
                                "entries without an artist read with an artist of the track's own: 1",
                                "entries whose pos is not their place in the list, put in order of pos: 2",
                                "playlists with a pos for some entries only, left in the file's order: 1"));
    }

    private static Stream<Kind> written() {
        return Stream.of(
                Kind.of("integral floats and NaN")
                        .slice("""
                                {"pid": 7.0, "num_albums": NaN, "modified_at": 1.5e9, "duration_ms": -Infinity, "tracks": [
                                  {"pos": 1.0, "track_uri": "a", "track_name": 1999, "artist_uri": "x", "artist_name": "X"},
                                  {"pos": 0.0, "track_uri": "b", "track_name": NaN, "artist_uri": NaN, "artist_name": "Y"}]}
                                """)
                        .holds("7: b a")
                        .amends(
                                "entries without a title or artist's name read with an empty one: 1",
                                "entries without an artist's uri read with the artist's name for it: 1",
                                "entries whose pos is not their place in the list, put in order of pos: 2",
                                "whole numbers written with a point, as 1.0: 4"),
                Kind.of("NaN for pos and time")
                        .slice("{\"pid\": 3, \"modified_at\": null, \"tracks\": ["
                                + track(0, "b").replace("0,", "NaN,") + "]}")
                        .holds("3: b"),
                Kind.of("a mark of UTF-8")
                        .file("mpd.slice.0-999.json", BOM + slices(playlist("0", tracks("ä", "b"))))
                        .holds("0: ä b"),
                Kind.of("UTF-16")
                        .file(
                                "mpd.slice.0-999.json",
                                (BOM + slices(playlist("0", tracks("ä", "b")))).getBytes(UTF_16LE))
                        .holds("0: ä b"));
    }

    private static Stream<Kind> missing() {
        return Stream.of(
                Kind.of("null and empty names and artists")
                        .slice(playlist("0", """
                                {"track_uri": "a", "track_name": null, "artist_uri": "x", "artist_name": ""}""", """
                                {"track_uri": "b", "track_name": "", "artist_uri": "", "artist_name": "Y"}""", """
                                {"track_uri": "c", "track_name": "C", "artist_uri": null, "artist_name": null}"""))
                        .holds("0: a b c")
                        .amends(
                                "entries without a title or artist's name read with an empty one: 1",
                                "entries without an artist's uri read with the artist's name for it: 1",
                                "entries without an artist read with an artist of the track's own: 1"),
                Kind.of("local files")
                        .slice(playlist("0", """
                                {"pos": 0, "track_uri": "spotify:local:Y:B:Song:200", "track_name": "Song", "artist_uri": "",
                                 "artist_name": "Y"}""", track(1, "a")))
                        .holds("0: spotify:local:Y:B:Song:200 a")
                        .amends("entries without an artist's uri read with the artist's name for it: 1"),
                Kind.of("null tracks and playlists, entries without a uri")
                        .slice(
                                "null",
                                playlist(
                                        "0",
                                        "null",
                                        track(1, "a"),
                                        "{\"track_uri\": \" \"}",
                                        "{\"track_uri\": null}",
                                        "{}"),
                                playlist("1"),
                                playlist("2", "null"),
                                "{\"pid\": 3}",
                                "{\"pid\": 4, \"tracks\": null}")
                        .holds("0: a")
                        .amends(
                                "entries that are null or no tracks left out: 2",
                                "entries without a track's uri left out: 3",
                                "null playlists left out: 1",
                                "playlists without a list of tracks left out: 2",
                                "playlists without a track left out: 2"));
    }

    private static Stream<Kind> numbered() {
        return Stream.of(
                Kind.of("pids that start anew in each file")
                        .file("mpd.slice.0-999.json", slices(playlist("0", tracks("a")), playlist("1", tracks("b"))))
                        .file(
                                "mpd.slice.1000-1999.json",
                                slices(playlist("0", tracks("c")), playlist("1", tracks("d"))))
                        .renumbered()
                        .holds("0: a", "1: b", "2: c", "3: d")
                        .amends("playlists numbered anew in the order of files: 4"),
                Kind.of("no pid, null and NaN")
                        .slice(
                                playlist("null", tracks("a")),
                                "{\"tracks\": [" + track(0, "b") + "]}",
                                playlist("5", tracks("c")),
                                playlist("NaN", tracks("d")))
                        .holds("5: c", "6: a", "7: b", "8: d")
                        .amends("playlists without a pid numbered behind the others: 3"));
    }

    private static Stream<Kind> packed() {
        var first = slices(playlist("0", tracks("a", "b")));
        var second = slices(playlist("1", tracks("b", "c")));
        return Stream.of(
                Kind.of("gz").file("mpd.slice.0-999.json.gz", gzip(first)).holds("0: a b"),
                Kind.of("zip, as a Mac makes it")
                        .file(
                                "data.zip",
                                zip(Map.of(
                                        "data/mpd.slice.0-999.json", first.getBytes(UTF_8),
                                        "data/mpd.slice.1000-1999.json.gz", gzip(second),
                                        "__MACOSX/data/._mpd.slice.0-999.json", "x".getBytes(UTF_8),
                                        "data/license.txt", "x".getBytes(UTF_8))))
                        .holds("0: a b", "1: b c"),
                Kind.of("folders within, hidden files and a challenge set")
                        .file("data/1/mpd.slice.0-999.json", first)
                        .file("data/2/challenge_set.json", second.replace("\"info\"", "\"date\": \"2018\", \"info\""))
                        .file(".cache/mpd.slice.0-999.json", first)
                        .holds("0: a b", "1: b c"),
                Kind.of("another name").file("mine.JSON", first).holds("0: a b"));
    }

    private static Stream<Kind> tables() {
        return Stream.of(
                Kind.of("CSV, rows anywhere").file("mine.csv", """
                                playlist,position,track,artist
                                rock,2,a,X
                                4,1,b,Y
                                rock,1,c,X
                                4,2,"d,""e""\",Y
                                """).holds("4: b d,\"e\"", "5: c a"),
                Kind.of("CSV with semicolons, floats, a mark, no artist and an empty row")
                        .file(
                                "mine.csv",
                                BOM + "Track;Playlist;Position;;\r\na;1.0;2.0;;\r\nb;1;1.0;;\r\n\r\nc;2;;;\r\n")
                        .holds("1: b a", "2: c")
                        .amends(
                                "entries without an artist read with an artist of the track's own: 3",
                                "whole numbers written with a point, as 1.0: 2"),
                Kind.of("CSV, tabs, UTF-16")
                        .file("mine.csv", (BOM + "pid\tpos\ttrack_uri\tartist_uri\n0\t0\tä\tx\n").getBytes(UTF_16LE))
                        .holds("0: ä"),
                Kind.of("Exportify")
                        .file("b.csv", """
                                "Track URI","Track Name","Artist URI(s)","Artist Name(s)"
                                "a","Song","x, y","X, Y"
                                "spotify:local:::Song 2:1","Song 2","",""
                                "","gone","",""
                                "b","Song 3","z","Z, The Great"
                                """)
                        .file("a.csv", "Track URI;Track Name;Artist Name(s)\nc;\"two\nlines\";X\\, Y,Z\nd;T;P;Q\n")
                        .holds("0: c d", "1: a spotify:local:::Song 2:1 b")
                        .amends(
                                "entries without a track's uri left out: 1",
                                "entries without an artist read with an artist of the track's own: 1"));
    }

    private static Stream<Kind> exports() {
        var account = Kind.of("a Spotify account's export")
                .file("MyData/Playlist1.json", """
                        {"playlists": [
                          {"name": "own", "lastModifiedDate": "2024-01-31", "items": [
                            {"track": {"trackName": "S", "artistName": "A", "albumName": "L", "trackUri": "a"},
                             "episode": null, "localTrack": null, "addedDate": "2024-01-01"},
                            {"track": null, "episode": {"episodeName": "E", "episodeUri": "e"}, "localTrack": null},
                            {"track": null, "episode": null, "localTrack": {"uri": "spotify:local:A:B:C:1"}},
                            {"track": {"trackName": "T", "artistName": "B", "trackUri": "b"}}]},
                          {"name": "empty", "lastModifiedDate": "2024-01-31", "items": []}]}
                        """)
                .file("MyData/Follow.json", "{\"followers\": []}")
                .holds("0: a spotify:local:A:B:C:1 b")
                .amends(
                        "entries that are null or no tracks left out: 1",
                        "entries without a title or artist's name read with an empty one: 1",
                        "entries without an artist read with an artist of the track's own: 1",
                        "playlists without a track left out: 1");
        var jspf = Kind.of("JSPF")
                .file("mix.jspf", """
                        {"playlist": {"title": "mix", "date": "2005-01-08T17:10:47-05:00", "track": [
                          {"title": "S", "creator": "A", "identifier": ["a"], "location": ["http://localhost/a.ogg"]},
                          {"title": "T", "creator": "B", "location": ["", "http://localhost/b.ogg"]},
                          {"title": "U", "creator": "C", "identifier": "c"},
                          {"title": "V", "creator": "D"}]}}
                        """)
                .holds("0: a http://localhost/b.ogg c")
                .amends("entries without a track's uri left out: 1");
        var several = Kind.of("several formats in a folder")
                .file("mpd.slice.0-999.json", slices(playlist("3", tracks("a", "b"))))
                .file("list10.csv", "Track URI,Track Name,Artist URI(s),Artist Name(s)\nb,B,y,Y\na,A,x,X\n")
                .file("list9.csv", "Track URI,Track Name,Artist URI(s),Artist Name(s)\nb,B,y,Y\nc,C,x,X\n")
                .holds("3: a b", "4: b c", "5: b a");
        return Stream.of(account, jspf, several);
    }
}
