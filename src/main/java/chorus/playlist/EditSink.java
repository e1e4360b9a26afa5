package chorus.playlist;

/**
 * Where a writer's tracks, campaigns, edits and marks go: Kafka, or the folds directly. A track comes before the first edit
 * that names it, a campaign before its first plant.
 */
public interface EditSink {
    void track(Track track);

    void campaign(Campaign campaign);

    void edit(PlaylistEdit edit);

    /** Ends the epoch in every partition; all that was given before it is written before it. */
    void endEpoch(EpochEnded mark);
}
