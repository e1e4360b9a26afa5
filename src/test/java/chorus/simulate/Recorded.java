package chorus.simulate;

import chorus.config.Settings;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that was given to a sink, in one order. */
final class Recorded implements EditSink {
    final List<Object> all = new ArrayList<>();

    /** A whole run of {@code writer}. */
    static Recorded run(Settings settings, Plan plan, int writer) {
        var recorded = new Recorded();
        var it = Writer.of(settings, plan, writer);
        for (var epoch = 0L; epoch < plan.epochs(); epoch++) {
            it.write(epoch, recorded);
        }
        return recorded;
    }

    static Recorded run(SomeSettings some) {
        return run(some.settings(), SimulatedPlan.draw(some.settings()), 0);
    }

    <T> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<PlaylistEdit> edits() {
        return all(PlaylistEdit.class);
    }

    Map<Long, List<PlaylistEdit>> byPlaylist() {
        var playlists = new TreeMap<Long, List<PlaylistEdit>>();
        edits().forEach(edit -> of(playlists, edit.playlist()).add(edit));
        return playlists;
    }

    private static List<PlaylistEdit> of(Map<Long, List<PlaylistEdit>> playlists, PlaylistId id) {
        return playlists.computeIfAbsent(id.value(), _ -> new ArrayList<>());
    }

    @Override
    public void track(Track track) {
        all.add(track);
    }

    @Override
    public void campaign(Campaign campaign) {
        all.add(campaign);
    }

    @Override
    public void edit(PlaylistEdit edit) {
        all.add(edit);
    }

    @Override
    public void endEpoch(EpochEnded mark) {
        all.add(mark);
    }
}
