package chorus.simulate.replay.formats;

import chorus.playlist.TrackId;
import chorus.simulate.replay.input.MalformedInput;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** The tracks that files name, numbered from 0 in the order of first appearance; how they are first called counts. */
public final class TrackNumbers {
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final List<NamedTrack> tracks = new ArrayList<>();

    public TrackNumbers() {
        numbers.defaultReturnValue(-1);
    }

    /** @throws MalformedInput where there are more tracks than ids */
    public int of(NamedTrack track) {
        var known = numbers.getInt(track.uri());
        if (known >= 0) {
            return known;
        }
        var number = tracks.size();
        if (number >= TrackId.BOUND) {
            throw new MalformedInput("the files name more than " + TrackId.BOUND + " tracks: no more have ids");
        }
        numbers.put(track.uri(), number);
        tracks.add(track);
        return number;
    }

    /** The number of {@code uri}, if a file names it. */
    public OptionalInt find(String uri) {
        var number = numbers.getInt(uri);
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The tracks by number. */
    public List<NamedTrack> tracks() {
        return Collections.unmodifiableList(tracks);
    }
}
