package chorus.simulate.replay;

import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.simulate.replay.formats.ReplayedPlaylist;
import chorus.simulate.replay.formats.TrackNumbers;
import chorus.simulate.replay.input.MalformedInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The ids of the tracks that files name: ids already given are kept, new ones follow in the order of first appearance. */
public final class Repertoire {
    private final Map<String, TrackId> known;
    private final TrackNumbers numbers;
    private final int[] ids;
    private final List<Track> added = new ArrayList<>();
    private final Map<String, Integer> artists = new HashMap<>();
    private final int firstNew;
    private final boolean numbersAreIds;

    /** @param known the ids given earlier, by uri */
    public Repertoire(Map<String, TrackId> known, TrackNumbers numbers) {
        this.known = Map.copyOf(known);
        this.numbers = numbers;
        firstNew = 1 + known.values().stream().mapToInt(TrackId::value).max().orElse(-1);
        ids = numbers.tracks().stream()
                .mapToInt(track -> {
                    var given = this.known.get(track.uri());
                    return given == null
                            ? add(track.uri(), track.title(), track.artistUri(), track.artistName())
                            : given.value();
                })
                .toArray();
        numbersAreIds = IntStream.range(0, ids.length).allMatch(number -> ids[number] == number);
    }

    private int add(String uri, String title, String artistUri, String artistName) {
        var id = free(0);
        added.add(new Track(id, uri, title, artistUri, artistName));
        artists.putIfAbsent(artistUri, artists.size());
        return id.value();
    }

    /** The playlist with ids in place of its tracks' numbers. */
    public ReplayedPlaylist withIds(ReplayedPlaylist playlist) {
        if (numbersAreIds) {
            return playlist; // as in every first replay, which may be a large one: nothing is copied
        }
        var tracks = playlist.tracks().clone();
        for (var i = 0; i < tracks.length; i++) {
            tracks[i] = ids[tracks[i]];
        }
        return new ReplayedPlaylist(playlist.pid(), playlist.modifiedAt(), tracks);
    }

    /**
     * The id that follows {@code number} ids after all given ones.
     *
     * @throws MalformedInput where there are more tracks than ids
     */
    public TrackId free(int number) {
        var id = firstNew + added.size() + number;
        if (id >= TrackId.BOUND) {
            throw new MalformedInput("the files, with the tracks that are known, name more than " + TrackId.BOUND
                    + " tracks and targets: no more have ids");
        }
        return new TrackId(id);
    }

    /** The id given to {@code uri}, if any. */
    public Optional<TrackId> id(String uri) {
        var number = numbers.find(uri);
        return number.isPresent()
                ? Optional.of(new TrackId(ids[number.getAsInt()]))
                : Optional.ofNullable(known.get(uri));
    }

    /** The artist of a track, numbered from 0 in the order of their first tracks; −1 if it was known before. */
    public int artist(int id) {
        return added(id)
                .map(track -> artists.getOrDefault(track.artistUri(), -1))
                .orElse(-1);
    }

    /** The track of {@code id}, if the files brought it; empty if it was known before. */
    public Optional<Track> added(int id) {
        return id >= firstNew && id < firstNew + added.size()
                ? Optional.of(added.get(id - firstNew))
                : Optional.empty();
    }
}
