package chorus.playlist;

import java.nio.ByteBuffer;

/**
 * One track of the catalogue.
 *
 * @param uri the track as named in the input ({@code track_uri} in slices); unique
 * @param artistUri the artist as named in the input
 */
public record Track(TrackId id, String uri, String title, String artistUri, String artistName) {
    /** Whether it is what lies under this key on the topic {@code tracks}: its id, four bytes. */
    public boolean isKey(byte[] key) {
        return key.length == Integer.BYTES && ByteBuffer.wrap(key).getInt() == id.value();
    }
}
