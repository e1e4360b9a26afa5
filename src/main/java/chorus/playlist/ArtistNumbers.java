package chorus.playlist;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The numbering of artists: 0, 1, … by the lowest track id of theirs, the same wherever the same tracks are known. */
public final class ArtistNumbers {
    private ArtistNumbers() {}

    /** Each track's artist by track id, up to the largest id in {@code tracks}; −1 where the id is not among them. */
    public static int[] byTrack(Collection<Track> tracks) {
        var bound =
                tracks.stream().mapToInt(track -> track.id().value() + 1).max().orElse(0);
        var known = new Track[bound];
        tracks.forEach(track -> known[track.id().value()] = track);
        Map<String, Integer> numbers = new HashMap<>();
        var artists = new int[bound];
        Arrays.setAll(
                artists,
                id -> known[id] == null ? -1 : numbers.computeIfAbsent(known[id].artistUri(), _ -> numbers.size()));
        return artists;
    }
}
