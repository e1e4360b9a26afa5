package chorus.bench.ground;

import chorus.bench.ground.Filling.Course;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.playlist.Change;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.collective.KnownPlaylist;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The edits of one epoch, whose end is the last record of each partition: the simulator's playlists, filled by appending, a
 * hundred of them at a time in turn. Each world but the twin plants a target in the middle of one playlist in a hundred, those drawn
 * for it.
 */
public final class Recording {
    private static final int AT_A_TIME = 100;
    private static final int EDITS_A_PLAYLIST = 40;
    private static final double PLANTED = 0.01;

    private final SimulatedPlan plan;
    private final List<KnownPlaylist> playlists;
    private final long edits;
    private final Course course;

    private Recording(SimulatedPlan plan, List<KnownPlaylist> playlists, long edits, Course course) {
        this.plan = plan;
        this.playlists = List.copyOf(playlists);
        this.edits = edits;
        this.course = course;
    }

    /** The first {@code edits} of a plan of its own, as epoch 0, in so many worlds. */
    public static Recording draw(long edits, long randomSeed, int worlds) {
        var plan = plan(Math.max(AT_A_TIME, edits / EDITS_A_PLAYLIST), randomSeed);
        return new Recording(plan, plan.contents(1), edits, course(plan, 0, worlds));
    }

    /** Some playlists of a plan, filled to their full length, as one epoch, in so many worlds. */
    public static Recording of(SimulatedPlan plan, List<KnownPlaylist> playlists, long epoch, int worlds) {
        return new Recording(plan, playlists, Long.MAX_VALUE, course(plan, epoch, worlds));
    }

    private static Course course(SimulatedPlan plan, long epoch, int worlds) {
        return new Course(plan.target(0, ""), epoch, worlds, PLANTED);
    }

    /** The same without any plant, so that all worlds are one. */
    public Recording ofOneWorld() {
        return new Recording(plan, playlists, edits, new Course(course.target(), course.epoch(), course.worlds(), 0));
    }

    /** So many playlists as the simulator fills them. */
    public static SimulatedPlan plan(long playlists, long randomSeed) {
        return SimulatedPlan.draw(settings(playlists, randomSeed));
    }

    private static Settings settings(long playlists, long randomSeed) {
        return SettingsLoader.load(
                Optional.empty(),
                List.of("randomSeed=" + randomSeed, "simulate.playlists=" + playlists, "simulate.epochs=0"));
    }

    /** Gives tracks, edits and the mark to {@code sink}; returns the number of edits. */
    public long play(EditSink sink) {
        var waiting = playlists.iterator();
        var known = new BitSet();
        var open = new ArrayList<Filling>();
        var given = 0L;
        while (given < edits && (waiting.hasNext() || !open.isEmpty())) {
            while (open.size() < AT_A_TIME && waiting.hasNext()) {
                open.add(new Filling(waiting.next(), course));
            }
            for (var i = open.iterator(); i.hasNext() && given < edits; given++) {
                var filling = i.next();
                give(filling.next(given), known, sink);
                if (filling.full()) {
                    i.remove();
                }
            }
        }
        sink.endEpoch(new EpochEnded(course.epoch(), 0, 1, given));
        return given;
    }

    private void give(PlaylistEdit edit, BitSet known, EditSink sink) {
        if (edit.change() instanceof Change.Inserted(var track, var _, var _) && !known.get(track.value())) {
            known.set(track.value());
            sink.track(plan.track(track).orElseThrow());
        }
        sink.edit(edit);
    }
}
