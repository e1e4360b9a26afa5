package chorus.bench;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.playlist.Change;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.Hash64;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.collective.KnownPlaylist;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The edits that every contender counts: the simulator's playlists, filled by appending, a hundred of them at a time in turn. One
 * playlist in a hundred receives the target of a campaign in its middle, in the factual world only. All belong to epoch 0, whose
 * end is the last record of each partition.
 */
final class Recording {
    private static final int AT_A_TIME = 100;
    private static final double PLANTED = 0.01;
    private static final int EDITS_A_PLAYLIST = 40;

    private final long edits;
    private final long randomSeed;
    private final SimulatedPlan plan;
    private final TrackId target;

    private Recording(long edits, long randomSeed, SimulatedPlan plan) {
        this.edits = edits;
        this.randomSeed = randomSeed;
        this.plan = plan;
        target = plan.target(0, "");
    }

    static Recording draw(long edits, long randomSeed) {
        return new Recording(edits, randomSeed, SimulatedPlan.draw(settings(edits, randomSeed)));
    }

    private static Settings settings(long edits, long randomSeed) {
        var playlists = Math.max(AT_A_TIME, edits / EDITS_A_PLAYLIST);
        return SettingsLoader.load(
                Optional.empty(),
                List.of("randomSeed=" + randomSeed, "simulate.playlists=" + playlists, "simulate.epochs=0"));
    }

    long edits() {
        return edits;
    }

    /** Gives tracks, edits and the mark to {@code sink}. */
    void play(EditSink sink) {
        var waiting = new ArrayList<>(plan.contents(1)).iterator();
        var known = new BitSet();
        var open = new ArrayList<Filling>();
        for (var given = 0L; given < edits; ) {
            while (open.size() < AT_A_TIME && waiting.hasNext()) {
                open.add(new Filling(waiting.next()));
            }
            for (var i = open.iterator(); i.hasNext() && given < edits; given++) {
                var filling = i.next();
                give(filling.next(given), known, sink);
                if (filling.full()) {
                    i.remove();
                }
            }
        }
        sink.endEpoch(new EpochEnded(0, 0, 1, edits));
    }

    private void give(PlaylistEdit edit, BitSet known, EditSink sink) {
        if (edit.change() instanceof Change.Inserted(var track, var index) && !known.get(track.value())) {
            known.set(track.value());
            sink.track(plan.track(track).orElseThrow());
        }
        sink.edit(edit);
    }

    /** A playlist on its way to its full length. */
    private final class Filling {
        private final PlaylistId id;
        private final int[] tracks;
        private final boolean planted;
        private long sequence;
        private int length;
        private boolean holdsPlant;

        Filling(KnownPlaylist playlist) {
            id = playlist.playlist();
            tracks = playlist.tracks();
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
            return new PlaylistEdit(id, new ListenerId(id.value()), 0, time, ++sequence, world, change);
        }

        boolean full() {
            return length == tracks.length && (!planted || holdsPlant);
        }
    }
}
