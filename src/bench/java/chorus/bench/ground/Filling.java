package chorus.bench.ground;

import chorus.hash.Hash64;
import chorus.playlist.Change;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.simulate.collective.KnownPlaylist;
import chorus.worlds.WorldSet;
import org.jspecify.annotations.Nullable;

/**
 * A playlist on its way to its full length: created, then appended to. A world that plants in it does so in the middle of the twin's
 * list, by one edit a world; what is appended right after that counts apart there.
 */
final class Filling {
    private final PlaylistId id;
    private final int[] tracks;
    private final Course course;
    /** Worlds that still have to plant in it. */
    private WorldSet planting = WorldSet.NONE;

    private long sequence;
    private int length;

    /**
     * What the playlists of a recording have in common.
     *
     * @param worlds how many there are, the twin included
     * @param planted share of the playlists that each of the others plants in
     */
    record Course(TrackId target, long epoch, int worlds, double planted) {}

    Filling(KnownPlaylist playlist, Course course) {
        id = playlist.playlist();
        tracks = playlist.tracks();
        this.course = course;
        for (var world = 1; world < course.worlds(); world++) {
            if (Hash64.unit(Hash64.of(world, id.value())) < course.planted()) {
                planting = planting.with(WorldSet.only(world));
            }
        }
    }

    PlaylistEdit next(long time) {
        if (sequence == 0) {
            return organic(time, new Change.Created());
        }
        if (!planting.isEmpty() && length >= tracks.length / 2) {
            return plant(time);
        }
        return organic(time, new Change.Inserted(new TrackId(tracks[length]), length++));
    }

    /** Until it plants, a world sees what the twin sees. */
    private PlaylistEdit plant(long time) {
        var world = planting.lowest();
        var set = WorldSet.only(world);
        planting = planting.without(set);
        return edit(time, set, ManyWorlds.campaign(world), new Change.Inserted(course.target(), length / 2));
    }

    private PlaylistEdit organic(long time, Change change) {
        return edit(time, WorldSet.ALL, null, change);
    }

    private PlaylistEdit edit(long time, WorldSet worlds, @Nullable String campaign, Change change) {
        var listener = new ListenerId(id.value());
        return new PlaylistEdit(id, listener, course.epoch(), time, ++sequence, worlds, campaign, change);
    }

    boolean full() {
        return length == tracks.length && planting.isEmpty();
    }
}
