package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay --check} reads everything, lists what it finds, and starts nothing. */
class ReplayCheckTest {
    @TempDir
    private Path folder;

    private Path files = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aFolder() throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
    }

    private int check(String... options) {
        var args = new String[options.length + 5];
        System.arraycopy(
                new String[] {
                    "replay",
                    "--check",
                    files.toString(),
                    "--out",
                    folder.resolve("run").toString()
                },
                0,
                args,
                0,
                5);
        System.arraycopy(options, 0, args, 5, options.length);
        out.reset();
        err.reset();
        var code = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
        assertThat(folder.resolve("run")).doesNotExist();
        return code;
    }

    private Path slice(String name, String playlists) throws IOException {
        return Files.writeString(files.resolve(name), "{\"playlists\":[" + playlists + "]}");
    }

    @Test
    void whatIsSkippedIsToldAndTheExitCodeIsZero() throws IOException {
        slice(
                "mpd.slice.0-9.json",
                "{\"pid\":0,\"tracks\":[null,{\"track_uri\":\"a\",\"artist_name\":\"A\",\"track_name\":\"\"}]}");
        assertThat(check()).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("""
                1 playlists with 1 entries read from 1 files in %s
                entries that are null or no tracks left out: 1
                entries without an artist's uri read with the artist's name for it: 1
                """.formatted(files));
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void aStrictCheckRefusesTheSame() throws IOException {
        var file = slice("mpd.slice.0-9.json", "{\"pid\":0,\"tracks\":[null,{\"track_uri\":\"a\"}]}");
        assertThat(check("--strict")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).startsWith("""
                %1$s, 1:34, /playlists/0/tracks/0: must be a track, found null
                %1$s, 1:55, /playlists/0/tracks/1: title and artist's name must be given
                %1$s, 1:55, /playlists/0/tracks/1: the artist's uri and name must be given and not be empty
                """.formatted(file));
        assertThat(err.toString(UTF_8))
                .isEqualTo("chorus: %s, 1:34, /playlists/0/tracks/0: must be a track, found null".formatted(file)
                        + " (the first of 3 faults; replay --check lists them)\n");
    }

    @Test
    void pidsThatStartAnewAreRefusedWithTheWayOutWhichWorks() throws IOException {
        var first = slice("mpd.slice.0-9.json", "{\"pid\":0,\"tracks\":[\"a\"]}");
        var second = slice("mpd.slice.10-19.json", "{\"pid\":0,\"tracks\":[\"b\"]}");
        assertThat(check()).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains(first.toString(), second.toString(), "--renumber");
        assertThat(check("--renumber")).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("2 playlists with 2 entries read from 2 files in " + files)
                .contains("playlists numbered anew in the order of files: 2");
    }

    @Test
    void whereNoPlaylistIsLeftTheExitCodeIsOne() throws IOException {
        slice("mpd.slice.0-9.json", "null");
        assertThat(check()).isEqualTo(1);
        assertThat(out.toString(UTF_8)).startsWith("0 playlists with 0 entries read from 1 files");
        assertThat(err.toString(UTF_8))
                .isEqualTo("chorus: " + files + ": no playlist is left; null playlists left out: 1\n");
    }
}
