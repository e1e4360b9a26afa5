package chorus.state.playlists;

/** Why an edit does not apply. */
public enum Reason {
    /** Its sequence number is not above the playlist's last. */
    REPEATED,
    /** Its sequence number leaves some out; the edit itself is lost, later ones go on from its number. */
    GAP,
    /** Its sequence number leaves out more than can be missing; it moves nothing. */
    SEQUENCE_TOO_FAR,
    /** The playlist was never created. */
    UNKNOWN_PLAYLIST,
    /** The playlist exists already, or did once. */
    ALREADY_CREATED,
    /** The playlist was deleted. */
    DELETED,
    /** The track is not on the topic of tracks. */
    UNKNOWN_TRACK,
    /** A world that the insertion belongs to holds the track already. */
    ALREADY_HELD,
    /** The index lies outside the playlist. */
    OUT_OF_BOUNDS,
    /** Another track stands at the index. */
    NOT_THERE,
    /** The entry at the index is of another set of worlds than the edit. */
    OTHER_WORLDS,
    /** Creating and deleting a playlist belong to all worlds. */
    NOT_IN_ALL_WORLDS,
    /** No set of worlds, or one of worlds that the run does not have. */
    UNKNOWN_WORLD,
    /** More campaigns have planted in this partition than entries can tell apart. */
    TOO_MANY_CAMPAIGNS,
    /** Its epoch has ended already, or the playlist has seen an edit of a later one. */
    EPOCH_ENDED,
    /** Its epoch is further ahead than any writer comes to be. */
    EPOCH_TOO_FAR,
    /** The playlist holds as many entries as it may. */
    FULL
}
