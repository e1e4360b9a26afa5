package chorus.simulate.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import chorus.simulate.replay.Reading.Rules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A kind of files as people have them.
 *
 * @param files contents by name, which may have folders in it
 * @param playlists what they hold, {@code pid: uri uri …} each
 * @param amended the lines that are told of it
 */
record Kind(String name, Map<String, byte[]> files, Rules rules, List<String> playlists, List<String> amended) {

    static Kind of(String name) {
        return new Kind(name, Map.of(), Rules.USUAL, List.of(), List.of());
    }

    Kind file(String name, byte[] contents) {
        var more = new TreeMap<>(files);
        more.put(name, contents);
        return new Kind(this.name, more, rules, playlists, amended);
    }

    Kind file(String name, String text) {
        return file(name, text.getBytes(UTF_8));
    }

    /** One slice with these playlists. */
    Kind slice(String... playlists) {
        return file("mpd.slice.0-999.json", slices(playlists));
    }

    Kind renumbered() {
        return new Kind(name, files, new Rules(false, true), playlists, amended);
    }

    Kind holds(String... playlists) {
        return new Kind(name, files, rules, List.of(playlists), amended);
    }

    Kind amends(String... lines) {
        return new Kind(name, files, rules, playlists, List.of(lines));
    }

    /** Writes the files into a folder. */
    Path into(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.write(path, file.getValue());
        }
        return folder;
    }

    static String slices(String... playlists) {
        return "{\"info\": {\"slice\": \"0-999\"}, \"playlists\": [" + String.join(", ", playlists) + "]}";
    }

    static String playlist(String pid, String... tracks) {
        return "{\"name\": \"p\", \"pid\": " + pid + ", \"tracks\": [" + String.join(", ", tracks) + "]}";
    }

    /** A whole track at {@code pos}, by an artist of its own. */
    static String track(int pos, String uri) {
        return ("{\"pos\": %d, \"artist_name\": \"A %2$s\", \"track_uri\": \"%2$s\", \"artist_uri\": \"by:%2$s\","
                        + " \"track_name\": \"T %2$s\", \"album_name\": null}")
                .formatted(pos, uri);
    }

    /** Whole tracks at 0, 1, … */
    static String[] tracks(String... uris) {
        var tracks = new ArrayList<String>();
        for (var uri : uris) {
            tracks.add(track(tracks.size(), uri));
        }
        return tracks.toArray(String[]::new);
    }

    static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
