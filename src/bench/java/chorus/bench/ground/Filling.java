package chorus.bench.ground;

import chorus.playlist.Change;
import chorus.playlist.Hash64;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.simulate.collective.KnownPlaylist;

/**
 * A playlist on its way to its full length: created, then appended to. One that is planted in receives the target in its
 * middle, in the factual world only, after which its appends count in both worlds apart.
 */
final class Filling {
    private final PlaylistId id;
    private final int[] tracks;
    private final Course course;
    private final boolean planted;
    private long sequence;
    private int length;
    private boolean holdsPlant;

    /**
     * What the playlists of a recording have in common.
     *
     * @param planted share of them that is planted in
     */
    record Course(TrackId target, long epoch, long randomSeed, double planted) {}

    Filling(KnownPlaylist playlist, Course course) {
        id = playlist.playlist();
        tracks = playlist.tracks();
        this.course = course;
        planted = Hash64.unit(Hash64.of(course.randomSeed(), id.value())) < course.planted();
    }

    PlaylistEdit next(long time) {
        if (sequence == 0) {
            return edit(time, World.BOTH, new Change.Created());
        }
        if (planted && !holdsPlant && length >= tracks.length / 2) {
            holdsPlant = true;
            return edit(time, World.FACTUAL, new Change.Inserted(course.target(), length / 2));
        }
        var index = length + (holdsPlant ? 1 : 0);
        return edit(time, World.BOTH, new Change.Inserted(new TrackId(tracks[length++]), index));
    }

    private PlaylistEdit edit(long time, World world, Change change) {
        return new PlaylistEdit(id, new ListenerId(id.value()), course.epoch(), time, ++sequence, world, change);
    }

    boolean full() {
        return length == tracks.length && (!planted || holdsPlant);
    }
}
