package chorus.simulate.listeners;

import chorus.hash.Hash64;
import chorus.playlist.Change;
import chorus.playlist.TrackId;
import chorus.simulate.catalog.Catalogue;

/**
 * Edits of one listener in one playlist, each made at once. They leave playlists as they are in law. What is appended goes on where
 * the playlist ends, as at the fill, and as many tracks leave there again; what comes anywhere else suits the scene of a place there
 * and takes a place where it fits, as a moved track does.
 */
final class Session {
    private final Community community;
    private final Curated playlist;

    Session(Community community, Curated playlist) {
        this.community = community;
        this.playlist = playlist;
    }

    /** One insertion, removal or move, chosen by {@code hash}; a playlist within its bounds of length stays there. */
    Change next(long hash) {
        var kind = Hash64.unit(hash);
        var size = playlist.size();
        if (size < 2 || kind < community.lengths().grows(size)) {
            return size == 0 || atTheEnd(hash) ? append() : insert(hash);
        }
        return 1 - kind <= community.lengths().shrinks(size) ? remove(hash) : move(hash);
    }

    /** Whether an insertion or a removal is at the end. */
    private boolean atTheEnd(long hash) {
        return chance(hash, 1) < community.settings().listeners().append();
    }

    private Change append() {
        var listener = playlist.listener();
        var index = playlist.size();
        if (index > 0) {
            listener.settle(playlist.scene(index - 1));
        }
        var track = listener.next(playlist.tracks(), playlist.last());
        playlist.put(index, track, listener.scene());
        return new Change.Inserted(new TrackId(track), index);
    }

    private Change insert(long hash) {
        var listener = playlist.listener();
        var suited = below(hash, 2, playlist.size());
        listener.settle(playlist.scene(suited));
        var before = suited == 0 ? Catalogue.NONE : playlist.tracks().getInt(suited - 1);
        var track = listener.another(playlist.tracks(), before);
        var index = places().draw(track, Places.NOWHERE, chance(hash, 3));
        var hasSuccessor = index < playlist.size();
        playlist.put(index, track, Places.scene(playlist, index));
        return new Change.Inserted(new TrackId(track), index, hasSuccessor && chance(hash, 4) < 0.5);
    }

    private Change remove(long hash) {
        var index = atTheEnd(hash) ? playlist.size() - 1 : below(hash, 2, playlist.size());
        var track = playlist.take(index);
        community.catalogue().leave(track);
        return new Change.Removed(new TrackId(track), index);
    }

    private Change move(long hash) {
        var from = below(hash, 2, playlist.size());
        var track = playlist.take(from);
        var to = places().draw(track, from, chance(hash, 3));
        playlist.put(to, track, Places.scene(playlist, to));
        return new Change.Moved(new TrackId(track), from, to);
    }

    private Places places() {
        return new Places(playlist, community.affinity(playlist));
    }

    private static double chance(long hash, long what) {
        return Hash64.unit(Hash64.of(hash, what));
    }

    private static int below(long hash, long what, int bound) {
        return (int) (chance(hash, what) * bound);
    }
}
