package chorus.simulate;

import chorus.hash.Hash64;
import chorus.playlist.EditSink;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.simulate.WrittenPlaylist.InWorlds;
import chorus.simulate.collective.Member;
import chorus.simulate.listeners.OrganicEdit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The playlists that one writer owns, as they are now, and the edits that make them so. Every edit is by the playlist's owner. */
final class OwnPlaylists {
    private static final long OWNER = 0x117E_0001L;

    private final int writer;
    private final int writers;
    private final Map<PlaylistId, WrittenPlaylist> playlists = new HashMap<>();

    OwnPlaylists(int writer, int writers) {
        this.writer = writer;
        this.writers = writers;
    }

    /** When something is done: its epoch as written, and its event time. */
    record Moment(long epoch, long eventTime) {}

    boolean own(PlaylistId playlist) {
        return playlist.value() % writers == writer;
    }

    void organic(OrganicEdit edit, long epoch, EditSink sink) {
        var id = edit.playlist();
        var playlist = playlists.computeIfAbsent(id, _ -> new WrittenPlaylist());
        var change = playlist.organic(edit.change());
        sink.edit(edit(id, playlist, new Moment(epoch, edit.eventTime()), null, change));
        if (edit.deletes()) {
            playlists.remove(id);
        }
    }

    /**
     * Makes the member hold their targets in the planter's worlds, or no plant of it. Nothing happens in a world that holds a
     * target already, nor where the playlist is deleted.
     */
    void plant(Planter planter, Member member, boolean hold, Moment moment, EditSink sink) {
        var id = member.playlist();
        var playlist = playlists.get(id);
        if (playlist != null) {
            var changes = hold
                    ? member.targets().reversed().stream()
                            .flatMap(target -> plants(planter, member, target, playlist).stream())
                    : playlist.uproot(planter.number()).stream();
            changes.forEach(change -> sink.edit(edit(id, playlist, moment, planter.campaign(), change)));
        }
    }

    private static List<InWorlds> plants(Planter planter, Member member, TrackId target, WrittenPlaylist playlist) {
        var collective = planter.collective();
        var worlds = planter.worlds().without(playlist.holding(target));
        return worlds.isEmpty()
                ? List.of()
                : playlist.plant(target, planter.number(), worlds, collective.place(member, playlist.twin()));
    }

    private static PlaylistEdit edit(
            PlaylistId id, WrittenPlaylist playlist, Moment moment, @Nullable String campaign, InWorlds change) {
        // clients in JavaScript read 53 bits of a number
        var owner = new ListenerId(Hash64.of(OWNER, id.value()) >>> 11);
        return new PlaylistEdit(
                id,
                owner,
                moment.epoch(),
                moment.eventTime(),
                playlist.nextSequence(),
                change.worlds(),
                campaign,
                change.change());
    }
}
