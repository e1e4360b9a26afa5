package chorus.topology.edits;

import chorus.state.edits.PlaylistCodec;
import chorus.state.playlists.PlaylistState;
import org.jspecify.annotations.Nullable;

/** The form in which the topology stores playlists, for the peers: theirs are stored as compactly. For one thread. */
public final class StoredPlaylists {
    private final PlaylistCodec codec = new PlaylistCodec();

    public byte[] encode(PlaylistState state) {
        return codec.encode(state);
    }

    public PlaylistState decode(byte @Nullable [] bytes) {
        return PlaylistCodec.decode(bytes);
    }
}
