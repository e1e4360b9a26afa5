package chorus.simulate;

import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.simulate.collective.KnownPlaylist;
import chorus.simulate.listeners.OrganicEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The organic course of events, drawn once and identical in every writer. Its indices count in the twin's view, the only one that
 * organic choices see; so nothing that a collective does can shift it. Epochs count from 0.
 */
public sealed interface Plan permits SimulatedPlan, ReplayPlan {
    /** How many epochs there are; they are written as 0…epochs − 1. */
    long epochs();

    /** The epoch from which campaigns count theirs: a campaign with {@code start: 1} starts in the one after it. */
    long campaignsFrom();

    /** The organic edits of an epoch over all playlists; those of one playlist in order, and in that of their event times. */
    Stream<OrganicEdit> edits(long epoch);

    /** The twin's contents of all playlists at the beginning of an epoch, ascending by playlist. */
    List<KnownPlaylist> contents(long epoch);

    /** The track of an organic edit; empty where the topic has it already. */
    Optional<Track> track(TrackId id);

    /** The scene of a track, numbered from 0; −1 where it is of none. Of real playlists an artist stands for a scene. */
    int scene(int track);

    /** The track named {@code uri}, of the plan or of the topic. */
    Optional<TrackId> find(String uri);

    /**
     * The id of a new target.
     *
     * @param number its place among the new targets that the settings name, from 0
     */
    TrackId target(int number, String uri);

    /**
     * When the owner of a playlist does something for a campaign: in the session that they have in that epoch, or would have. Whether
     * there is a campaign changes no organic edit's time.
     */
    long actsAt(PlaylistId playlist, long epoch, String campaign);

    /** The event time of an epoch's end. */
    long endTime(long epoch);
}
