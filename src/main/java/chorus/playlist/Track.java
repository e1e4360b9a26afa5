package chorus.playlist;

/**
 * One track of the catalogue.
 *
 * @param uri the track as named in the input ({@code track_uri} in slices); unique
 * @param artistUri the artist as named in the input
 */
public record Track(TrackId id, String uri, String title, String artistUri, String artistName) {}
