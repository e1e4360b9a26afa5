package chorus.bench.contender;

import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.worlds.WorldSet;
import java.nio.ByteBuffer;

/**
 * An edit of a recording of one world in 25 bytes, without Avro and without a registry; a mark likewise:
 *
 * <pre>
 * playlist:8 sequence:8 kind:1 track:4 index:4
 * </pre>
 */
public final class RawEdit {
    private static final int BYTES = 25;
    private static final byte CREATED = 0;
    private static final byte INSERTED = 1;
    private static final byte ENDED = 2;

    private RawEdit() {}

    public static byte[] encode(LogEntry entry) {
        return switch (entry) {
            case EpochEnded mark -> bytes(mark.epoch(), 0, ENDED, 0, 0);
            case PlaylistEdit edit ->
                switch (edit.change()) {
                    case Change.Created() -> bytes(edit.playlist().value(), edit.sequence(), CREATED, 0, 0);
                    case Change.Inserted(var track, var index, var _) ->
                        bytes(edit.playlist().value(), edit.sequence(), INSERTED, track.value(), index);
                    default -> throw new IllegalArgumentException("no raw form for " + edit);
                };
        };
    }

    private static byte[] bytes(long playlist, long sequence, byte kind, int track, int index) {
        return ByteBuffer.allocate(BYTES)
                .putLong(playlist)
                .putLong(sequence)
                .put(kind)
                .putInt(track)
                .putInt(index)
                .array();
    }

    public static LogEntry decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var playlist = in.getLong();
        var sequence = in.getLong();
        return switch (in.get()) {
            case ENDED -> new EpochEnded(playlist, 0, 1, 0);
            case CREATED -> edit(playlist, sequence, new Change.Created());
            case INSERTED -> edit(playlist, sequence, new Change.Inserted(new TrackId(in.getInt()), in.getInt()));
            default -> throw new IllegalArgumentException("unknown kind of edit " + bytes[16]);
        };
    }

    private static LogEntry edit(long playlist, long sequence, Change change) {
        return new PlaylistEdit(
                new PlaylistId(playlist), new ListenerId(playlist), 0, 0, sequence, WorldSet.ALL, null, change);
    }
}
