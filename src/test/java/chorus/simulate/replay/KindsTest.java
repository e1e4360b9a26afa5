package chorus.simulate.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import chorus.simulate.replay.formats.NamedTrack;
import chorus.simulate.replay.formats.ReplayedPlaylist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as people have them are read as they are meant, and docs/recount.py reads them alike. */
class KindsTest {
    private static final int WINDOW = 10;

    @TempDir
    private Path folder;

    static Stream<Kind> kinds() {
        return Kinds.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theFilesHoldWhatTheyAreMeantTo(Kind kind) throws IOException {
        var reading = Reading.of(kind.into(folder), kind.rules()).require();
        assertThat(reading.playlists())
                .extracting(playlist -> playlist.pid() + ": " + String.join(" ", uris(reading, playlist)))
                .isEqualTo(kind.playlists());
        assertThat(reading.told())
                .filteredOn(line -> !line.contains(" read from ") && !line.startsWith("files of"))
                .isEqualTo(kind.amended());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theRecountInPythonComesToTheSameCounts(Kind kind) throws Exception {
        Needed.programs("python3");
        var reading = Reading.of(kind.into(Files.createDirectory(folder.resolve("files"))), kind.rules());
        var counts = counts(reading);
        assertThat(recount(counts)).endsWith("found in twin, equal\n0");
        counts.add("one,more,1,1");
        assertThat(recount(counts)).endsWith("found in twin, DIFFERENT\n1");
    }

    /** What the script says of counts, and its exit code. */
    private String recount(List<String> counts) throws Exception {
        var file = Files.write(folder.resolve("counts.csv"), counts);
        var script = new ProcessBuilder(
                        "python3",
                        "docs/recount.py",
                        folder.resolve("files").toString(),
                        file.toString(),
                        String.valueOf(WINDOW))
                .redirectErrorStream(true)
                .start();
        var said = new String(script.getInputStream().readAllBytes(), UTF_8);
        return said + script.waitFor();
    }

    /** Counts of all pairs, as {@code export counts} writes them. */
    private static List<String> counts(Reading reading) {
        var pairs = new TreeMap<String, int[]>();
        for (var playlist : reading.playlists()) {
            var uris = uris(reading, playlist);
            for (var i = 0; i < uris.size(); i++) {
                for (var j = i + 1; j <= i + WINDOW && j < uris.size(); j++) {
                    var counts =
                            pairs.computeIfAbsent(quoted(uris.get(i)) + "," + quoted(uris.get(j)), _ -> new int[2]);
                    counts[0]++;
                    counts[1] += j == i + 1 ? 1 : 0;
                }
            }
        }
        var lines = new ArrayList<>(List.of("from_track,to_track,window_twin,adjacent_twin"));
        pairs.forEach((pair, counts) -> lines.add(pair + "," + counts[0] + "," + counts[1]));
        return lines;
    }

    private static String quoted(String uri) {
        return '"' + uri.replace("\"", "\"\"") + '"';
    }

    private static List<String> uris(Reading reading, ReplayedPlaylist playlist) {
        return Arrays.stream(playlist.tracks())
                .mapToObj(number -> reading.tracks().tracks().get(number).uri())
                .toList();
    }

    @Test
    void theFirstOfSeveralArtistsIsReadByItsUriAndElseByItsName() throws IOException {
        assertThat(artists("Exportify"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a", "x, X",
                        "b", "z, Z, The Great",
                        "spotify:local:::Song 2:1", "spotify:local:::Song 2:1, ",
                        "c", "X, Y, X, Y", // named alone, a comma in its name
                        "d", "P, P"));
    }

    @Test
    void anArtistsNameStandsForAUriAndATrackForAnArtist() throws IOException {
        assertThat(artists("uri, artist and title alone")).isEqualTo(Map.of("a", "A, A", "b", "B, B"));
        assertThat(artists("uri alone")).isEqualTo(Map.of("a", "a, ", "b", "b, "));
        assertThat(artists("null and empty names and artists")).isEqualTo(Map.of("a", "x, ", "b", "Y, Y", "c", "c, "));
        assertThat(artists("JSPF")).containsEntry("a", "A, A");
    }

    private Map<String, String> artists(String name) throws IOException {
        var kind = kinds().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        var reading = Reading.of(kind.into(Files.createTempDirectory(folder, "kind")), kind.rules());
        return reading.tracks().tracks().stream()
                .collect(Collectors.toMap(NamedTrack::uri, track -> track.artistUri() + ", " + track.artistName()));
    }

    @Test
    void timesAreReadFromEachFormatThatHasThem() throws IOException {
        assertThat(time("integral floats and NaN")).isEqualTo(1_500_000_000);
        assertThat(time("NaN for pos and time")).isZero();
        assertThat(time("a Spotify account's export")).isEqualTo(1_706_659_200); // 2024-01-31 0:00 UTC
        assertThat(time("JSPF")).isEqualTo(1_105_222_247); // 2005-01-08 22:10:47 UTC
    }

    private long time(String name) throws IOException {
        var kind = kinds().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return Reading.of(kind.into(Files.createTempDirectory(folder, "kind")), kind.rules())
                .playlists()
                .getFirst()
                .modifiedAt();
    }
}
