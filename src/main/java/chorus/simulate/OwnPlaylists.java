package chorus.simulate;

import chorus.playlist.Change;
import chorus.playlist.EditSink;
import chorus.playlist.Hash64;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.simulate.collective.Collective;
import chorus.simulate.collective.Member;
import chorus.simulate.listeners.OrganicEdit;
import java.util.HashMap;
import java.util.Map;

/** The playlists that one writer owns, as they are now, and the edits that make them so. Every edit is by the playlist's owner. */
final class OwnPlaylists {
    private static final long OWNER = 0x117E_0001L;

    private final int writer;
    private final int writers;
    private final Map<PlaylistId, FactualOrder> playlists = new HashMap<>();

    OwnPlaylists(int writer, int writers) {
        this.writer = writer;
        this.writers = writers;
    }

    boolean own(PlaylistId playlist) {
        return playlist.value() % writers == writer;
    }

    void organic(OrganicEdit edit, long epoch, EditSink sink) {
        var id = edit.playlist();
        var playlist = playlists.computeIfAbsent(id, _ -> new FactualOrder());
        give(id, playlist, edit.eventTime(), World.BOTH, playlist.apply(edit.change()), epoch, sink);
        if (edit.deletes()) {
            playlists.remove(id);
        }
    }

    /** Makes the member hold a plant, or not; nothing happens where that is so, or where the playlist is deleted. */
    void plant(Collective collective, Member member, boolean hold, long eventTime, long epoch, EditSink sink) {
        var playlist = playlists.get(member.playlist());
        if (playlist == null || playlist.holdsPlant(collective.target()) == hold) {
            return;
        }
        var change = change(collective, member, hold, playlist);
        give(member.playlist(), playlist, eventTime, World.FACTUAL, change, epoch, sink);
    }

    private static Change change(Collective collective, Member member, boolean hold, FactualOrder playlist) {
        TrackId target = collective.target();
        return hold ? playlist.plant(target, collective.place(member, playlist.tracks())) : playlist.uproot(target);
    }

    private static void give(
            PlaylistId id,
            FactualOrder playlist,
            long eventTime,
            World world,
            Change change,
            long epoch,
            EditSink sink) {
        var owner = new ListenerId(Hash64.of(OWNER, id.value()) >>> 1);
        sink.edit(new PlaylistEdit(id, owner, epoch, eventTime, playlist.nextSequence(), world, change));
    }
}
