package chorus.simulate;

import chorus.config.Settings;
import chorus.playlist.Campaign;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.simulate.catalog.Catalogue;
import chorus.simulate.collective.KnownPlaylist;
import chorus.simulate.listeners.Calendar;
import chorus.simulate.listeners.Community;
import chorus.simulate.listeners.OrganicEdit;
import chorus.simulate.listeners.SessionTimes;
import chorus.simulate.listeners.Sessions;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A plan drawn from a randomSeed: playlists filled in epoch 0, then epochs of organic editing. The fill comes first and is not
 * touched by anything later; ids after it are reserved for targets, so that a campaign shifts no organic track.
 */
public final class SimulatedPlan implements Plan {
    private final Catalogue catalogue;
    private final List<KnownPlaylist> fill;
    private final int firstTarget;
    private final List<List<OrganicEdit>> epochs;
    private final SessionTimes times;

    private SimulatedPlan(
            Catalogue catalogue,
            List<KnownPlaylist> fill,
            int firstTarget,
            List<List<OrganicEdit>> epochs,
            SessionTimes times) {
        this.catalogue = catalogue;
        this.fill = fill;
        this.firstTarget = firstTarget;
        this.epochs = epochs;
        this.times = times;
    }

    /** Draws the whole plan of {@code settings.simulate} from {@code settings.randomSeed}. */
    public static SimulatedPlan draw(Settings settings) {
        var community = new Community(settings.simulate(), settings.randomSeed());
        community.fill();
        var fill = new ArrayList<KnownPlaylist>();
        community.forEach((id, tracks) -> fill.add(new KnownPlaylist(id, tracks)));
        var firstTarget = community.catalogue().size();
        community.catalogue().reserve(Campaign.RESERVED_TARGETS);
        var times = new SessionTimes(settings.randomSeed());
        var sessions = new Sessions(community, settings.randomSeed(), times);
        var epochs = new ArrayList<List<OrganicEdit>>();
        for (var epoch = 1; epoch <= settings.simulate().epochs(); epoch++) {
            epochs.add(sessions.next());
        }
        return new SimulatedPlan(community.catalogue(), fill, firstTarget, epochs, times);
    }

    @Override
    public long epochs() {
        return epochs.size() + 1L;
    }

    @Override
    public long campaignsFrom() {
        return 0;
    }

    @Override
    public Stream<OrganicEdit> edits(long epoch) {
        return epoch == 0 ? fill.stream().flatMap(this::founding) : epochs.get((int) epoch - 1).stream();
    }

    private Stream<OrganicEdit> founding(KnownPlaylist playlist) {
        var moments = times.founding(playlist.playlist(), 0, playlist.tracks().length);
        var shifted = Arrays.stream(moments).map(moment -> Calendar.day(0) + moment);
        return OrganicEdit.founding(playlist.playlist(), playlist.tracks(), shifted.toArray()).stream();
    }

    @Override
    public List<KnownPlaylist> contents(long epoch) {
        if (epoch == 0) {
            return List.of();
        }
        var contents = new TreeMap<Long, int[]>();
        fill.forEach(playlist -> contents.put(playlist.playlist().value(), playlist.tracks()));
        for (var past : epochs.subList(0, (int) epoch - 1)) {
            past.forEach(edit -> apply(edit, contents));
        }
        return contents.entrySet().stream().map(SimulatedPlan::known).toList();
    }

    private static KnownPlaylist known(Map.Entry<Long, int[]> contents) {
        return new KnownPlaylist(new PlaylistId(contents.getKey()), contents.getValue());
    }

    private static void apply(OrganicEdit edit, Map<Long, int[]> contents) {
        var id = edit.playlist().value();
        if (edit.deletes()) {
            contents.remove(id);
        } else {
            var tracks = new IntArrayList(contents.getOrDefault(id, new int[0]));
            edit.applyTo(tracks);
            contents.put(id, tracks.toIntArray());
        }
    }

    @Override
    public Optional<Track> track(TrackId id) {
        return Optional.of(catalogue.track(id.value()));
    }

    @Override
    public int scene(int track) {
        return catalogue.scene(new TrackId(track));
    }

    @Override
    public Optional<TrackId> find(String uri) {
        return catalogue.find(uri);
    }

    @Override
    public TrackId target(int number, String uri) {
        return new TrackId(firstTarget + number);
    }

    @Override
    public long actsAt(PlaylistId playlist, long epoch, String campaign) {
        return Calendar.day(epoch) + times.act(playlist, epoch, campaign);
    }

    @Override
    public long endTime(long epoch) {
        return Calendar.end(epoch);
    }
}
