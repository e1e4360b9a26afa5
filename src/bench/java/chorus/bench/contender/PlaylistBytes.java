package chorus.bench.contender;

import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import chorus.topology.engine.Varints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A playlist's state in a peer's store, as compact as Chorus's: {@code life lastSequence length entry…}, all varints. */
public final class PlaylistBytes {
    private static final List<Life> LIVES = List.of(Life.UNBORN, Life.ALIVE, Life.DELETED);

    private PlaylistBytes() {}

    public static byte[] encode(PlaylistState state) {
        var out = new Varints();
        out.put((long) LIVES.indexOf(state.life()));
        out.put(state.lastSequence());
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
        var life = LIVES.get(in.nextInt());
        var sequence = in.nextLong();
        var entries = new int[in.nextInt()];
        for (var i = 0; i < entries.length; i++) {
            entries[i] = in.nextInt();
        }
        return new PlaylistState(sequence, life, entries);
    }
}
