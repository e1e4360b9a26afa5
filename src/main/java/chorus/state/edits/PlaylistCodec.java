package chorus.state.edits;

import chorus.state.bytes.Varints;
import chorus.state.bytes.Version;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import org.jspecify.annotations.Nullable;

/** A playlist's state in its store: {@code version:1 life:1 lastSequence:varint lastEpoch:varint length:varint entry:varint…}. */
public final class PlaylistCodec {
    private static final byte VERSION = 1;
    private static final Life[] LIVES = {Life.UNBORN, Life.ALIVE, Life.DELETED};

    private final Varints out = new Varints();

    public byte[] encode(PlaylistState state) {
        out.clear();
        out.put(VERSION);
        out.put(
                switch (state.life()) {
                    case UNBORN -> (byte) 0;
                    case ALIVE -> (byte) 1;
                    case DELETED -> (byte) 2;
                });
        out.put(state.lastSequence());
        out.put(state.lastEpoch());
        out.put((long) state.entries().length);
        for (var entry : state.entries()) {
            out.put((long) entry);
        }
        return out.toBytes();
    }

    public static PlaylistState decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return PlaylistState.UNBORN;
        }
        var in = new Varints.Reader(bytes);
        Version.require("playlist", in.next(), VERSION);
        var life = LIVES[in.next()];
        var sequence = in.nextLong();
        var epoch = in.nextLong();
        var entries = new int[in.nextInt()];
        for (var i = 0; i < entries.length; i++) {
            entries[i] = in.nextInt();
        }
        return new PlaylistState(sequence, epoch, life, entries);
    }
}
