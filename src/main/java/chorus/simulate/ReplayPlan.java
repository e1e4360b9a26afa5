package chorus.simulate;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.simulate.collective.KnownPlaylist;
import chorus.simulate.listeners.Calendar;
import chorus.simulate.listeners.OrganicEdit;
import chorus.simulate.listeners.SessionTimes;
import chorus.simulate.replay.Reading;
import chorus.simulate.replay.Repertoire;
import chorus.simulate.replay.formats.ReplayedPlaylist;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A plan of real playlists, read from files: the playlists, in order of pid, are appended to over
 * {@code replay.fillEpochs} epochs. Campaigns count their epochs from the last of these, so that {@code start: 1} is the first
 * epoch after the fill; epochs without organic edits follow until one epoch after the last campaign has ended. One that never
 * ends counts to the end of its hold.
 */
public final class ReplayPlan implements Plan {
    private static final long SECOND = 1_000;

    private final List<ReplayedPlaylist> playlists;
    private final Repertoire repertoire;
    private final int fillEpochs;
    private final long epochs;
    private final long latest;
    private final SessionTimes times;

    private ReplayPlan(Reading reading, Settings settings, long lastEpoch, Map<String, TrackId> known) {
        repertoire = new Repertoire(known, reading.tracks());
        playlists = reading.playlists().stream().map(repertoire::withIds).toList();
        times = new SessionTimes(settings.randomSeed());
        fillEpochs = settings.replay().fillEpochs();
        epochs = fillEpochs + lastEpoch;
        latest = SECOND
                * playlists.stream()
                        .mapToLong(ReplayedPlaylist::modifiedAt)
                        .max()
                        .orElse(0);
    }

    /**
     * The plan for what was read.
     *
     * @param known the ids that the topic {@code tracks} holds already, by uri
     * @throws chorus.simulate.replay.input.MalformedInput where there are more tracks than ids
     */
    public static ReplayPlan of(Reading reading, Settings settings, Map<String, TrackId> known) {
        return of(reading, List.of(settings), known);
    }

    /** One plan for the campaigns of several settings, which agree in everything else. */
    static ReplayPlan of(Reading reading, List<Settings> settings, Map<String, TrackId> known) {
        var lastEpoch = settings.stream()
                .flatMap(each -> each.campaigns().stream())
                .mapToLong(ReplayPlan::lastEpoch)
                .max()
                .orElse(0);
        return new ReplayPlan(reading, settings.getFirst(), lastEpoch, known);
    }

    private static long lastEpoch(CampaignSettings campaign) {
        return campaign.end() == Long.MAX_VALUE
                ? campaign.start()
                        + (long) campaign.join().size()
                        + campaign.hold()
                        + campaign.leave().size()
                        - 1
                : campaign.end() + 1;
    }

    public int playlists() {
        return playlists.size();
    }

    @Override
    public long epochs() {
        return epochs;
    }

    @Override
    public long campaignsFrom() {
        return fillEpochs - 1L;
    }

    @Override
    public Stream<OrganicEdit> edits(long epoch) {
        return playlists.subList(before(epoch), before(epoch + 1)).stream().flatMap(ReplayPlan::founding);
    }

    /** How many playlists come before {@code epoch}. */
    private int before(long epoch) {
        return (int) (playlists.size() * Math.min(epoch, fillEpochs) / fillEpochs);
    }

    private static Stream<OrganicEdit> founding(ReplayedPlaylist playlist) {
        var tracks = playlist.tracks();
        var start = Math.max(0, playlist.modifiedAt() * SECOND - tracks.length * Calendar.PAUSE);
        var moments = LongStream.rangeClosed(0, tracks.length).map(i -> start + i * Calendar.PAUSE);
        return OrganicEdit.founding(new PlaylistId(playlist.pid()), tracks, moments.toArray()).stream();
    }

    @Override
    public List<KnownPlaylist> contents(long epoch) {
        return playlists.subList(0, before(epoch)).stream()
                .map(playlist -> new KnownPlaylist(new PlaylistId(playlist.pid()), playlist.tracks()))
                .toList();
    }

    @Override
    public Optional<Track> track(TrackId id) {
        return repertoire.added(id.value());
    }

    @Override
    public int scene(int track) {
        return repertoire.artist(track);
    }

    @Override
    public Optional<TrackId> find(String uri) {
        return repertoire.id(uri);
    }

    /** A target that the topic holds already, from an earlier replay, keeps its id. */
    @Override
    public TrackId target(int number, String uri) {
        return repertoire.id(uri).orElseGet(() -> repertoire.free(number));
    }

    @Override
    public long actsAt(PlaylistId playlist, long epoch, String campaign) {
        return day(epoch) + times.act(playlist, epoch, campaign);
    }

    /** Days that begin at midnight (UTC), the first after the latest playlist's time. */
    private long day(long epoch) {
        return (latest / Calendar.DAY + 1 + epoch - fillEpochs) * Calendar.DAY;
    }

    /** The latest playlist's time throughout the fill, then a day an epoch. */
    @Override
    public long endTime(long epoch) {
        return epoch < fillEpochs ? latest : day(epoch + 1) - 1;
    }
}
