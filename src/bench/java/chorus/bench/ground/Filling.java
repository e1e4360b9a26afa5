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
 * A playlist on its way to its full length: created, then appended to. One in a hundred receives a plant in its middle, in the
 * factual world only, after which its appends count in both worlds apart.
 */
final class Filling {
    private static final double PLANTED = 0.01;

    private final PlaylistId id;
    private final int[] tracks;
    private final TrackId target;
    private final long epoch;
    private final boolean planted;
    private long sequence;
    private int length;
    private boolean holdsPlant;

    Filling(KnownPlaylist playlist, TrackId target, long epoch, long randomSeed) {
        id = playlist.playlist();
        tracks = playlist.tracks();
        this.target = target;
        this.epoch = epoch;
        planted = Hash64.unit(Hash64.of(randomSeed, id.value())) < PLANTED;
    }

    PlaylistEdit next(long time) {
        if (sequence == 0) {
            return edit(time, World.BOTH, new Change.Created());
        }
        if (planted && !holdsPlant && length >= tracks.length / 2) {
            holdsPlant = true;
            return edit(time, World.FACTUAL, new Change.Inserted(target, length / 2));
        }
        var index = length + (holdsPlant ? 1 : 0);
        return edit(time, World.BOTH, new Change.Inserted(new TrackId(tracks[length++]), index));
    }

    private PlaylistEdit edit(long time, World world, Change change) {
        return new PlaylistEdit(id, new ListenerId(id.value()), epoch, time, ++sequence, world, change);
    }

    boolean full() {
        return length == tracks.length && (!planted || holdsPlant);
    }
}
