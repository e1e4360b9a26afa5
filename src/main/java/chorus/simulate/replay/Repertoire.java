package chorus.simulate.replay;

import chorus.playlist.Track;
import chorus.playlist.TrackId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tracks named by slices: ids already given are kept, new ones follow in the order of first appearance. */
public final class Repertoire {
    private final Map<String, TrackId> ids;
    private final List<Track> added = new ArrayList<>();
    private final int firstNew;

    /** @param known the ids given earlier, by uri */
    public Repertoire(Map<String, TrackId> known) {
        ids = new HashMap<>(known);
        firstNew = 1 + known.values().stream().mapToInt(TrackId::value).max().orElse(-1);
    }

    int id(String uri, String title, String artistUri, String artistName) {
        var known = ids.get(uri);
        if (known != null) {
            return known.value();
        }
        var id = free(0);
        ids.put(uri, id);
        added.add(new Track(id, uri, title, artistUri, artistName));
        return id.value();
    }

    /**
     * The id that follows {@code number} ids after all given ones.
     *
     * @throws MalformedSlice where there are more tracks than ids
     */
    public TrackId free(int number) {
        var id = firstNew + added.size() + number;
        if (id >= TrackId.BOUND) {
            throw new MalformedSlice("the slices, with the tracks that are known, name more than " + TrackId.BOUND
                    + " tracks and targets: no more have ids");
        }
        return new TrackId(id);
    }

    /** The id given to {@code uri}, if any. */
    public Optional<TrackId> id(String uri) {
        return Optional.ofNullable(ids.get(uri));
    }

    /** The track of {@code id}, if the slices brought it; empty if it was known before. */
    public Optional<Track> added(int id) {
        return id >= firstNew && id < firstNew + added.size()
                ? Optional.of(added.get(id - firstNew))
                : Optional.empty();
    }
}
