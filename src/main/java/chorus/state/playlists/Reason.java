package chorus.state.playlists;

/** Why an edit does not apply. */
public enum Reason {
    /** Its sequence number is not above the playlist's last. */
    REPEATED,
    /** Its sequence number leaves some out; the edit itself is lost, later ones go on from its number. */
    GAP,
    /** The playlist was never created. */
    UNKNOWN_PLAYLIST,
    /** The playlist exists already, or did once. */
    ALREADY_CREATED,
    /** The playlist was deleted. */
    DELETED,
    /** The track is not on the topic of tracks. */
    UNKNOWN_TRACK,
    /** A view that the insertion belongs to holds the track already. */
    ALREADY_HELD,
    /** The index lies outside the playlist. */
    OUT_OF_BOUNDS,
    /** Another track stands at the index. */
    NOT_THERE,
    /** An edit of both worlds names an entry of one world only, or one of one world an entry of both. */
    NOT_IN_BOTH_WORLDS,
    /** Creating and deleting a playlist belong to both worlds. */
    ONE_WORLD_ONLY,
    /** Its epoch has ended already, or the playlist has seen an edit of a later one. */
    EPOCH_ENDED
}
