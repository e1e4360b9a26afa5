package chorus.simulate;

import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.simulate.collective.KnownPlaylist;
import chorus.simulate.listeners.OrganicEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The organic course of events, drawn once and identical in every writer. Its indices count in the counterfactual view, the only
 * one that organic choices see; so nothing that a collective does can shift it. Epochs count from 0.
 */
public sealed interface Plan permits SimulatedPlan, ReplayPlan {
    /** How many epochs there are; they are written as 0…epochs − 1. */
    long epochs();

    /** The epoch from which campaigns count theirs: a campaign with {@code start: 1} starts in the one after it. */
    long campaignsFrom();

    /** The organic edits of an epoch over all playlists, session by session; those of one playlist in order. */
    Stream<OrganicEdit> edits(long epoch);

    /** The counterfactual contents of all playlists at the beginning of an epoch, ascending by playlist. */
    List<KnownPlaylist> contents(long epoch);

    /** The track of an organic edit; empty where the topic has it already. */
    Optional<Track> track(TrackId id);

    /** The id of the target of the {@code campaign}-th campaign in settings, whose uri is {@code uri}. */
    TrackId target(int campaign, String uri);

    /** The event time of an epoch's end. */
    long endTime(long epoch);
}
