package chorus.explore;

import chorus.playlist.Track;
import chorus.playlist.TrackId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The tracks that a run knows; both are asked by several threads. */
public record Catalogue(IntFunction<Optional<Track>> byId, Function<String, Optional<TrackId>> byUri) {
    Optional<Track> track(int id) {
        return byId.apply(id);
    }

    Optional<TrackId> named(String uri) {
        return byUri.apply(uri);
    }
}
