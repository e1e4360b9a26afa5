package chorus.state.edits;

import chorus.state.bytes.Varints;
import chorus.state.bytes.Version;
import chorus.state.playlists.Entries;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import chorus.worlds.WorldSet;
import org.jspecify.annotations.Nullable;

/**
 * A playlist's state in its store:
 *
 * <pre>
 * version:1 life:1 lastSequence:varint lastEpoch:varint length:varint { entry:varint [low half:varint] }*
 * entry = track &lt;&lt; 1 | (of some worlds, or of a campaign); low half: of a packed entry ({@link Entries})
 * </pre>
 */
public final class PlaylistCodec {
    private static final byte VERSION = 2;
    private static final long LOW_HALF = 0xFFFF_FFFFL;
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
            put(entry);
        }
        return out.toBytes();
    }

    private void put(long entry) {
        var track = (long) Entries.track(entry) << 1;
        if (Entries.isPlain(entry)) {
            out.put(track);
        } else {
            out.put(track | 1);
            out.put(entry & LOW_HALF);
        }
    }

    private static long entry(Varints.Reader in) {
        var head = in.nextLong();
        var track = (int) (head >>> 1);
        return (head & 1) == 0 ? Entries.pack(track, 0, WorldSet.ALL) : (long) track << 32 | in.nextLong();
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
        var entries = new long[in.nextInt()];
        for (var i = 0; i < entries.length; i++) {
            entries[i] = entry(in);
        }
        return new PlaylistState(sequence, epoch, life, entries);
    }
}
