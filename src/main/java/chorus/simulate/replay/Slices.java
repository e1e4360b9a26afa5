package chorus.simulate.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** A directory of slices, read in numeric order of their first pid; other files are left alone. */
public final class Slices {
    private static final Pattern NAME = Pattern.compile("mpd\\.slice\\.(\\d{1,18})-(\\d{1,18})\\.json");

    private final List<ReplayedPlaylist> playlists = new ArrayList<>();
    private long repeats;

    private Slices() {}

    private record Slice(long first, Path file) {}

    /** Reads all slices of {@code directory}; their tracks get ids from {@code repertoire}. */
    public static Slices read(Path directory, Repertoire repertoire) {
        var slices = new Slices();
        var pids = new HashSet<Long>();
        for (var slice : find(directory)) {
            try (var reader = new SliceReader(slice.file, repertoire)) {
                reader.read(pids::add, slices.playlists::add);
                slices.repeats += reader.repeats();
            } catch (IOException e) {
                throw new UncheckedIOException(slice.file + ": cannot be read: " + e.getMessage(), e);
            }
        }
        slices.playlists.sort(Comparator.comparingLong(ReplayedPlaylist::pid));
        return slices;
    }

    /** Refuses a directory without slices, without reading any. */
    public static void requireSome(Path directory) {
        find(directory);
    }

    private static List<Slice> find(Path directory) {
        var slices = new ArrayList<Slice>();
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                var name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    slices.add(new Slice(Long.parseLong(name.group(1)), file));
                }
            }
        } catch (IOException e) {
            throw new MalformedSlice(
                    directory + ": must be a readable directory of mpd.slice.<first>-<last>.json files", e);
        }
        if (slices.isEmpty()) {
            throw new MalformedSlice(directory + ": holds no file named mpd.slice.<first>-<last>.json");
        }
        slices.sort(Comparator.comparingLong(Slice::first).thenComparing(Slice::file));
        return slices;
    }

    /** All playlists, ascending by pid. */
    public List<ReplayedPlaylist> playlists() {
        return List.copyOf(playlists);
    }

    /** How many entries were left out because their playlist held the track already. */
    public long repeats() {
        return repeats;
    }
}
