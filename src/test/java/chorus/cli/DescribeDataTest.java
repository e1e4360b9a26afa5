package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeDataTest {
    /** Three playlists a b c, a b, a d of two artists; plays 3, 2, 1, 1. */
    private static final String TABLE = """
            playlist,position,track,artist
            1,0,a,x
            1,1,b,x
            1,2,c,y
            2,0,a,x
            2,1,b,x
            3,0,a,x
            3,1,d,y
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aSmallSetIsDescribedAsWorkedByHand() throws IOException {
        var found = described(TABLE);
        assertThat(number(found, "playlists")).isEqualTo(3);
        assertThat(number(found, "entries")).isEqualTo(7);
        assertThat(number(found, "tracks")).isEqualTo(4);
        assertThat(number(found, "artists")).isEqualTo(2);
        assertThat(number(found, "lengthMean")).isEqualTo(7 / 3.0);
        // lengths 2, 2, 3
        assertThat(number(found, "lengthMedian")).isEqualTo(2);
        assertThat(number(found, "lengthNineTenths")).isEqualTo(2.8);
        assertThat(number(found, "lengthMost")).isEqualTo(3);
        assertThat(number(found, "onceShare")).isEqualTo(0.5);
        assertThat(number(found, "topShare")).isEqualTo(1);
        // a tenth of four tracks is .4 of the first: 1.2 of 7
        assertThat(number(found, "top10Share")).isEqualTo(1.2 / 7);
        // (−3·1 − 1·1 + 1·2 + 3·3) ÷ (3·7)
        assertThat(number(found, "gini")).isEqualTo(7 / 21.0);
        assertThat(number(found, "tests")).isZero();
        assertThat(found.has("unseenShare")).isFalse();
    }

    /** A hundred playlists of 30 tracks each: one that nobody else has at the front, the rest shared by all. */
    @Test
    void whatTestsHoldThatNobodyTrainedOnIsTold() throws IOException {
        var table = new StringBuilder("playlist,position,track\n");
        IntStream.range(0, 128).forEach(playlist -> IntStream.range(0, 30).forEach(position -> table.append(playlist)
                .append(',')
                .append(position)
                .append(',')
                .append(position == 0 ? "own" + playlist : "shared" + position)
                .append('\n')));
        var found = described(table.toString());
        // two whole blocks of 64 ids, a tenth of them held out
        assertThat(number(found, "tests")).isEqualTo(13);
        assertThat(number(found, "unseenSeedShare")).isEqualTo(1);
        assertThat(number(found, "unseenShare")).isEqualTo(1 / 30.0);
    }

    @Test
    void theTableHasThePublishedFiguresBesideOurs() throws IOException {
        var file = Files.writeString(folder.resolve("some.csv"), TABLE);
        assertThat(run("describe", "data", file.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .contains("3 playlists with 7 entries read")
                .containsPattern("(?m)^length, median +2\\.0 +49\\.0$")
                .containsPattern("(?m)^entries +7 +66,346,428$")
                .containsPattern("(?m)^Gini coefficient over tracks +0\\.333 +–$");
    }

    @Test
    void aFolderWithoutPlaylistsIsToldInOneLine() {
        assertThat(run("describe", "data", folder.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).hasLineCount(1).startsWith("chorus: " + folder);
    }

    private JsonNode described(String table) throws IOException {
        var file = Files.writeString(folder.resolve("some.csv"), table);
        assertThat(run("describe", "data", file.toString(), "--json")).isZero();
        return new ObjectMapper().readTree(out.toByteArray()).get("statistics");
    }

    private static double number(JsonNode found, String key) {
        return found.get(key).asDouble();
    }

    private int run(String... line) {
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), line);
    }
}
