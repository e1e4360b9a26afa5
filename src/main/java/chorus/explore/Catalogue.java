package chorus.explore;

import chorus.playlist.Track;
import chorus.playlist.TrackId;
import java.util.Optional;

/** The tracks that a run knows; asked by several threads. */
public interface Catalogue {
    Optional<Track> track(int id);

    Optional<TrackId> named(String uri);
}
